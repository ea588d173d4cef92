package io.outflow.usage.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** PostgreSQL is asked with an array for each column, and given rows by COPY. */
record PostgreSqlDialect() implements Dialect {

    @Override
    public String arrayParameter(SqlType type) {
        return "CAST(? AS " + name(type) + "[])";
    }

    @Override
    public void bindArray(PreparedStatement statement, int parameter, SqlType type, List<?> values)
            throws SQLException {
        var array =
                switch (type) {
                    case TIME ->
                        values.stream()
                                .map(v -> v == null ? null : v.toString())
                                .toArray(String[]::new);
                    case TEXT -> values.toArray(String[]::new);
                    case LONG -> values.toArray(Long[]::new);
                    case INT -> values.toArray(Integer[]::new);
                    case SMALL -> values.toArray(Short[]::new);
                    case BYTES -> values.toArray(byte[][]::new);
                };
        statement.setArray(parameter, statement.getConnection().createArrayOf(name(type), array));
    }

    /** By COPY, which costs PostgreSQL about half of what arrays do. */
    @Override
    public void insert(Connection connection, EventTable table, List<@Nullable Object[]> rows) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.table() + " (" + table.columnList() + ") FROM STDIN (FORMAT binary)");
        try {
            var sent = new CopyRows(table.types(), (bytes, length) -> copy.writeToCopy(bytes, 0, length));
            for (var row : rows) {
                sent.add(row);
            }
            sent.end();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static String name(SqlType type) {
        return switch (type) {
            case TIME -> "timestamptz";
            case TEXT -> "text";
            case LONG -> "int8";
            case INT -> "int4";
            case SMALL -> "int2";
            case BYTES -> "bytea";
        };
    }
}
