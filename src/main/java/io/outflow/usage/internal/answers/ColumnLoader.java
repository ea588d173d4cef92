package io.outflow.usage.internal.answers;

import io.outflow.trail.Channel;
import io.outflow.trail.Coverage;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.CallChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills the columns from the database at the start, on a thread of its own, while the server answers already. */
@Component
@ConditionalOnWebApplication
class ColumnLoader implements SmartInitializingSingleton, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnLoader.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int BATCH = 100_000;
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Proof[] PROOFS = Proof.values();

    private final UsageColumns columns;
    private final JdbcClient jdbc;
    private final Thread thread = new Thread(this::run, "count-stored-calls");
    private volatile boolean stopped;
    private volatile long loaded;
    private volatile long total;
    private volatile boolean done;

    ColumnLoader(UsageColumns columns, JdbcClient jdbc) {
        this.columns = columns;
        this.jdbc = jdbc;
        thread.setDaemon(true);
    }

    @Override
    public void afterSingletonsInstantiated() {
        columns.loads();
        thread.start();
    }

    @Override
    public void destroy() throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join(PAUSE);
    }

    /** How much of what was stored at the start is in the columns, 0 to 1. */
    double share() {
        return done ? 1 : total == 0 ? 0 : Math.min(0.999, (double) loaded / total);
    }

    private void run() {
        while (!stopped && !done) {
            try {
                load();
                done = true;
                columns.loaded();
            } catch (DataAccessException e) {
                LOG.error("The stored calls could not be counted. The next try is in {} s.", PAUSE.toSeconds(), e);
                pause();
            }
        }
    }

    /** Reads everything anew. */
    void load() {
        columns.clear();
        loaded = 0;
        total = jdbc.sql("SELECT COUNT(*) FROM invocation").query(Long.class).single();
        columns.follow(List.of(), coverage());
        var batch = new ArrayList<CallChange>();
        var next = first(null);
        while (next != null && !stopped) {
            // By the hour, because H2 holds a whole answer in memory.
            var from = next.truncatedTo(ChronoUnit.HOURS);
            var to = from.plus(1, ChronoUnit.HOURS);
            batch.addAll(calls(from, to));
            if (batch.size() >= BATCH) {
                publish(batch);
            }
            next = first(to);
        }
        publish(batch);
    }

    private void publish(List<CallChange> batch) {
        columns.follow(List.copyOf(batch), Set.of());
        loaded += batch.size();
        batch.clear();
    }

    private List<CallChange> calls(Instant from, Instant to) {
        return jdbc.sql(
                        "SELECT event_time, subject_id, outcome, proof, input_tokens, cache_read_tokens, cache_write_tokens,"
                                + " output_tokens, detected_classes FROM invocation WHERE event_time >= ? AND event_time < ?")
                .params(StoredCalls.time(from), StoredCalls.time(to))
                .query((row, n) -> change(row))
                .list();
    }

    private static CallChange change(ResultSet row) throws SQLException {
        var input = StoredCall.input(row);
        var output = StoredCall.count(row, "output_tokens");
        return new CallChange(
                row.getObject("event_time", OffsetDateTime.class).toInstant(),
                row.getInt("subject_id"),
                OUTCOMES[row.getInt("outcome")],
                PROOFS[row.getInt("proof")],
                input == null ? -1 : input,
                output == null ? -1 : output,
                1,
                row.getString("detected_classes"));
    }

    /** The first call from an instant on. Not by MIN, for which H2 would walk over all that comes after. */
    private @Nullable Instant first(@Nullable Instant from) {
        var asked = from == null
                ? jdbc.sql("SELECT event_time FROM invocation ORDER BY event_time FETCH FIRST 1 ROWS ONLY")
                : jdbc.sql("SELECT event_time FROM invocation WHERE event_time >= ? ORDER BY event_time"
                                + " FETCH FIRST 1 ROWS ONLY")
                        .param(StoredCalls.time(from));
        return asked.query((row, n) ->
                        row.getObject("event_time", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    private Set<Coverage> coverage() {
        return new HashSet<>(jdbc.sql("SELECT account, region, channel, covered_on FROM coverage_day")
                .query((row, n) -> new Coverage(
                        row.getString("account"),
                        row.getString("region"),
                        Channel.valueOf(row.getString("channel")),
                        row.getObject("covered_on", LocalDate.class)))
                .list());
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
