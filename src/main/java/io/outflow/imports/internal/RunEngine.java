package io.outflow.imports.internal;

import io.outflow.imports.internal.RunExecution.Stop;
import io.outflow.trail.Reading;
import io.outflow.trail.TrailReader;
import io.outflow.usage.EventStore.Prepared;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out runs, one at a time, in the order in which they were started. Runs left by a process that died go on by themselves. */
final class RunEngine {
    private static final Logger log = LoggerFactory.getLogger(RunEngine.class);
    private static final long LOOK_AGAIN_SECONDS = 30;
    private static final long TRY_AGAIN_SECONDS = 2;
    private static final Long STOP = -1L;

    private final Ledger ledger;
    private final RunVerification verification;
    private final TrailReader reader;
    private final Function<List<Reading>, Prepared> prepare;
    private final Consumer<FileWork> ended;
    private final int readers;
    private final Supplier<FileBytes> bytes;

    private final BlockingQueue<Long> queue = new LinkedBlockingQueue<>();
    private final Set<Long> queued = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private volatile @Nullable RunExecution current;

    /**
     * @param readers how many files are read at a time
     * @param bytes what brings the bytes of the files of a run
     * @param ended told of each file whose end is committed
     */
    RunEngine(
            Ledger ledger,
            RunVerification verification,
            TrailReader reader,
            Function<List<Reading>, Prepared> prepare,
            int readers,
            Supplier<FileBytes> bytes,
            Consumer<FileWork> ended) {
        this.ledger = ledger;
        this.verification = verification;
        this.reader = reader;
        this.prepare = prepare;
        this.readers = readers;
        this.bytes = bytes;
        this.ended = ended;
    }

    synchronized void start() {
        if (thread == null) {
            stopping = false;
            // Of an earlier stop, where the thread had ended before it read that.
            queue.removeIf(STOP::equals);
            thread = Thread.ofPlatform().name("import-runs").daemon().start(this::work);
        }
    }

    /** Stops where it is, without ending the run: the next start goes on with it. */
    synchronized void stop() {
        stopping = true;
        var running = current;
        if (running != null) {
            running.stop(Stop.SHUTDOWN);
        }
        var working = thread;
        if (working != null) {
            // Not by an interrupt: that would close the files of an H2 database under it.
            queue.add(STOP);
            try {
                working.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    synchronized boolean isRunning() {
        return thread != null;
    }

    void submit(long runId) {
        if (queued.add(runId)) {
            queue.add(runId);
        }
    }

    /** Cancels a run that waits or is under way here. */
    void cancel(long runId) {
        var running = current;
        if (running != null && running.runId() == runId) {
            running.stop(Stop.CANCELLED);
        } else {
            queue.remove(runId);
            queued.remove(runId);
            ledger.stop(runId, true, null);
        }
    }

    private void work() {
        lookForUnfinished();
        long wait = LOOK_AGAIN_SECONDS;
        while (!stopping) {
            try {
                var runId = queue.poll(wait, TimeUnit.SECONDS);
                wait = LOOK_AGAIN_SECONDS;
                if (runId == null) {
                    lookForUnfinished();
                } else if (runId.equals(STOP)) {
                    return;
                } else {
                    queued.remove(runId);
                    execute(runId);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.error("An import run cannot go on now; it will be taken up again.", e);
                wait = TRY_AGAIN_SECONDS;
            }
        }
    }

    private void lookForUnfinished() {
        try {
            ledger.unfinishedRuns().forEach(this::submit);
        } catch (RuntimeException e) {
            log.warn("The unfinished imports cannot be looked up now.", e);
        }
    }

    private void execute(long runId) {
        var claim = ledger.claim(runId);
        if (claim.isEmpty()) {
            return;
        }
        try (var hold = claim.get();
                var brought = bytes.get()) {
            var execution = new RunExecution(runId, ledger, verification, reader, prepare, readers, ended, brought);
            current = execution;
            if (stopping) {
                return;
            }
            execution.run();
        } finally {
            current = null;
        }
    }
}
