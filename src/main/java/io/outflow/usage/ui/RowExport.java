package io.outflow.usage.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.outflow.usage.UsageReport.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The callers' table as a file, with the names as they are shown on the screen. */
final class RowExport {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RowExport() {}

    static byte[] csv(List<Row> rows, ClassPalette palette) {
        var bytes = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            csv.writeRecord(fields(null, palette).keySet());
            for (var row : rows) {
                csv.writeRecord(fields(row, palette).values().stream()
                        .map(RowExport::cell)
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] json(List<Row> rows, ClassPalette palette) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(
                        rows.stream().map(row -> fields(row, palette)).toList());
    }

    /** A spreadsheet would run a text that starts like a formula; an apostrophe keeps it a text. */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        return value instanceof String && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
    }

    private static Map<String, @Nullable Object> fields(@Nullable Row row, ClassPalette palette) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("caller", row == null ? null : row.caller().name());
        fields.put("callerGrade", row == null ? null : row.caller().grade().name());
        fields.put("account", row == null ? null : row.account());
        fields.put("region", row == null ? null : row.region());
        fields.put("channel", row == null ? null : row.channel().name());
        fields.put("model", row == null ? null : row.model());
        fields.put("claude", row == null ? null : row.claude().name());
        fields.put(
                "dataClass",
                row == null ? null : palette.shade(row.decision().dataClass()).name());
        fields.put(
                "provenance", row == null ? null : row.decision().provenance().name());
        fields.put("rule", row == null ? null : Words.rule(row.decision()));
        fields.put("calls", row == null ? null : row.calls());
        fields.put("denied", row == null ? null : row.denied());
        fields.put("failed", row == null ? null : row.failed());
        fields.put("inputTokens", row == null ? null : row.inputTokens());
        fields.put("outputTokens", row == null ? null : row.outputTokens());
        return fields;
    }
}
