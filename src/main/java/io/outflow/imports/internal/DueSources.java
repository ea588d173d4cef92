package io.outflow.imports.internal;

import io.outflow.imports.SourceSettings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at sources when they are due, and when somebody asks. The schedule is in the database and each look is claimed there,
 * so that several processes share the work and one that dies leaves it to the others.
 */
final class DueSources {
    private static final Logger log = LoggerFactory.getLogger(DueSources.class);
    private static final int LOOKERS = 2;
    private static final int STOP_SECONDS = 10;

    private final SourceLooks looks;
    private final SourceRows rows;
    private final LongFunction<Optional<SourceSettings>> sources;
    private final RunClaims claims;
    private final Clock clock;
    private final Duration between;
    private final Set<Long> looking = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService workers;

    /** @param between how often the schedule is looked at */
    DueSources(
            SourceLooks looks,
            SourceRows rows,
            LongFunction<Optional<SourceSettings>> sources,
            RunClaims claims,
            Clock clock,
            Duration between) {
        this.looks = looks;
        this.rows = rows;
        this.sources = sources;
        this.claims = claims;
        this.clock = clock;
        this.between = between;
    }

    synchronized void start() {
        if (workers == null) {
            workers = Executors.newScheduledThreadPool(
                    LOOKERS,
                    Thread.ofPlatform().name("source-look-", 1).daemon().factory());
            var unused = workers.scheduleWithFixedDelay(
                    this::lookAtDue, between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Begins no more looks. One that is under way is made again by the next start. */
    synchronized void stop() {
        if (workers != null) {
            // Not by an interrupt: that would close the files of an H2 database under it.
            workers.shutdown();
            try {
                if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                    log.info("A look at a source was left; it is made again at the next start.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            workers = null;
        }
    }

    synchronized boolean isRunning() {
        return workers != null;
    }

    /** Looks at a source as soon as may be. */
    synchronized void lookNow(long sourceId, String startedBy) {
        if (workers != null) {
            workers.execute(() -> look(sourceId, startedBy, false));
        }
    }

    private void lookAtDue() {
        try {
            rows.due(clock.instant()).forEach(id -> look(id, "the schedule", true));
        } catch (RuntimeException e) {
            log.warn("Which sources are due cannot be looked up now.", e);
        }
    }

    /** @param onlyDue not where another process was faster */
    private void look(long sourceId, String startedBy, boolean onlyDue) {
        if (!looking.add(sourceId)) {
            return;
        }
        try (var claim = claims.claim(sourceId).orElse(null)) {
            if (claim != null && (!onlyDue || rows.isDue(sourceId, clock.instant()))) {
                looks.look(sourceId, startedBy);
                sources.apply(sourceId)
                        .ifPresent(settings -> rows.dueAt(
                                sourceId, clock.instant().plus(Duration.ofMinutes(settings.everyMinutes()))));
            }
        } catch (SQLException | RuntimeException e) {
            log.warn("Source {} cannot be looked at now.", sourceId, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            looking.remove(sourceId);
        }
    }
}
