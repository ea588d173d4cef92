package io.outflow.imports.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.outflow.base.SpreadsheetText;
import io.outflow.imports.ImportFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the files of a run with what became of their records. */
final class FilesExport {
    private static final List<String> COLUMNS = List.of(
            "number", "file", "state", "reason", "bytes", "read", "inserted", "duplicate", "skipped", "quarantined");

    private FilesExport() {}

    static void csv(List<ImportFile> files, OutputStream out) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(COLUMNS);
            for (var file : files) {
                var counts = file.counts();
                csv.writeRecord(
                        Integer.toString(file.number()),
                        SpreadsheetText.harmless(file.name()),
                        file.state().name(),
                        file.reason() == null ? "" : file.reason(),
                        Long.toString(file.bytes()),
                        Long.toString(counts.read()),
                        Long.toString(counts.inserted()),
                        Long.toString(counts.duplicate()),
                        Long.toString(counts.skipped()),
                        Long.toString(counts.quarantined()));
            }
        }
    }
}
