package io.outflow.imports.internal;

import io.outflow.imports.internal.FileBytes.Arrived;
import io.outflow.trail.DigestName;
import io.outflow.trail.Reading;
import io.outflow.trail.TrailReader;
import io.outflow.usage.EventStore.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Carries out one run: a reader on each core, one writer. */
final class RunExecution {
    private static final Logger log = LoggerFactory.getLogger(RunExecution.class);
    private static final long ENOUGH_CALLS = 1_000;
    private static final long MANY_SUBJECTS = 50;

    /** Why a run stops before its files are read. */
    enum Stop {
        CANCELLED,
        SHUTDOWN,
        /** Nothing of its source can be had now. */
        SOURCE_GONE
    }

    private final long runId;
    private final Ledger ledger;
    private final RunVerification verification;
    private final FileImport files;
    private final int readers;
    private final Consumer<FileWork> ended;
    private final FileBytes bytes;
    private volatile @Nullable Stop stop;
    private volatile @Nullable String gone;
    private volatile @Nullable RuntimeException fault;
    private long calls;
    private long subjects;

    RunExecution(
            long runId,
            Ledger ledger,
            RunVerification verification,
            TrailReader reader,
            Function<List<Reading>, Prepared> prepare,
            int readers,
            Consumer<FileWork> ended,
            FileBytes bytes) {
        this.runId = runId;
        this.ledger = ledger;
        this.verification = verification;
        this.files = new FileImport(ledger, reader, prepare, () -> stop != null);
        this.readers = readers;
        this.ended = ended;
        this.bytes = bytes;
    }

    long runId() {
        return runId;
    }

    /** Asks to stop; a cancelled run stays cancelled. */
    void stop(Stop why) {
        if (stop != Stop.CANCELLED) {
            stop = why;
        }
    }

    /** @throws RuntimeException where the run cannot go on now; what was written stays, and another try goes on behind it */
    void run() {
        ledger.begin(runId);
        // Digests first: they say what the log files must hold.
        if (!readAll(unfinished(RunExecution::isDigest))) {
            return;
        }
        var found = stop == null ? verification.before(runId) : Verification.NONE;
        // Log files that were taken out of archives are among them now.
        var logs = unfinished(file -> !isDigest(file));
        logs.forEach(found::tell);
        if (!readAll(logs)) {
            return;
        }
        var why = stop;
        if (why == Stop.CANCELLED) {
            ledger.stop(runId, true, null);
        } else if (why == Stop.SOURCE_GONE) {
            ledger.stop(runId, false, gone);
        } else if (why == null) {
            verification.after(runId, found);
            ledger.finish(runId, subjectsSentence(subjects, calls));
        }
    }

    private List<FileWork> unfinished(Predicate<FileWork> wanted) {
        return FileOrder.of(
                ledger.unfinishedFiles(runId).stream().filter(wanted).toList());
    }

    private static boolean isDigest(FileWork file) {
        return DigestName.isDigest(file.name);
    }

    /** Reads files and, after them, those of equal bytes; false where the run has ended. */
    private boolean readAll(List<FileWork> asked) {
        var waiting = asked;
        while (!waiting.isEmpty() && stop == null) {
            var writer = new BatchWriter(ledger, ended);
            var writing = Thread.ofPlatform().name("import-writer").start(writer);
            var twins = new Twins();
            try {
                readAll(waiting, twins, writer);
            } finally {
                writer.close();
                join(writing);
            }
            var failure = writer.failure();
            if (failure != null) {
                giveUp(failure);
                return false;
            }
            var reading = fault;
            if (reading != null) {
                throw reading;
            }
            calls += writer.calls();
            subjects = Math.max(subjects, writer.subjects());
            waiting = twins.waiting();
        }
        return true;
    }

    private void giveUp(RuntimeException failure) {
        if (failure instanceof Ledger.RunLost) {
            log.warn("Another process goes on with run {}.", runId);
            return;
        }
        ledger.stop(
                runId,
                false,
                "The run stopped because the database did not take what was read. What the counts show is stored. "
                        + "When the database works again, resume the run; the log of Outflow says what was wrong.");
    }

    private static @Nullable String subjectsSentence(long subjects, long calls) {
        if (calls < ENOUGH_CALLS) {
            return null;
        }
        long share = subjects * 1_000 / calls;
        var sentence =
                "%,d new calls made up of %,d distinct subjects (%,d per 1,000).".formatted(calls, subjects, share);
        return share <= MANY_SUBJECTS
                ? sentence
                : sentence
                        + " That is many: something in caller, model or metadata differs from call to call, and rules "
                        + "and screens will be slower than they need to be.";
    }

    private void readAll(List<FileWork> waiting, Twins twins, BatchWriter writer) {
        var taken = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        try (var ahead = new Ahead(waiting, bytes, () -> stop != null)) {
            for (int i = 0; i < Math.min(readers, waiting.size()); i++) {
                threads.add(Thread.ofPlatform().name("import-reader-" + (i + 1)).start(() -> {
                    for (int at = taken.getAndIncrement(); at < waiting.size(); at = taken.getAndIncrement()) {
                        next(at, waiting.get(at), ahead, twins, writer);
                    }
                }));
            }
            threads.forEach(RunExecution::join);
        }
    }

    private void next(int at, FileWork file, Ahead ahead, Twins twins, BatchWriter writer) {
        @Nullable Arrived arrived = null;
        var missing = "";
        try {
            arrived = ahead.bring(at);
        } catch (FileBytes.Missing e) {
            missing = e.sentence();
        } catch (FileBytes.SourceGone e) {
            gone = e.sentence();
            stop(Stop.SOURCE_GONE);
        } catch (DataAccessException | TransactionException e) {
            fault = e;
        } catch (RuntimeException e) {
            log.error("The bytes of {} could not be brought here.", file.name, e);
            missing = "Outflow could not get this file; that is a fault of Outflow, and its log says more.";
        }
        try {
            // Each file is told to the twins, whatever happened: the other readers wait for it.
            if (twins.first(at, file, arrived == null ? null : arrived.sha256())
                    && stop == null
                    && writer.failure() == null
                    && fault == null) {
                readOrFail(file, arrived, missing, writer);
            }
        } finally {
            bytes.release(file);
        }
    }

    /** What goes wrong outside the file, as a question to a database that is away, ends this try at the run and not its files. */
    private void readOrFail(FileWork file, @Nullable Arrived arrived, String missing, BatchWriter writer) {
        try {
            if (arrived != null) {
                verification.arrived(runId, file, arrived);
            }
            files.read(file, arrived, missing, bytes.bodies(file), writer);
        } catch (RuntimeException e) {
            fault = e;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
