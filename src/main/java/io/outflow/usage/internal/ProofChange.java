package io.outflow.usage.internal;

import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.trail.Tokens;
import io.outflow.usage.CallChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives the calls of files another proof. Calls that only a log line tells of have none and keep it. */
final class ProofChange {
    private static final int FILES_AT_ONCE = 5_000;
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Proof[] PROOFS = Proof.values();

    private final Connection connection;
    private final List<CallChange> changes = new ArrayList<>();

    ProofChange(Connection connection) {
        this.connection = connection;
    }

    List<CallChange> of(Map<Long, Proof> files) throws SQLException {
        var byProof = files.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        for (var group : byProof.entrySet()) {
            change(group.getKey(), group.getValue());
        }
        return changes;
    }

    private void change(Proof proof, List<Long> files) throws SQLException {
        for (int from = 0; from < files.size(); from += FILES_AT_ONCE) {
            change(
                    proof,
                    files.subList(from, Math.min(files.size(), from + FILES_AT_ONCE)).stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(",")));
        }
    }

    /** One pass over the calls for many files, because file_id has no index. */
    private void change(Proof proof, String files) throws SQLException {
        // Numbers of our own as literals: H2 finds nothing by an array in a subquery, and joins it by a pass for each
        // file.
        var where = " WHERE evidence <> 2 AND proof <> ? AND file_id IN (" + files + ")";
        try (var select = connection.prepareStatement("SELECT event_time, subject_id, outcome, proof, input_tokens,"
                + " output_tokens, cache_read_tokens, cache_write_tokens, detected_classes FROM invocation" + where)) {
            select.setInt(1, proof.ordinal());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var tokens = CallRows.tokens(rows, 5);
                    var before = new CallChange(
                            rows.getObject(1, OffsetDateTime.class).toInstant(),
                            rows.getInt(2),
                            OUTCOMES[rows.getInt(3)],
                            PROOFS[rows.getInt(4)],
                            input(tokens),
                            tokens.output() == null ? -1 : tokens.output(),
                            -1,
                            rows.getString(9));
                    changes.add(before);
                    changes.add(before.now(proof));
                }
            }
        }
        try (var update = connection.prepareStatement("UPDATE invocation SET proof = ?" + where)) {
            update.setInt(1, proof.ordinal());
            update.setInt(2, proof.ordinal());
            update.executeUpdate();
        }
    }

    /** All input tokens; -1 where none is known. */
    static long input(Tokens tokens) {
        return tokens.input() == null && tokens.cacheRead() == null && tokens.cacheWrite() == null
                ? -1
                : zeroIfNull(tokens.input()) + zeroIfNull(tokens.cacheRead()) + zeroIfNull(tokens.cacheWrite());
    }

    private static long zeroIfNull(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
