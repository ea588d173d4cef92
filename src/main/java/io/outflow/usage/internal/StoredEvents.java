package io.outflow.usage.internal;

import io.outflow.trail.EventKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds events by their keys. */
final class StoredEvents {

    /** Where an event of a key is stored, and what it holds. */
    record Found(byte[] hash, long fileId, int recordNo, long chunk, int chunkIndex) {
        boolean sameContent(byte[] other) {
            return Arrays.equals(hash, other);
        }
    }

    private StoredEvents() {}

    static Map<EventKey, Found> find(
            Connection connection, Dialect dialect, EventTable table, Collection<EventKey> asked) throws SQLException {
        var found = new HashMap<EventKey, Found>();
        if (asked.isEmpty()) {
            return found;
        }
        var keys = asked.stream().sorted(UseGroup.ORDER).toList();
        var sql = "SELECT q.i, t.content_hash, t.file_id, t.record_no, t.chunk_id, t.chunk_index FROM UNNEST("
                + dialect.arrayParameter(SqlType.INT) + ", " + dialect.arrayParameter(SqlType.TIME) + ", "
                + dialect.arrayParameter(SqlType.TEXT) + ", " + dialect.arrayParameter(SqlType.TEXT)
                + ") AS q(i, event_at, acc, id) JOIN " + table.table()
                + " t ON t.event_time = q.event_at AND t.account = q.acc AND t." + table.key() + " = q.id";
        try (var select = connection.prepareStatement(sql)) {
            bind(select, dialect, keys);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            keys.get(rows.getInt(1)),
                            new Found(
                                    rows.getBytes(2),
                                    rows.getLong(3),
                                    rows.getInt(4),
                                    rows.getLong(5),
                                    rows.getInt(6)));
                }
            }
        }
        return found;
    }

    /** Finds governance events by keys of calls. There are few of them, so all of the time in question are read. */
    static Map<EventKey, Found> governanceBetween(Connection connection, EventKey first, EventKey last)
            throws SQLException {
        var found = new HashMap<EventKey, Found>();
        try (var select = connection.prepareStatement(
                "SELECT event_time, account, event_key, content_hash, file_id, record_no, chunk_id, chunk_index "
                        + "FROM governance_event WHERE event_time >= ? AND event_time <= ?")) {
            select.setObject(1, first.time().atOffset(ZoneOffset.UTC));
            select.setObject(2, last.time().atOffset(ZoneOffset.UTC));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            CallRows.key(rows, 1),
                            new Found(
                                    rows.getBytes(4),
                                    rows.getLong(5),
                                    rows.getInt(6),
                                    rows.getLong(7),
                                    rows.getInt(8)));
                }
            }
        }
        return found;
    }

    private static void bind(PreparedStatement select, Dialect dialect, List<EventKey> keys) throws SQLException {
        dialect.bindArray(
                select, 1, SqlType.INT, IntStream.range(0, keys.size()).boxed().toList());
        dialect.bindArray(
                select,
                2,
                SqlType.TIME,
                keys.stream().map(k -> k.time().atOffset(ZoneOffset.UTC)).toList());
        dialect.bindArray(
                select, 3, SqlType.TEXT, keys.stream().map(EventKey::account).toList());
        dialect.bindArray(
                select, 4, SqlType.TEXT, keys.stream().map(EventKey::id).toList());
    }

    /** The original record of a stored event. */
    static byte[] original(Connection connection, long chunk, int index) throws SQLException {
        try (var select = connection.prepareStatement("SELECT deflated FROM raw_chunk WHERE id = ?")) {
            select.setLong(1, chunk);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Originals.unpack(rows.getBytes(1), index) : new byte[0];
            }
        }
    }
}
