package io.outflow.posture.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.SpreadsheetText;
import io.outflow.history.ChangeLog;
import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageExport;
import io.outflow.posture.CoverageMap.Cell;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.Grounds;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the coverage map. */
@Service
@ConditionalOnWebApplication
@Requires(Action.READ_USAGE)
class CoverageFiles implements CoverageExport {
    private static final List<String> COLUMNS =
            List.of("day", "account", "region", "channel", "state", "partly", "reason", "rests on", "reference");

    private final Coverage coverage;
    private final ChangeLog log;

    CoverageFiles(Coverage coverage, ChangeLog log) {
        this.coverage = coverage;
        this.log = log;
    }

    @Override
    @Transactional
    public void csv(Instant from, Instant to, OutputStream out) throws IOException {
        var map = coverage.coverage(from, to);
        var rows = map.lines().values().stream().mapToInt(List::size).sum();
        log.append("export", "coverage", Formats.count(rows, "row", "rows") + " as CSV");
        var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(COLUMNS);
        map.lines().forEach((place, cells) -> {
            var day = map.from();
            for (var cell : cells) {
                write(csv, day, place, cell);
                day = day.plusDays(1);
            }
        });
        csv.flush();
    }

    private static void write(CsvWriter csv, LocalDate day, Place place, Cell cell) {
        csv.writeRecord(
                day.toString(),
                SpreadsheetText.harmless(place.account()),
                SpreadsheetText.harmless(place.region()),
                place.lane().name(),
                cell.state().name(),
                Boolean.toString(cell.partly()),
                SpreadsheetText.harmless(cell.reason()),
                switch (cell.grounds()) {
                    case Grounds.FilesRead read -> "log files";
                    case Grounds.Observed observed -> "answer of AWS";
                    case Grounds.Changed changed -> "governance event";
                    case Grounds.Nothing nothing -> "nothing";
                },
                switch (cell.grounds()) {
                    case Grounds.Observed observed -> Long.toString(observed.observation());
                    case Grounds.Changed changed -> SpreadsheetText.harmless(changed.eventId());
                    default -> "";
                });
    }
}
