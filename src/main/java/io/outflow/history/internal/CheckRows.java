package io.outflow.history.internal;

import io.outflow.history.Checked;
import io.outflow.history.Verdict;
import io.outflow.history.Verdict.Fault;
import io.outflow.history.Verdict.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of checks. */
public final class CheckRows {

    private final JdbcClient jdbc;

    public CheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Checked checked) {
        var fault = checked.verdict().fault();
        jdbc.sql("INSERT INTO change_log_check (at, actor, entries, revisions, broken_entry, broken_revision)"
                        + " VALUES (:at, :actor, :entries, :revisions, :entry, :revision)")
                .param("at", OffsetDateTime.ofInstant(checked.at(), ZoneOffset.UTC))
                .param("actor", LogRows.cut(checked.actor(), LogRows.LONGEST_ACTOR))
                .param("entries", checked.verdict().entries())
                .param("revisions", checked.verdict().revisions())
                .param("entry", fault == null ? null : fault.entry())
                .param("revision", fault != null && fault.kind() == Kind.REVISION)
                .update();
    }

    public Optional<Checked> last() {
        return jdbc.sql("SELECT * FROM change_log_check ORDER BY id DESC FETCH FIRST 1 ROW ONLY")
                .query(CheckRows::checked)
                .optional();
    }

    private static Checked checked(ResultSet row, int number) throws SQLException {
        var broken = row.getObject("broken_entry", Long.class);
        var kind = row.getBoolean("broken_revision") ? Kind.REVISION : Kind.ENTRY;
        return new Checked(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                new Verdict(
                        row.getLong("entries"),
                        row.getLong("revisions"),
                        broken == null ? null : new Fault(broken, kind)));
    }
}
