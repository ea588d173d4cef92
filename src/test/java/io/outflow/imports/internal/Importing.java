package io.outflow.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.outflow.aws.AwsConfig;
import io.outflow.base.DatabaseFile;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.RunState;
import io.outflow.testing.Database;
import io.outflow.trail.Limits;
import io.outflow.trail.TextScanner;
import io.outflow.trail.TrailReader;
import io.outflow.usage.internal.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine on a new database, without the application around it. */
final class Importing implements AutoCloseable {
    final HikariDataSource source;
    final JdbcTemplate jdbc;
    final RunRows rows;
    final RunEngine engine;
    final List<Path> removed = new ArrayList<>();

    Importing(Database database) {
        this(database.fresh(), 2, () -> {});
    }

    Importing(Database database, Path keys) {
        this(database.fresh(), 2, () -> {}, LocalBytes::new, keysIn(keys));
    }

    Importing(HikariDataSource source, int readers, Runnable committed) {
        this(source, readers, committed, LocalBytes::new);
    }

    Importing(HikariDataSource source, int readers, Runnable committed, Supplier<FileBytes> bytes) {
        this(source, readers, committed, bytes, keysIn(Path.of("no-public-keys")));
    }

    private static Function<Long, StoredVerification.Keys> keysIn(Path folder) {
        return RunKeys.of(folder, id -> Optional.empty(), AwsConfig.of(""));
    }

    Importing(
            HikariDataSource source,
            int readers,
            Runnable committed,
            Supplier<FileBytes> bytes,
            Function<Long, StoredVerification.Keys> keys) {
        this(source, readers, committed, bytes, keys, () -> TextScanner.NONE);
    }

    /** @param scanners what looks at the texts of calls */
    Importing(
            HikariDataSource source,
            int readers,
            Runnable committed,
            Supplier<FileBytes> bytes,
            Function<Long, StoredVerification.Keys> keys,
            Supplier<TextScanner> scanners) {
        var spool = new Spool(Path.of("target", "spool-of-tests"));
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.rows = new RunRows(jdbc);
        var store = Stores.on(jdbc, committed);
        this.engine = new RunEngine(
                new JdbcLedger(
                        jdbc,
                        new DataSourceTransactionManager(source),
                        store,
                        new DatabaseFile(jdbc),
                        new RunClaims(source),
                        Clock.systemUTC(),
                        2_000),
                new StoredVerification(
                        jdbc, new DataSourceTransactionManager(source), store, keys, spool::newFile, Clock.systemUTC()),
                new TrailReader(Limits.STANDARD, scanners),
                store::prepare,
                readers,
                bytes,
                file -> {
                    if (file.spooled && !file.setAside) {
                        removed.add(file.path);
                    }
                });
        engine.start();
    }

    long begin(Path... paths) {
        return begin(List.of(paths));
    }

    long begin(List<Path> paths) {
        // In one transaction, as the service does it: the engine looks for unfinished runs by itself.
        long id = Objects.requireNonNull(new TransactionTemplate(new DataSourceTransactionManager(source))
                .execute(status -> rows.insert("COMMAND", "tester", Instant.now(), Paths.below(paths))));
        engine.submit(id);
        return id;
    }

    ImportRun run(Path... paths) {
        return await(begin(paths));
    }

    ImportRun await(long id) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rows.run(id).orElseThrow().state() != RunState.RUNNING);
        var run = rows.run(id).orElseThrow();
        var inTransit = rows.files(id).stream().map(ImportFile::counts).reduce((a, b) -> a.plus(b));
        assertThat(inTransit).hasValue(run.totals());
        return run;
    }

    ImportFile file(long runId, int number) {
        return rows.files(runId).get(number - 1);
    }

    int count(String table) {
        var count = jdbc.queryForObject("SELECT count(*) FROM " + table, Integer.class);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        engine.stop();
        source.close();
    }
}
