package io.outflow.history.internal;

import static io.outflow.history.internal.DatabaseRoles.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.h2.api.ErrorCode;

/** Users of H2. There is no console to make them beforehand, so the application's user is made here. */
record H2Roles() implements DatabaseRoles {

    @Override
    public void grant(Connection owner, String role, String password) throws SQLException {
        // H2 turns the name of who connects into capital letters.
        var user = quoted(role.toUpperCase(Locale.ROOT));
        try (var create = owner.prepareStatement("CREATE USER IF NOT EXISTS " + user + " PASSWORD ?")) {
            create.setString(1, password);
            create.execute();
        }
        try (var statement = owner.createStatement()) {
            for (var table : tables(owner)) {
                var rights = APPEND_ONLY.contains(table.toLowerCase(Locale.ROOT))
                        ? "SELECT, INSERT"
                        : "SELECT, INSERT, UPDATE, DELETE";
                statement.execute("GRANT " + rights + " ON " + quoted(table) + " TO " + user);
            }
        }
    }

    /** H2 shows a user only part of the rights, so it is asked by statements that would touch no row. */
    @Override
    public List<String> changeable(Connection application) throws SQLException {
        var changeable = new ArrayList<String>();
        for (var table : APPEND_ONLY) {
            if (may(application, "UPDATE " + table + " SET seq = seq WHERE FALSE")
                    || may(application, "DELETE FROM " + table + " WHERE FALSE")) {
                changeable.add(table);
            }
        }
        return changeable;
    }

    private static boolean may(Connection application, String sql) throws SQLException {
        try (var statement = application.createStatement()) {
            statement.executeUpdate(sql);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1) {
                return false;
            }
            throw e;
        }
    }

    private static List<String> tables(Connection owner) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows =
                owner.getMetaData().getTables(null, owner.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }
}
