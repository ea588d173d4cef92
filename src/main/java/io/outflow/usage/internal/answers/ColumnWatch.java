package io.outflow.usage.internal.answers;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Tells pages when the columns have changed. It looks once a second, so that an import of thousands of chunks is told of no
 * more often, and whoever stores them never waits for a page.
 */
@Component
@ConditionalOnWebApplication
class ColumnWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnWatch.class);

    private final UsageColumns columns;
    private final Clock clock;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("usage-watch").daemon().factory());
    private boolean ticking;
    private volatile long told;

    /** One listener; two pages may give equal ones. */
    private static final class Watch {
        private final Consumer<Instant> listener;

        Watch(Consumer<Instant> listener) {
            this.listener = listener;
        }
    }

    ColumnWatch(UsageColumns columns, Clock clock) {
        this.columns = columns;
        this.clock = clock;
    }

    synchronized AutoCloseable add(Consumer<Instant> listener) {
        if (!ticking) {
            ticking = true;
            told = columns.changes();
            var unused = ticker.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
        var watch = new Watch(listener);
        watches.add(watch);
        return () -> watches.remove(watch);
    }

    private void look() {
        var now = columns.changes();
        if (now == told) {
            return;
        }
        told = now;
        var at = clock.instant();
        for (var watch : watches) {
            try {
                watch.listener.accept(at);
            } catch (RuntimeException e) {
                LOG.debug("A page could not be told that the numbers changed.", e);
            }
        }
    }

    @Override
    public void destroy() {
        ticker.shutdownNow();
    }
}
