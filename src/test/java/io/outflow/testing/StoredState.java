package io.outflow.testing;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the tables of usage hold, as text that does not depend on the numbers that subjects, chunks and files got. Two
 * imports of the same evidence must lead to equal texts.
 */
public final class StoredState {
    private static final String CALL_FACTS =
            "outcome, error_code, error_family, guardrail, input_tokens, output_tokens, cache_read_tokens, "
                    + "cache_write_tokens, ";

    private StoredState() {}

    public static String of(DataSource source) {
        var jdbc = new JdbcTemplate(source);
        var hashes = new TreeMap<Integer, String>();
        jdbc.query("SELECT id, subject_hash FROM subject", row -> {
            hashes.put(row.getInt(1), row.getString(2));
        });
        var text = new StringBuilder();
        text.append("subjects ").append(hashes.values().stream().sorted().toList());
        rows(
                jdbc,
                text,
                hashes,
                "invocation",
                CALL_FACTS + "content_hash, request_key, request_id, detected_classes, evidence, proof");
        rows(
                jdbc,
                text,
                hashes,
                "log_line",
                CALL_FACTS
                        + "content_hash, request_key, request_id, detected_classes, text_seen, attached_time, attached_key");
        rows(
                jdbc,
                text,
                hashes,
                "merged_record",
                "guardrail, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens");
        rows(
                jdbc,
                text,
                null,
                "governance_event",
                "kind, operation, caller_id, region, outcome, target, content_hash, proof");
        text.append("\ndetections ")
                .append(values(
                        jdbc, "SELECT event_time, account, line_key, detector, data_class, finds FROM detection"));
        text.append("\nevidence ").append(values(jdbc, "SELECT account, region, evidence FROM evidence_kind"));
        text.append("\ncoverage ")
                .append(values(jdbc, "SELECT account, region, channel, covered_on FROM coverage_day"));
        return text.toString();
    }

    private static List<String> values(JdbcTemplate jdbc, String sql) {
        return jdbc.queryForList(sql).stream()
                .map(row -> row.values().toString())
                .sorted()
                .toList();
    }

    private static void rows(
            JdbcTemplate jdbc, StringBuilder text, @Nullable Map<Integer, String> hashes, String table, String facts) {
        var key = table.equals("log_line") ? "line_key" : "event_key";
        var subject = hashes == null ? "1" : "subject_id";
        List<String> lines = jdbc.query(
                "SELECT event_time, account, " + key + ", " + subject + ", " + facts + " FROM " + table,
                (row, number) -> {
                    var line = new StringBuilder();
                    line.append(row.getObject(1, OffsetDateTime.class).toInstant());
                    line.append(' ').append(row.getString(2)).append(' ').append(row.getString(3));
                    line.append(' ').append(hashes == null ? "" : hashes.get(row.getInt(4)));
                    for (int i = 5; i <= row.getMetaData().getColumnCount(); i++) {
                        var value = row.getObject(i);
                        line.append(' ')
                                .append(
                                        value instanceof byte[] bytes
                                                ? HexFormat.of().formatHex(bytes)
                                                : value instanceof Timestamp || value instanceof OffsetDateTime
                                                        ? row.getObject(i, OffsetDateTime.class)
                                                                .toInstant()
                                                                .toString()
                                                        : String.valueOf(value));
                    }
                    return line.toString();
                });
        text.append('\n').append(table);
        lines.stream().sorted().forEach(line -> text.append("\n  ").append(line));
    }
}
