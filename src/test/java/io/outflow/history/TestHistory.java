package io.outflow.history;

import com.zaxxer.hikari.HikariDataSource;
import io.outflow.access.CurrentPerson;
import io.outflow.base.DatabaseFile;
import io.outflow.testing.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Revisions and a change log on a new database, with a clock that stands still until it is set. */
final class TestHistory implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    final Database database;
    final HikariDataSource source;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final ChangeLog log;
    final Revisions revisions;
    final LogCheck check;
    Instant now = START;

    TestHistory(Database database) {
        this.database = database;
        source = database.fresh();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        var file = new DatabaseFile(new JdbcTemplate(source));
        log = new ChangeLog(jdbc, clock, new CurrentPerson(), file);
        revisions = new Revisions(jdbc, clock, new CurrentPerson(), file);
        check = new LogCheck(log, jdbc, clock, new CurrentPerson());
    }

    Revision record(UUID object, Instant from, @Nullable Instant to, @Nullable String json) {
        return record(new Statement("product", object, null, "Product Claude API", from, to, json, "because"));
    }

    Revision record(Statement statement) {
        return transaction.execute(status -> revisions.record(statement));
    }

    /** What a revision changed, as the history of its object tells. */
    List<FieldChange> changes(Revision revision) {
        return revisions.ofObject(revision.object(), Optional.empty(), 0, Integer.MAX_VALUE).stream()
                .filter(recorded -> recorded.revision().equals(revision))
                .findFirst()
                .orElseThrow()
                .changes();
    }

    void append(String actor, String action, String object) {
        transaction.executeWithoutResult(status -> log.append(actor, action, object, "text"));
    }

    /** Does what somebody does who may do everything in the database. */
    void tamper(String table, String sql) {
        jdbc.sql("DROP TRIGGER " + table + "_append_only" + (database == Database.H2 ? "" : " ON " + table))
                .update();
        jdbc.sql(sql).update();
    }

    @Override
    public void close() {
        source.close();
    }
}
