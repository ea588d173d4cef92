package io.outflow.usage.internal;

import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.trail.Tokens;
import io.outflow.usage.CallChange;
import io.outflow.usage.EventStore.Proven;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives the calls and governance events of files another proof. Calls that only a log line tells of have none and keep it. */
final class ProofChange {
    private static final int FILES_AT_ONCE = 5_000;
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Proof[] PROOFS = Proof.values();
    /** No event is older, or newer: readers refuse such times. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Connection connection;
    private final List<CallChange> changes = new ArrayList<>();

    ProofChange(Connection connection) {
        this.connection = connection;
    }

    List<CallChange> of(List<Proven> files) throws SQLException {
        var whole = files.stream().filter(Proven::whole).collect(Collectors.groupingBy(Proven::proof));
        for (var group : whole.entrySet()) {
            var ordered = group.getValue().stream()
                    .sorted(Comparator.comparing(file -> file.first() == null ? Instant.MIN : file.first()))
                    .toList();
            for (int from = 0; from < ordered.size(); from += FILES_AT_ONCE) {
                change(ordered.subList(from, Math.min(ordered.size(), from + FILES_AT_ONCE)), "");
            }
        }
        for (var part : files) {
            if (!part.whole()) {
                change(List.of(part), " AND record_no > " + part.after() + " AND record_no <= " + part.upTo());
            }
        }
        return changes;
    }

    /**
     * One pass over the events of the files' time, because file_id has no index.
     *
     * @param files of one proof
     */
    private void change(List<Proven> files, String records) throws SQLException {
        var proof = files.getFirst().proof();
        // Numbers of our own as literals: H2 finds nothing by an array in a subquery, and joins it by a pass for each
        // file.
        var numbers = files.stream().map(file -> String.valueOf(file.fileId())).collect(Collectors.joining(","));
        var where = " WHERE proof <> " + proof.ordinal() + " AND file_id IN (" + numbers + ")" + records
                + " AND event_time >= ? AND event_time <= ?";
        var first = bound(files, Proven::first, EARLIEST, Comparator.naturalOrder());
        var last = bound(files, Proven::last, LATEST, Comparator.reverseOrder());
        // Calls that only a log line tells of are in no file that a digest names.
        try (var select = connection.prepareStatement("SELECT event_time, subject_id, outcome, proof, input_tokens,"
                + " output_tokens, cache_read_tokens, cache_write_tokens, detected_classes FROM invocation" + where
                + " AND evidence <> 2")) {
            select.setObject(1, first);
            select.setObject(2, last);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    changed(rows, proof);
                }
            }
        }
        update("UPDATE invocation SET proof = ?" + where + " AND evidence <> 2", proof, first, last);
        update("UPDATE governance_event SET proof = ?" + where, proof, first, last);
    }

    private static OffsetDateTime bound(
            List<Proven> files, Function<Proven, @Nullable Instant> time, Instant unknown, Comparator<Instant> order) {
        return files.stream()
                .map(file -> Objects.requireNonNullElse(time.apply(file), unknown))
                .min(order)
                .orElse(unknown)
                .atOffset(ZoneOffset.UTC);
    }

    private void changed(ResultSet row, Proof proof) throws SQLException {
        var tokens = CallRows.tokens(row, 5);
        var before = new CallChange(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getInt(2),
                OUTCOMES[row.getInt(3)],
                PROOFS[row.getInt(4)],
                input(tokens),
                tokens.output() == null ? -1 : tokens.output(),
                -1,
                row.getString(9));
        changes.add(before);
        changes.add(before.now(proof));
    }

    private void update(String sql, Proof proof, OffsetDateTime first, OffsetDateTime last) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setInt(1, proof.ordinal());
            update.setObject(2, first);
            update.setObject(3, last);
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
