package io.outflow.gaps;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.SpreadsheetText;
import io.outflow.history.ChangeLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gaps as a file. No caller is named in it. */
@Service
@ConditionalOnWebApplication
@Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
public class GapExport {

    private static final List<String> COLUMNS = List.of(
            "gap",
            "severity",
            "kind",
            "certainty",
            "product",
            "number",
            "sentence",
            "detail",
            "from",
            "until",
            "stretches",
            "calls",
            "callers",
            "calls in verified log files",
            "first",
            "last",
            "state",
            "reason",
            "accepted until",
            "owner",
            "due",
            "opened",
            "rests on");

    private final ChangeLog log;

    GapExport(ChangeLog log) {
        this.log = log;
    }

    /**
     * Writes CSV as of RFC 4180 in UTF-8, in the order given, and an entry of the change log; where that cannot be written
     * nothing is exported. A text that a spreadsheet would run as a formula gets an apostrophe in front.
     */
    @Transactional
    public void csv(List<Gap> gaps, OutputStream out) throws IOException {
        log.append("export", "gaps", Formats.count(gaps.size(), "row", "rows") + " as CSV");
        var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(COLUMNS);
        for (var gap : gaps) {
            csv.writeRecord(fields(gap));
        }
        csv.flush();
    }

    private static List<String> fields(Gap gap) {
        var finding = gap.finding();
        var figures = finding.figures();
        var periods = finding.periods();
        return List.of(
                gap.name(),
                finding.severity().label(),
                gap.key().kind().label(),
                finding.certainty().label(),
                SpreadsheetText.harmless(finding.productName()),
                Long.toString(finding.number()),
                SpreadsheetText.harmless(finding.sentence()),
                SpreadsheetText.harmless(finding.detail()),
                periods.isEmpty() ? "" : periods.getFirst().from().toString(),
                periods.isEmpty() ? "" : text(periods.getLast().until()),
                Integer.toString(periods.size()),
                Long.toString(figures.calls()),
                Integer.toString(figures.callers()),
                Long.toString(figures.verified()),
                text(figures.first()),
                text(figures.last()),
                gap.state().label(),
                SpreadsheetText.harmless(gap.why()),
                text(gap.acceptedUntil()),
                SpreadsheetText.harmless(gap.owner()),
                text(gap.due()),
                gap.openedAt().toString(),
                SpreadsheetText.harmless(String.join(
                        "; ", finding.rests().stream().map(Finding.Rest::title).toList())));
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return Objects.toString(value, "");
    }
}
