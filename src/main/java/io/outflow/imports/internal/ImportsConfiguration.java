package io.outflow.imports.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.outflow.access.Acting;
import io.outflow.aws.AwsConfig;
import io.outflow.base.DatabaseFile;
import io.outflow.base.OutflowHome;
import io.outflow.classification.TextScanners;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.Sources;
import io.outflow.imports.internal.aws.LookupPace;
import io.outflow.mail.Mail;
import io.outflow.trail.KeyFiles;
import io.outflow.trail.Limits;
import io.outflow.trail.TrailReader;
import io.outflow.usage.EventStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the engine together, and starts and stops it with the application. */
@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final Duration BETWEEN_WATCHES = Duration.ofMinutes(1);

    @Bean
    Spool importSpool(OutflowHome home) {
        return new Spool(home.path().resolve("spool"));
    }

    @Bean
    Watches importWatches(JdbcTemplate jdbc) {
        return new Watches(new RunRows(jdbc)::run);
    }

    @Bean
    RunEngine importEngine(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventStore store,
            DatabaseFile databaseFile,
            TextScanners scanners,
            Spool spool,
            StoredSources sources,
            AwsConfig aws,
            OutflowHome home,
            @Value("${outflow.imports.spared-cores}") int sparedCores,
            Clock clock) {
        var claims = new RunClaims(Objects.<DataSource>requireNonNull(jdbc.getDataSource()));
        var rows = new SourceRows(jdbc);
        return new RunEngine(
                new JdbcLedger(jdbc, transactions, store, databaseFile, claims, clock, PATIENCE_MILLIS),
                new StoredVerification(
                        jdbc,
                        transactions,
                        store,
                        RunKeys.of(home.path().resolve(KeyFiles.FOLDER), id -> settings(sources, id), aws),
                        spool::newFile,
                        clock),
                new TrailReader(Limits.STANDARD, scanners::scanner),
                store::prepare,
                Math.max(1, Runtime.getRuntime().availableProcessors() - sparedCores),
                () -> new SourceBytes(
                        FileBytes.IN_HEAP, id -> settings(sources, id).orElseThrow(), aws, spool, rows),
                file -> {
                    if (file.spooled && !file.setAside) {
                        spool.remove(file.path);
                    }
                });
    }

    private static Optional<SourceSettings> settings(StoredSources sources, long id) {
        return sources.findById(id).map(StoredSource::settings);
    }

    @Bean
    AwsConfig awsConfig(@Value("${outflow.aws.endpoint-override}") String endpoint) {
        return AwsConfig.of(endpoint);
    }

    @Bean
    SourceLooks sourceLooks(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            StoredSources sources,
            Spool spool,
            AwsConfig aws,
            RunEngine engine,
            Clock clock) {
        return new SourceLooks(
                id -> settings(sources, id),
                new SourceRows(jdbc),
                new TransactionTemplate(transactions),
                spool,
                aws,
                new LookupPace(LookupPace.OF_AWS),
                engine::submit,
                clock);
    }

    @Bean
    DueSources dueSources(
            JdbcTemplate jdbc, SourceLooks looks, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        return new DueSources(
                looks, new SourceRows(jdbc), () -> Optional.ofNullable(scheduler.getIfAvailable()), clock);
    }

    @Bean
    static Task<String> lookingAtSources(DueSources due) {
        return due.task();
    }

    /** Sources that an older version left without a task. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> sourcesAtStart(DueSources due) {
        return ready -> due.begin();
    }

    @Bean
    SourceMeters sourceMeters(ObjectProvider<Sources> sources, Clock clock) {
        return new SourceMeters(() -> Acting.asOutflow(() -> sources.getObject().list()), clock);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> metersAtStart(SourceMeters meters) {
        return ready -> meters.start();
    }

    @Bean
    static RecurringTask<Void> watchingSources(Sources sources, SilenceAlert alert) {
        return Tasks.recurring("imports.silence", FixedDelay.of(BETWEEN_WATCHES))
                .execute((instance, context) -> Acting.asOutflow(() -> alert.check(sources.list())));
    }

    @Bean
    SilenceAlert silenceAlert(JdbcTemplate jdbc, Mail mail, Clock clock) {
        return new SilenceAlert(new SourceRows(jdbc), mail, clock);
    }

    @Bean
    SmartLifecycle importLifecycle(RunEngine engine, Spool spool, JdbcTemplate jdbc) {
        return new SmartLifecycle() {
            @Override
            public void start() {
                spool.sweep(new RunRows(jdbc).neededSpoolFiles());
                engine.start();
            }

            @Override
            public void stop() {
                engine.stop();
            }

            @Override
            public boolean isRunning() {
                return engine.isRunning();
            }
        };
    }
}
