package io.outflow.history.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2 calls this for every row of the change log or a revision that somebody tries to change or remove. */
public class AppendOnly implements Trigger {

    private String table = "";

    @Override
    public void init(
            Connection connection, String schema, String trigger, String guarded, boolean before, int operation) {
        table = guarded.toLowerCase(Locale.ROOT);
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("The table " + table + " is append-only.");
    }
}
