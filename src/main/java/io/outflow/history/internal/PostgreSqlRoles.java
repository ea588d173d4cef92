package io.outflow.history.internal;

import static io.outflow.history.internal.DatabaseRoles.quoted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Roles of PostgreSQL, which must be there; the catalogue knows what each may do, by itself or through another. */
record PostgreSqlRoles() implements DatabaseRoles {

    private static final String CHANGEABLE = """
            SELECT c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = current_schema() AND c.relname = ANY (?)
               AND (has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                    OR has_any_column_privilege(c.oid, 'UPDATE')
                    OR pg_has_role(c.relowner, 'MEMBER')
                    OR pg_has_role(n.nspowner, 'MEMBER'))
             ORDER BY c.relname
            """;

    @Override
    public void grant(Connection owner, String role, String password) throws SQLException {
        var to = quoted(role);
        var schema = quoted(owner.getSchema());
        var tables = String.join(", ", APPEND_ONLY);
        var before = owner.getAutoCommit();
        // In one transaction: no other session may ever see the rights in between.
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO " + to);
            statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO " + to);
            statement.execute("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA " + schema + " TO " + to);
            statement.execute("REVOKE ALL ON " + tables + " FROM PUBLIC, " + to);
            statement.execute("GRANT SELECT, INSERT ON " + tables + " TO " + to);
            owner.commit();
        } catch (SQLException e) {
            owner.rollback();
            throw e;
        } finally {
            owner.setAutoCommit(before);
        }
    }

    @Override
    public List<String> changeable(Connection application) throws SQLException {
        var changeable = new ArrayList<String>();
        try (var select = application.prepareStatement(CHANGEABLE)) {
            select.setArray(1, application.createArrayOf("text", APPEND_ONLY.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    changeable.add(rows.getString(1));
                }
            }
        }
        return changeable;
    }
}
