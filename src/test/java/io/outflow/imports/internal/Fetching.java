package io.outflow.imports.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.zaxxer.hikari.HikariDataSource;
import io.outflow.aws.AwsAccess;
import io.outflow.aws.AwsConfig;
import io.outflow.imports.ImportRun;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceLook;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.internal.aws.LookupPace;
import io.outflow.testing.Database;
import io.outflow.trail.TextScanner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at sources and imports what they find, on a new database, without the application around it. */
final class Fetching implements AutoCloseable {
    static {
        // What the default chain finds; no server ever compares it.
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "made-up");
    }

    final Importing imports;
    final SourceRows rows;
    private SourceLooks looks;
    private final Supplier<SourceLooks> makeLooks;
    final Path spool;
    /** Most bytes of an object that the next runs do not put into a file. */
    volatile int inHeap = FileBytes.IN_HEAP;

    private final Map<Long, SourceSettings> settings = new ConcurrentHashMap<>();
    private final List<Long> begun = new CopyOnWriteArrayList<>();

    Fetching(Database database, URI endpoint, Path folder) {
        this(database, endpoint, folder, Duration.ofMillis(1));
    }

    /** @param between two requests to event history */
    Fetching(Database database, URI endpoint, Path folder, Duration between) {
        this(database.fresh(), endpoint, folder, between, () -> {});
    }

    /** @param committed told of each commit */
    Fetching(HikariDataSource source, URI endpoint, Path folder, Duration between, Runnable committed) {
        this(source, endpoint, folder, between, committed, () -> TextScanner.NONE);
    }

    /** @param scanners what looks at the texts of calls */
    Fetching(
            HikariDataSource source,
            URI endpoint,
            Path folder,
            Duration between,
            Runnable committed,
            Supplier<TextScanner> scanners) {
        var config = new AwsConfig(endpoint, Duration.ofMillis(1), 8);
        spool = folder.resolve("spool");
        var files = new Spool(spool);
        imports = new Importing(
                source,
                2,
                committed,
                () -> new SourceBytes(inHeap, settings::get, config, files, new SourceRows(new JdbcTemplate(source))),
                RunKeys.of(folder.resolve("public-keys"), id -> Optional.ofNullable(settings.get(id)), config),
                scanners);
        rows = new SourceRows(imports.jdbc);
        makeLooks = () -> new SourceLooks(
                id -> Optional.ofNullable(settings.get(id)),
                rows,
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                files,
                config,
                new LookupPace(between),
                id -> {
                    begun.add(id);
                    imports.engine.submit(id);
                },
                Clock.systemUTC());
        looks = makeLooks.get();
    }

    /** As after a restart: what earlier looks brought is only in the database. */
    void forgetEvents() {
        looks = makeLooks.get();
    }

    static SourceSettings recentHistory(int days) {
        var all = history("eu-central-1");
        return new SourceSettings(
                all.name(),
                all.kind(),
                all.homeRegion(),
                "",
                "",
                "",
                List.of(),
                all.regions(),
                all.access(),
                LocalDate.now(ZoneOffset.UTC).minusDays(days),
                15,
                24);
    }

    static SourceSettings bucket(SourceKind kind) {
        return new SourceSettings(
                "Example logs",
                kind,
                "eu-central-1",
                "example-logs",
                "",
                "",
                List.of(),
                List.of(),
                new AwsAccess.DefaultChain(),
                null,
                15,
                24);
    }

    static SourceSettings history(String... regions) {
        return new SourceSettings(
                "Example history",
                SourceKind.LOOKUP_EVENTS,
                "eu-central-1",
                "",
                "",
                "",
                List.of(),
                List.of(regions),
                new AwsAccess.DefaultChain(),
                null,
                15,
                24);
    }

    static SourceSettings as(SourceSettings from, AwsAccess access) {
        return new SourceSettings(
                from.name(),
                from.kind(),
                from.homeRegion(),
                from.bucket(),
                from.prefix(),
                from.organization(),
                from.accounts(),
                from.regions(),
                access,
                from.firstDay(),
                from.everyMinutes(),
                from.silentAfterHours());
    }

    /** A source that an earlier process has set up. */
    void known(long id, SourceSettings wanted) {
        settings.put(id, wanted);
    }

    long source(SourceSettings wanted) {
        long id = settings.size() + 1L;
        imports.jdbc.update(
                "INSERT INTO log_source (id, version, name, kind, home_region, bucket, key_prefix, organization, accounts, "
                        + "regions, credentials, profile_name, role_arn, external_id, every_minutes, silent_after_hours, "
                        + "paused) VALUES (?, 0, ?, ?, ?, ?, ?, '', '', '', 'CHAIN', '', '', '', 15, 24, FALSE)",
                id,
                wanted.name() + id,
                wanted.kind().name(),
                wanted.homeRegion(),
                wanted.bucket(),
                wanted.prefix());
        settings.put(id, wanted);
        rows.begin(id, Instant.now());
        return id;
    }

    /** Looks once and does not wait; the number of the run that it begins, or -1. */
    long begin(long id) {
        begun.clear();
        try {
            looks.look(id, "a test");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return begun.isEmpty() ? -1 : begun.getFirst();
    }

    /** Another server that shares the work: its own scheduler on the one table. */
    Server server() {
        return new Server();
    }

    final class Server implements AutoCloseable {
        final DueSources due = new DueSources(looks, rows, () -> Optional.of(client()), Clock.systemUTC());
        private final Scheduler scheduler = Scheduler.create(imports.source, due.task())
                .threads(2)
                .pollingInterval(Duration.ofMillis(50))
                .build();

        private SchedulerClient client() {
            return scheduler;
        }

        Server start() {
            scheduler.start();
            return this;
        }

        @Override
        public void close() {
            scheduler.stop();
        }
    }

    /** Looks once; the runs that it begins have ended when this returns. */
    List<ImportRun> look(long id) {
        begin(id);
        return begun.stream().map(imports::await).toList();
    }

    SourceRows.State state(long id) {
        return rows.states().get(id);
    }

    SourceLook lastLook(long id) {
        return rows.looks(id, 0, 1).getFirst();
    }

    @Override
    public void close() {
        imports.close();
    }
}
