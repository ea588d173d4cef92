package io.outflow.usage.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL takes a column at a time: one statement with an array for each column. */
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

    @Override
    public void insert(Connection connection, EventTable table, List<@Nullable Object[]> rows) throws SQLException {
        var arrays = String.join(
                ", ", table.types().stream().map(this::arrayParameter).toList());
        var sql = "INSERT INTO " + table.table() + " (" + table.columnList() + ") SELECT * FROM UNNEST(" + arrays + ")";
        try (var statement = connection.prepareStatement(sql)) {
            for (int column = 0; column < table.width(); column++) {
                var values = new ArrayList<Object>(rows.size());
                for (var row : rows) {
                    values.add(row[column]);
                }
                bindArray(statement, column + 1, table.types().get(column), values);
            }
            statement.executeUpdate();
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
