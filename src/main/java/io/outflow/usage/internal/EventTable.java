package io.outflow.usage.internal;

import static io.outflow.usage.internal.SqlType.BYTES;
import static io.outflow.usage.internal.SqlType.INT;
import static io.outflow.usage.internal.SqlType.LONG;
import static io.outflow.usage.internal.SqlType.SMALL;
import static io.outflow.usage.internal.SqlType.TEXT;
import static io.outflow.usage.internal.SqlType.TIME;

import java.util.List;

/** A table that events are written to in bulk. */
enum EventTable {
    CALLS(
            "invocation",
            "event_key",
            List.of(
                    "event_time",
                    "account",
                    "event_key",
                    "subject_id",
                    "outcome",
                    "error_code",
                    "error_family",
                    "guardrail",
                    "input_tokens",
                    "output_tokens",
                    "cache_read_tokens",
                    "cache_write_tokens",
                    "content_hash",
                    "request_key",
                    "request_id",
                    "file_id",
                    "record_no",
                    "chunk_id",
                    "chunk_index",
                    "detected_classes",
                    "evidence",
                    "proof"),
            List.of(
                    TIME, TEXT, TEXT, INT, SMALL, TEXT, SMALL, SMALL, LONG, LONG, LONG, LONG, BYTES, LONG, TEXT, LONG,
                    INT, LONG, INT, TEXT, SMALL, SMALL)),

    LINES(
            "log_line",
            "line_key",
            List.of(
                    "event_time",
                    "account",
                    "line_key",
                    "subject_id",
                    "outcome",
                    "error_code",
                    "error_family",
                    "guardrail",
                    "input_tokens",
                    "output_tokens",
                    "cache_read_tokens",
                    "cache_write_tokens",
                    "content_hash",
                    "request_key",
                    "request_id",
                    "file_id",
                    "record_no",
                    "chunk_id",
                    "chunk_index",
                    "detected_classes",
                    "text_seen"),
            CALLS.types.subList(0, 21)),

    GOVERNANCE(
            "governance_event",
            "event_key",
            List.of(
                    "event_time",
                    "account",
                    "event_key",
                    "kind",
                    "source",
                    "operation",
                    "caller_kind",
                    "caller_id",
                    "caller_name",
                    "caller_role",
                    "caller_session",
                    "caller_grade",
                    "region",
                    "outcome",
                    "error_code",
                    "target",
                    "content_hash",
                    "file_id",
                    "record_no",
                    "chunk_id",
                    "chunk_index",
                    "proof"),
            List.of(
                    TIME, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, SMALL, TEXT, TEXT,
                    BYTES, LONG, INT, LONG, INT, SMALL)),

    DETECTIONS(
            "detection",
            "line_key",
            List.of("event_time", "account", "line_key", "detector", "data_class", "finds"),
            List.of(TIME, TEXT, TEXT, TEXT, TEXT, INT)),

    CHUNKS("raw_chunk", "id", List.of("id", "record_count", "deflated"), List.of(LONG, INT, BYTES));

    private final String table;
    private final String key;
    private final List<String> columns;
    private final List<SqlType> types;

    EventTable(String table, String key, List<String> columns, List<SqlType> types) {
        this.table = table;
        this.key = key;
        this.columns = columns;
        this.types = types;
    }

    String table() {
        return table;
    }

    /** Name of the column that names the event within its time and account. */
    String key() {
        return key;
    }

    List<String> columns() {
        return columns;
    }

    List<SqlType> types() {
        return types;
    }

    int width() {
        return columns.size();
    }

    String columnList() {
        return String.join(", ", columns);
    }
}
