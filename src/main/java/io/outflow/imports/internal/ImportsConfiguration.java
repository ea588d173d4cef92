package io.outflow.imports.internal;

import io.outflow.base.OutflowHome;
import io.outflow.trail.KeyFiles;
import io.outflow.trail.Limits;
import io.outflow.trail.TrailReader;
import io.outflow.usage.EventStore;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the engine together, and starts and stops it with the application. */
@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {
    private static final long PATIENCE_MILLIS = 60_000;

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
            Spool spool,
            OutflowHome home,
            Clock clock) {
        var claims = new RunClaims(Objects.<DataSource>requireNonNull(jdbc.getDataSource()));
        return new RunEngine(
                new JdbcLedger(jdbc, transactions, store, claims, clock, PATIENCE_MILLIS),
                new JdbcRunVerification(jdbc, transactions, store, home.path().resolve(KeyFiles.FOLDER), clock),
                new TrailReader(Limits.STANDARD),
                store::prepare,
                Runtime.getRuntime().availableProcessors(),
                file -> {
                    if (file.spooled && !file.setAside) {
                        spool.remove(file.path);
                    }
                });
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
