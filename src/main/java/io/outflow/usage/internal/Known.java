package io.outflow.usage.internal;

import io.outflow.trail.Channel;
import io.outflow.trail.Coverage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * What is stored already, so that it is not asked for again: covered days, which kinds of evidence an account and Region have,
 * and which events may be stored. For the one writer.
 */
final class Known {
    /** Evidence of one kind from one account and Region. */
    record Kind(String account, String region, int evidence) {}

    final Set<Coverage> covered = new HashSet<>();
    final Set<Kind> kinds = new HashSet<>();
    final SeenKeys keys = new SeenKeys();

    void read(Connection connection) throws SQLException {
        keys.read(connection);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT account, region, channel, covered_on FROM coverage_day")) {
            while (rows.next()) {
                covered.add(new Coverage(
                        rows.getString(1),
                        rows.getString(2),
                        Channel.valueOf(rows.getString(3)),
                        rows.getObject(4, LocalDate.class)));
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT account, region, evidence FROM evidence_kind")) {
            while (rows.next()) {
                kinds.add(new Kind(rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
        }
    }

    static void insertCovered(Connection connection, Set<Coverage> days) throws SQLException {
        if (days.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                "INSERT INTO coverage_day (account, region, channel, covered_on) VALUES (?, ?, ?, ?)")) {
            for (var day : days) {
                insert.setString(1, day.account());
                insert.setString(2, day.region());
                insert.setString(3, day.channel().name());
                insert.setObject(4, day.day());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void insertKinds(Connection connection, Set<Kind> kinds) throws SQLException {
        if (kinds.isEmpty()) {
            return;
        }
        try (var insert =
                connection.prepareStatement("INSERT INTO evidence_kind (account, region, evidence) VALUES (?, ?, ?)")) {
            for (var kind : kinds) {
                insert.setString(1, kind.account());
                insert.setString(2, kind.region());
                insert.setInt(3, kind.evidence());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
