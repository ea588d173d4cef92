package io.outflow.usage.internal.answers;

import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A call as its row in the database tells it.
 *
 * @param input input tokens with cache reads and writes, null where none is known
 * @param detected see {@link io.outflow.usage.internal.DetectedClasses}
 * @param evidence 1 for a CloudTrail record, 2 for an invocation-log line, 3 for both
 */
record StoredCall(
        CallId id,
        int subject,
        Outcome outcome,
        @Nullable String errorCode,
        @Nullable Long input,
        @Nullable Long output,
        int evidence,
        @Nullable Long requestKey,
        @Nullable String requestId,
        long fileId,
        int recordNo,
        long chunk,
        int chunkIndex,
        Proof proof,
        @Nullable String detected) {

    static final String COLUMNS = "event_time, account, event_key, subject_id, outcome, error_code, input_tokens,"
            + " cache_read_tokens, cache_write_tokens, output_tokens, evidence, request_key, request_id, file_id,"
            + " record_no, chunk_id, chunk_index, proof, detected_classes";

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Proof[] PROOFS = Proof.values();

    static StoredCall of(ResultSet row, int number) throws SQLException {
        return new StoredCall(
                new CallId(
                        row.getObject("event_time", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        row.getString("event_key")),
                row.getInt("subject_id"),
                OUTCOMES[row.getInt("outcome")],
                row.getString("error_code"),
                input(row),
                count(row, "output_tokens"),
                row.getInt("evidence"),
                count(row, "request_key"),
                row.getString("request_id"),
                row.getLong("file_id"),
                row.getInt("record_no"),
                row.getLong("chunk_id"),
                row.getInt("chunk_index"),
                PROOFS[row.getInt("proof")],
                row.getString("detected_classes"));
    }

    boolean contentLogOnly() {
        return evidence == 2;
    }

    /** All input tokens: the three counts are disjoint. */
    static @Nullable Long input(ResultSet row) throws SQLException {
        var plain = count(row, "input_tokens");
        var read = count(row, "cache_read_tokens");
        var write = count(row, "cache_write_tokens");
        return plain == null && read == null && write == null ? null : orZero(plain) + orZero(read) + orZero(write);
    }

    static @Nullable Long count(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(value);
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
