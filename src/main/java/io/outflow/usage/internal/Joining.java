package io.outflow.usage.internal;

import io.outflow.trail.EventKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one use of the two evidences of a call: works out how the rows should be and changes those that are not. */
final class Joining {
    private final Connection connection;
    private final Subjects subjects;
    private final CallChanges changes;
    private final Set<EventKey> newLines;

    private final List<CallRow> changedRecords = new ArrayList<>();
    private final List<CallRow> mergedForTheFirstTime = new ArrayList<>();
    private final List<CallRow> aloneAgain = new ArrayList<>();
    private final List<CallRow> absorbed = new ArrayList<>();
    private final List<Attached> attached = new ArrayList<>();

    private record Attached(CallRow line, EventKey owner) {}

    /** @param newLines lines of this transaction, which have no row among the calls yet */
    Joining(Connection connection, Subjects subjects, CallChanges changes, Set<EventKey> newLines) {
        this.connection = connection;
        this.subjects = subjects;
        this.changes = changes;
        this.newLines = newLines;
    }

    void join(Collection<Evidences.Found> requests) throws SQLException {
        requests.forEach(this::compare);
        updateRecords();
        insertMerged();
        delete("DELETE FROM merged_record WHERE event_time = ? AND account = ? AND event_key = ?", aloneAgain);
        delete("DELETE FROM invocation WHERE event_time = ? AND account = ? AND event_key = ?", absorbed);
        attach();
    }

    private void compare(Evidences.Found request) {
        var group = request.group();
        var owners = group.owners();
        for (var desired : group.merged(subjects::facts, subjects::intern)) {
            var stored = request.records.get(desired.key());
            if (stored == null || same(stored.current(), desired)) {
                continue;
            }
            changedRecords.add(desired);
            changes.changed(stored.current(), desired);
            if (stored.current().evidence() == CallRow.RECORD) {
                mergedForTheFirstTime.add(stored.own());
            } else if (desired.evidence() == CallRow.RECORD) {
                aloneAgain.add(desired);
            }
        }
        for (var line : request.lines.values()) {
            var owner = owners.get(line.row().key());
            if (owner == null || owner.equals(line.attached())) {
                continue;
            }
            attached.add(new Attached(line.row(), owner));
            if (line.attached() == null && !newLines.remove(line.row().key())) {
                absorbed.add(line.row());
                changes.removed(line.row());
            }
        }
    }

    private static boolean same(CallRow a, CallRow b) {
        return a.subject() == b.subject()
                && a.guardrail() == b.guardrail()
                && a.evidence() == b.evidence()
                && Objects.equals(a.detected(), b.detected())
                && a.tokens().equals(b.tokens());
    }

    private void updateRecords() throws SQLException {
        batch(
                "UPDATE invocation SET subject_id = ?, guardrail = ?, input_tokens = ?, output_tokens = ?, "
                        + "cache_read_tokens = ?, cache_write_tokens = ?, evidence = ?, detected_classes = ? "
                        + "WHERE event_time = ? AND account = ? AND event_key = ?",
                changedRecords,
                (update, row) -> {
                    int next = facts(update, 1, row);
                    update.setInt(next, row.evidence());
                    update.setString(next + 1, row.detected());
                    key(update, next + 2, row.key());
                });
    }

    private void insertMerged() throws SQLException {
        batch(
                "INSERT INTO merged_record (subject_id, guardrail, input_tokens, output_tokens, cache_read_tokens, "
                        + "cache_write_tokens, event_time, account, event_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                mergedForTheFirstTime,
                (insert, row) -> key(insert, facts(insert, 1, row), row.key()));
    }

    private void delete(String sql, List<CallRow> rows) throws SQLException {
        batch(sql, rows, (delete, row) -> key(delete, 1, row.key()));
    }

    private void attach() throws SQLException {
        batch(
                "UPDATE log_line SET attached_time = ?, attached_key = ? "
                        + "WHERE event_time = ? AND account = ? AND line_key = ?",
                attached,
                (update, line) -> {
                    update.setObject(1, line.owner().time().atOffset(ZoneOffset.UTC));
                    update.setString(2, line.owner().id());
                    key(update, 3, line.line().key());
                });
    }

    private static int facts(PreparedStatement statement, int first, CallRow row) throws SQLException {
        statement.setInt(first, row.subject());
        statement.setInt(first + 1, row.guardrail().ordinal());
        number(statement, first + 2, row.tokens().input());
        number(statement, first + 3, row.tokens().output());
        number(statement, first + 4, row.tokens().cacheRead());
        number(statement, first + 5, row.tokens().cacheWrite());
        return first + 6;
    }

    private static void number(PreparedStatement statement, int at, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, value);
        }
    }

    private static void key(PreparedStatement statement, int first, EventKey key) throws SQLException {
        statement.setObject(first, key.time().atOffset(ZoneOffset.UTC));
        statement.setString(first + 1, key.account());
        statement.setString(first + 2, key.id());
    }

    private interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private <T> void batch(String sql, List<T> rows, Binder<T> binder) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
