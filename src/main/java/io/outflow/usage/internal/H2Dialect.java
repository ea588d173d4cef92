package io.outflow.usage.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** H2 is fastest with plain batches. */
record H2Dialect() implements Dialect {

    @Override
    public String arrayParameter(SqlType type) {
        return "?";
    }

    @Override
    public void bindArray(PreparedStatement statement, int parameter, SqlType type, List<?> values)
            throws SQLException {
        statement.setObject(parameter, values.toArray());
    }

    @Override
    public void insert(Connection connection, EventTable table, List<@Nullable Object[]> rows) throws SQLException {
        var sql = "INSERT INTO " + table.table() + " (" + table.columnList() + ") VALUES ("
                + "?, ".repeat(table.width() - 1) + "?)";
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
