package io.outflow.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import io.outflow.imports.Imports.Quarantined;
import io.outflow.imports.RunState;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** All parts of the page of one run, kept up with it. */
final class RunPage extends Composite<Div> {
    /** Files are read anew less often than totals: there may be thousands. */
    private static final Duration BETWEEN_FILES = Duration.ofSeconds(1);

    private final Imports imports;
    private final Clock clock;
    private final RecordText text;
    private final Pace pace = new Pace();
    private final RunHeader header;
    private final Equation equation = new Equation();
    private final FileList fileList;
    private final SkippedList skipped = new SkippedList();
    private final QuarantinePanel quarantine;
    private ImportRun run;
    private RunAddress address = RunAddress.START;
    private Instant filesRead = Instant.MIN;

    RunPage(Imports imports, Clock clock, ImportRun run, RecordText text, boolean mayImport) {
        this.imports = imports;
        this.clock = clock;
        this.run = run;
        this.text = text;
        header = new RunHeader(mayImport, () -> imports.cancel(run.id()), () -> imports.resume(run.id()));
        fileList =
                new FileList(run.id(), filesAsCsv(), mayImport ? file -> new AdmitButton(file, imports::admit) : null);
        quarantine = new QuarantinePanel(run.id(), text, download("csv"), download("json"));
        var left = new Div(fileList, skipped);
        var columns = new Div(left, quarantine);
        columns.addClassName("im");
        getContent().addClassName("import-run");
        getContent().add(header, equation, columns);
    }

    long runId() {
        return run.id();
    }

    /** The page was opened, or another file, record or state was picked. */
    void show(ImportRun newest, RunAddress picked) {
        address = picked;
        filesRead = Instant.MIN;
        show(newest);
    }

    /** The run went on. */
    void show(ImportRun newest) {
        run = newest;
        var now = clock.instant();
        pace.seen(run, now);
        header.show(run, pace);
        equation.show(run.totals());
        if (run.state() != RunState.RUNNING || !now.isBefore(filesRead.plus(BETWEEN_FILES))) {
            filesRead = now;
            var files = imports.files(run.id());
            fileList.show(files, address);
            skipped.show(imports.skipped(run.id()));
            header.note(
                    RunWords.bounds(run),
                    run.state() == RunState.RUNNING ? "" : SourceWords.joined(imports.joined(run.id())));
            showQuarantine();
        }
    }

    private void showQuarantine() {
        var counts = imports.quarantined(run.id(), address.file());
        var reason = address.reason();
        var count = reason == null
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(reason, 0L);
        var offset = (int) Math.clamp(address.record(), 1, Math.clamp(count, 1, Integer.MAX_VALUE)) - 1;
        List<Quarantined> found =
                count == 0 ? List.of() : imports.quarantined(run.id(), address.file(), reason, offset, 1);
        quarantine.offer(counts, address);
        if (found.isEmpty()) {
            quarantine.showNone(run.totals().quarantined());
        } else {
            quarantine.show(found.getFirst(), address.withRecord(offset + 1), count);
        }
    }

    private Anchor filesAsCsv() {
        DownloadHandler handler = event -> write(
                event,
                "files.csv",
                out -> FilesExport.csv(
                        FileGroups.listed(imports.files(run.id()), address.state(), address.sort()), out));
        var anchor = new Anchor(handler, "CSV");
        anchor.setAriaLabel("CSV: export the files as they are listed");
        anchor.setTestId("files-csv");
        return anchor;
    }

    private Anchor download(String kind) {
        var export = new QuarantineExport(imports, text);
        DownloadHandler handler = event -> write(event, "quarantine." + kind, out -> {
            if ("csv".equals(kind)) {
                export.csv(run.id(), address.file(), address.reason(), out);
            } else {
                export.json(run.id(), address.file(), address.reason(), out);
            }
        });
        var anchor = new Anchor(handler, "Download as " + kind.toUpperCase(Locale.ROOT));
        anchor.setTestId("quarantine-" + kind);
        return anchor;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private void write(DownloadEvent event, String name, Writing writing) throws IOException {
        event.setFileName("outflow-run-%d-%s".formatted(run.id(), name));
        event.setContentType(name.endsWith("csv") ? "text/csv;charset=utf-8" : "application/json");
        try (var out = event.getOutputStream()) {
            writing.to(out);
        }
    }
}
