package io.outflow.usage.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What H2 and PostgreSQL must be told differently to be fast. */
sealed interface Dialect permits H2Dialect, PostgreSqlDialect {

    static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                ? new PostgreSqlDialect()
                : new H2Dialect();
    }

    /** The text of a parameter that takes an array, for use in UNNEST. */
    String arrayParameter(SqlType type);

    void bindArray(PreparedStatement statement, int parameter, SqlType type, List<?> values) throws SQLException;

    /** Inserts rows whose keys are known to be new. */
    void insert(Connection connection, EventTable table, List<@Nullable Object[]> rows) throws SQLException;
}
