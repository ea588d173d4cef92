package io.outflow.imports.internal;

import io.outflow.imports.ImportRun;
import io.outflow.imports.RunState;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners how runs go on, four times a second at most. It looks at what is committed, so that a page that was
 * reloaded, a second one, and one of another process all see the same; nobody looks while nobody watches.
 */
final class Watches implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Watches.class);
    private static final long MILLIS = 250;

    private final LongFunction<Optional<ImportRun>> runs;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("import-watch").daemon().factory());
    private boolean ticking;

    Watches(LongFunction<Optional<ImportRun>> runs) {
        this.runs = runs;
    }

    AutoCloseable add(long runId, Consumer<ImportRun> listener) {
        var watch = new Watch(runId, listener);
        watches.add(watch);
        synchronized (this) {
            if (!ticking) {
                ticking = true;
                var unused = ticker.scheduleWithFixedDelay(this::look, 0, MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        return () -> watches.remove(watch);
    }

    private void look() {
        watches.stream().map(watch -> watch.runId).distinct().forEach(runId -> {
            try {
                runs.apply(runId).ifPresent(this::tell);
            } catch (RuntimeException e) {
                log.debug("Run {} cannot be looked at now.", runId, e);
            }
        });
    }

    private void tell(ImportRun run) {
        for (var watch : watches) {
            if (watch.runId == run.id()) {
                watch.tell(run);
                // A cancelled run may be resumed, from another page too.
                if (run.state() != RunState.RUNNING && run.state() != RunState.CANCELLED) {
                    watches.remove(watch);
                }
            }
        }
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }

    private static final class Watch {
        private final long runId;
        private final Consumer<ImportRun> listener;
        private @Nullable ImportRun last;

        Watch(long runId, Consumer<ImportRun> listener) {
            this.runId = runId;
            this.listener = listener;
        }

        void tell(ImportRun run) {
            if (!run.equals(last)) {
                last = run;
                try {
                    listener.accept(run);
                } catch (RuntimeException e) {
                    log.debug("A page that watched run {} is gone.", runId, e);
                }
            }
        }
    }
}
