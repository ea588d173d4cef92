package io.outflow.usage.internal.answers;

import io.outflow.base.OutflowHome;
import io.outflow.trail.Channel;
import io.outflow.trail.Coverage;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.CallChange;
import java.io.IOException;
import java.nio.file.Path;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
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
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int BATCH = 100_000;
    /** No call is older: readers refuse such times. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    /** The database gives no more a second to more of them. */
    private static final int READERS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Proof[] PROOFS = Proof.values();

    private final UsageColumns columns;
    private final JdbcClient jdbc;
    private final SegmentFile file;
    private long savedMark;
    private boolean restored;
    private final Thread thread = new Thread(this::run, "count-stored-calls");
    private volatile boolean stopped;
    private final AtomicLong loaded = new AtomicLong();
    private volatile long total;
    private volatile boolean done;

    @Autowired
    ColumnLoader(UsageColumns columns, JdbcClient jdbc, OutflowHome home) {
        this(columns, jdbc, home.folder("columns").resolve("usage.columns"));
    }

    /** @param saved where the columns are saved for the next start */
    ColumnLoader(UsageColumns columns, JdbcClient jdbc, Path saved) {
        this.columns = columns;
        this.jdbc = jdbc;
        this.file = new SegmentFile(saved);
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
        if (done) {
            save();
        }
    }

    /** How much of what was stored at the start is in the columns, 0 to 1. */
    double share() {
        return done ? 1 : total == 0 ? 0 : Math.min(0.999, (double) loaded.get() / total);
    }

    private void run() {
        while (!stopped && !done) {
            try {
                load();
                done = true;
                columns.loaded();
            } catch (DataAccessException e) {
                LOG.error("The stored calls could not be counted. The next try is in {} s.", PAUSE.toSeconds(), e);
                pause(PAUSE);
            }
        }
        // A server that is killed, and not stopped, starts from what was saved in the last quiet minute.
        for (long before = savedMark; !stopped; pause(QUIET)) {
            var now = columns.segment().map(Segment::mark).orElse(0L);
            if (now == before) {
                save();
            }
            before = now;
        }
    }

    /** Saves what the columns hold, unless that is done. */
    synchronized void save() {
        columns.segment().filter(segment -> segment.mark() != savedMark).ifPresent(segment -> {
            try {
                file.write(segment);
                savedMark = segment.mark();
            } catch (IOException e) {
                LOG.warn(
                        "The counts could not be saved; the next start reads them from the database. {}", e.toString());
            }
        });
    }

    /** Reads everything anew, from what was saved where that is of the database's state; else an hour at a time, because H2 holds a whole answer in memory. */
    void load() {
        columns.clear();
        loaded.set(0);
        var mark = mark();
        total = jdbc.sql("SELECT COUNT(*) FROM invocation").query(Long.class).single();
        if (restored(mark)) {
            return;
        }
        columns.follow(List.of(), coverage());
        var hours = new Hours();
        var readers = new ArrayList<CompletableFuture<Void>>();
        try (var threads = Executors.newFixedThreadPool(READERS, this::reader)) {
            for (int i = 0; i < READERS; i++) {
                readers.add(CompletableFuture.runAsync(() -> read(hours), threads));
            }
        }
        try {
            readers.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        // Another process may have written meanwhile.
        columns.holds(mark() == mark ? mark : 0);
    }

    private boolean restored(long mark) {
        var saved = file.read(mark);
        if (saved.isEmpty() || saved.get().calls() < total) {
            return false;
        }
        try {
            columns.restore(saved.get(), coverage());
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            LOG.warn("The saved counts do not fit the database, which is read instead.", e);
            columns.clear();
            return false;
        }
        loaded.set(total);
        savedMark = mark;
        restored = true;
        return true;
    }

    /** Whether the columns came from what was saved. */
    boolean restored() {
        return restored;
    }

    private Thread reader(Runnable work) {
        var reader = new Thread(work, "count-stored-calls-reader");
        reader.setDaemon(true);
        return reader;
    }

    private void read(Hours hours) {
        var batch = new ArrayList<CallChange>();
        try {
            for (var hour = hours.next(); hour != null && !stopped; hour = hours.next()) {
                calls(hour, batch);
                if (batch.size() >= BATCH) {
                    publish(batch);
                }
            }
        } catch (RuntimeException e) {
            // The other readers need not go on: all is read anew.
            hours.end();
            throw e;
        }
        publish(batch);
    }

    private void publish(List<CallChange> batch) {
        columns.follow(batch, Set.of());
        loaded.addAndGet(batch.size());
        batch.clear();
    }

    private void calls(Instant hour, List<CallChange> batch) {
        jdbc.sql("SELECT event_time, subject_id, outcome, proof, input_tokens, cache_read_tokens, cache_write_tokens,"
                        + " output_tokens, detected_classes FROM invocation WHERE event_time >= ? AND event_time < ?")
                .params(StoredCalls.time(hour), StoredCalls.time(hour.plus(1, ChronoUnit.HOURS)))
                .query(row -> {
                    batch.add(change(row));
                });
    }

    /** By number, because millions of rows are asked. */
    private static CallChange change(ResultSet row) throws SQLException {
        return new CallChange(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getInt(2),
                OUTCOMES[row.getInt(3)],
                PROOFS[row.getInt(4)],
                tokens(row, 5, 7),
                tokens(row, 8, 8),
                1,
                row.getString(9));
    }

    /** The sum of columns, which are disjoint counts; -1 where none is known. */
    private static long tokens(ResultSet row, int from, int to) throws SQLException {
        long sum = 0;
        var known = false;
        for (int column = from; column <= to; column++) {
            sum += row.getLong(column);
            known |= !row.wasNull();
        }
        return known ? sum : -1;
    }

    /** The hours that hold calls, each given to one reader. */
    private final class Hours {
        private @Nullable Instant next = first(EARLIEST);

        synchronized @Nullable Instant next() {
            var found = next;
            if (found == null) {
                return null;
            }
            var hour = found.truncatedTo(ChronoUnit.HOURS);
            next = first(hour.plus(1, ChronoUnit.HOURS));
            return hour;
        }

        synchronized void end() {
            next = null;
        }
    }

    /** Sorted and cut, because H2 reads every row behind a bound to tell the least one. */
    private @Nullable Instant first(Instant from) {
        return jdbc.sql(
                        "SELECT event_time FROM invocation WHERE event_time >= ? ORDER BY event_time FETCH FIRST ROW ONLY")
                .param(StoredCalls.time(from))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
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

    private long mark() {
        return jdbc.sql("SELECT state_mark FROM usage_head WHERE id = 1")
                .query(Long.class)
                .single();
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
