package io.outflow.history.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Two roles in the database: one migrates and owns the tables, the other is the application's. Of the change log and the
 * revisions the application may read and add rows, and nothing else.
 */
interface DatabaseRoles {

    List<String> APPEND_ONLY = List.of("change_log", "revision");

    static DatabaseRoles on(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                ? new PostgreSqlRoles()
                : new H2Roles();
    }

    /** Gives the application's role what it needs, as the owner of the tables. */
    static void grant(DataSource owner, String role, String password) {
        try (var connection = owner.getConnection()) {
            on(connection).grant(connection, role, password);
        } catch (SQLException e) {
            throw new RightsRefused(
                    "The migration user could not give the database role %s its rights: %s"
                            .formatted(role, e.getMessage()),
                    e);
        }
    }

    /**
     * Passes when the connections of the application can only read and add.
     *
     * @throws RightsRefused when they can change or remove entries
     */
    static void check(DataSource application) {
        try (var connection = application.getConnection()) {
            var changeable = on(connection).changeable(connection);
            if (!changeable.isEmpty()) {
                throw new RightsRefused(
                        "OUTFLOW_DB_MIGRATION_USER is set, and still the role of OUTFLOW_DB_USER, %s, could change or remove rows of %s."
                                .formatted(connection.getMetaData().getUserName(), String.join(" and ", changeable)),
                        null);
            }
        } catch (SQLException e) {
            throw new RightsRefused(
                    "The rights on the change log could not be read from the database: " + e.getMessage(), e);
        }
    }

    void grant(Connection owner, String role, String password) throws SQLException;

    /** Those of the append-only tables whose rows the connected role could change or remove, or that it could alter. */
    List<String> changeable(Connection application) throws SQLException;

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
