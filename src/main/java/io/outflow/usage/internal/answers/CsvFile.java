package io.outflow.usage.internal.answers;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.outflow.base.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values by RFC 4180, with comment lines before and after the table. */
final class CsvFile implements ExportFile {
    private final OutputStreamWriter out;
    private final CsvWriter csv;
    private long escaped;

    CsvFile(OutputStream stream) {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        csv = CsvWriter.builder().build(out);
    }

    @Override
    public void about(String name, String text) {
        csv.writeComment(name + ": " + text.replaceAll("\\p{Cntrl}", " "));
    }

    @Override
    public void names(List<String> names) {
        csv.writeRecord(names);
    }

    @Override
    public void line(List<? extends @Nullable Object> values) {
        csv.writeRecord(values.stream().map(this::cell).toList());
    }

    @Override
    public void end() throws IOException {
        csv.writeComment("Texts with an apostrophe put in front, because they begin like a formula: " + escaped);
        csv.flush();
        out.flush();
    }

    private String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        if (value instanceof Number || !SpreadsheetText.runs(text)) {
            return text;
        }
        escaped++;
        return SpreadsheetText.harmless(text);
    }
}
