package io.outflow.usage.internal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The row that writers take turns on. Holding its lock until the commit, a writer sees everything that was stored before it,
 * so a key that it does not find is new and two evidences of one use cannot pass each other unseen.
 */
record UsageHead(int lastSubject, long lastChunk, long writeSeq, long mark) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static UsageHead lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT last_subject, last_chunk, write_seq, state_mark FROM usage_head WHERE id = 1 FOR UPDATE")) {
            row.next();
            return new UsageHead(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    /** The head of the next state, with a mark of its own. */
    static UsageHead next(int subject, long chunk, long seq) {
        return new UsageHead(subject, chunk, seq, RANDOM.nextLong());
    }

    static void write(Connection connection, UsageHead head) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE usage_head SET last_subject = ?, last_chunk = ?, write_seq = ?, state_mark = ? WHERE id = 1")) {
            update.setInt(1, head.lastSubject());
            update.setLong(2, head.lastChunk());
            update.setLong(3, head.writeSeq());
            update.setLong(4, head.mark());
            update.executeUpdate();
        }
    }
}
