package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.invoke;
import static io.outflow.testing.TrailFiles.other;
import static io.outflow.testing.TrailFiles.trail;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.outflow.imports.Counts;
import io.outflow.imports.RunState;
import io.outflow.testing.Database;
import io.outflow.testing.StoredState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * PostgreSQL loses every connection in mid-import, again and again: the run goes on by itself and nothing is lost or doubled.
 * The embedded H2 has no connection to lose: it dies with its process, as {@link KilledImportTest} has it.
 */
class LostConnectionTest {
    private static final int FILES = 24;
    private static final int RECORDS = 500;
    private static final int LOSSES = 6;

    /** A run that nobody could tell of its last commit is taken up again after half a minute. */
    private static final int LONGEST_WAIT_SECONDS = 90;

    @TempDir
    Path folder;

    @BeforeEach
    void writeCorpus() {
        for (int file = 0; file < FILES; file++) {
            int first = file * RECORDS;
            trail(
                    folder.resolve("file-%02d.json.gz".formatted(file)),
                    IntStream.range(first, first + RECORDS)
                            .mapToObj(i -> i % 5 == 0 ? other(i) : invoke(i, "person" + i % 7))
                            .toList());
        }
    }

    @Test
    void aRunGoesOnAfterItsConnectionsWereLost() throws Exception {
        String undisturbed;
        try (var imports = new Importing(Database.H2)) {
            imports.run(folder);
            undisturbed = StoredState.of(imports.source);
        }

        var committed = new Semaphore(0);
        var breakable = new Breakable(Database.POSTGRESQL);
        try (var imports = new Importing(breakable.pool(), 2, committed::release)) {
            long id = imports.begin(folder);
            breakable.breakAfter(committed, new Random(7));
            // What the pool holds may be broken; the run has to cope with that, not the questions of this test.
            imports.source.getHikariPoolMXBean().softEvictConnections();
            var run = imports.await(id);

            assertThat(breakable.broken).hasValueGreaterThan(LOSSES);
            assertThat(run.state()).describedAs(run.toString()).isEqualTo(RunState.DONE);
            long calls = FILES * RECORDS / 5 * 4L;
            assertThat(run.totals()).isEqualTo(new Counts(FILES * RECORDS, calls, 0, FILES * RECORDS - calls, 0));
            assertThat(StoredState.of(imports.source)).isEqualTo(undisturbed);
        }
    }

    /** Gives connections, and breaks all that it gave. */
    private static final class Breakable extends DriverManagerDataSource {
        final AtomicInteger broken = new AtomicInteger();
        private final Set<Connection> given = ConcurrentHashMap.newKeySet();

        Breakable(Database database) {
            super(database.freshUrl(), database.userName(), "");
        }

        HikariDataSource pool() {
            var pool = new HikariDataSource();
            pool.setDataSource(this);
            pool.setMaximumPoolSize(8);
            Database.migrate(pool);
            return pool;
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            given.add(connection);
            return connection;
        }

        /** Breaks all connections some moments after a commit: in mid-statement, between two, or in the next commit. */
        void breakAfter(Semaphore committed, Random random) throws InterruptedException, SQLException {
            for (int i = 0; i < LOSSES && committed.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS); i++) {
                TimeUnit.MICROSECONDS.sleep(random.nextInt(30_000));
                for (var connection : List.copyOf(given)) {
                    given.remove(connection);
                    if (!connection.isClosed()) {
                        connection.abort(Runnable::run);
                        broken.incrementAndGet();
                    }
                }
                committed.drainPermits();
            }
        }
    }
}
