package io.outflow.imports.internal;

import io.outflow.imports.FileState;
import io.outflow.imports.internal.FileBatch.Ending;
import io.outflow.imports.internal.FileBytes.Arrived;
import io.outflow.trail.FileReading;
import io.outflow.trail.Proof;
import io.outflow.trail.Reading;
import io.outflow.trail.TrailReader;
import io.outflow.usage.EventStore.Prepared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final TrailReader reader;
    private final Function<List<Reading>, Prepared> prepare;
    private final int readers;
    private final Consumer<FileWork> ended;
    private final FileBytes bytes;
    private volatile @Nullable Stop stop;
    private volatile @Nullable String gone;
    private volatile @Nullable RuntimeException fault;

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
        this.reader = reader;
        this.prepare = prepare;
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
        verification.before(runId);
        var files = FileOrder.of(ledger.unfinishedFiles(runId));
        long calls = 0;
        long subjects = 0;
        while (!files.isEmpty() && stop == null) {
            var writer = new BatchWriter(ledger, ended);
            var writing = Thread.ofPlatform().name("import-writer").start(writer);
            var twins = new Twins();
            try {
                readAll(files, twins, writer);
            } finally {
                writer.close();
                join(writing);
            }
            var failure = writer.failure();
            if (failure != null) {
                giveUp(failure);
                return;
            }
            var reading = fault;
            if (reading != null) {
                throw reading;
            }
            calls += writer.calls();
            subjects = Math.max(subjects, writer.subjects());
            files = twins.waiting();
        }
        var why = stop;
        if (why == Stop.CANCELLED) {
            ledger.stop(runId, true, null);
        } else if (why == Stop.SOURCE_GONE) {
            ledger.stop(runId, false, gone);
        } else if (why == null) {
            verification.after(runId);
            ledger.finish(runId, subjectsSentence(subjects, calls));
        }
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

    private void readAll(List<FileWork> files, Twins twins, BatchWriter writer) {
        var taken = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < Math.min(readers, files.size()); i++) {
            threads.add(Thread.ofPlatform().name("import-reader-" + (i + 1)).start(() -> {
                for (int at = taken.getAndIncrement(); at < files.size(); at = taken.getAndIncrement()) {
                    next(at, files.get(at), twins, writer);
                }
            }));
        }
        threads.forEach(RunExecution::join);
    }

    private void next(int at, FileWork file, Twins twins, BatchWriter writer) {
        @Nullable Arrived arrived = null;
        var missing = "";
        try {
            arrived = stop == null ? bytes.bring(file) : null;
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
            read(file, arrived, missing, writer);
        } catch (RuntimeException e) {
            fault = e;
        }
    }

    private void read(FileWork file, @Nullable Arrived arrived, String missing, BatchWriter writer) {
        if (arrived == null) {
            write(writer, ending(file, null, FileState.FAILED, missing));
            return;
        }
        var sha256 = arrived.sha256();
        if (file.begunAs != null && !file.begunAs.equals(sha256)) {
            write(
                    writer,
                    ending(
                            file,
                            file.begunAs,
                            FileState.FAILED,
                            "The file was changed while its reading was interrupted. What was read before is stored. "
                                    + "Import the file again to read the rest."));
            return;
        }
        var before = file.cursor == 0 ? ledger.importedBefore(sha256, file.id) : Optional.<String>empty();
        if (before.isPresent()) {
            write(writer, ending(file, sha256, FileState.SKIPPED_DUPLICATE, before.get()));
            return;
        }
        if (file.proof == Proof.INVALID && file.admitted == null && file.cursor == 0) {
            file.setAside = true;
            write(writer, ending(file, sha256, FileState.SET_ASIDE, setAside(file)));
            return;
        }
        var sink = new BatchingSink(file, sha256, prepare, batch -> write(writer, batch));
        var ending = readWith(sink, file, arrived.path());
        if (ending != null) {
            sink.cut(ending);
        } else if (stop != null) {
            sink.cut(null);
        }
    }

    private @Nullable Ending readWith(BatchingSink sink, FileWork file, Path path) {
        try {
            var reading = reader.read(path, sink);
            return switch (reading.end()) {
                case COMPLETE -> new Ending(FileState.DONE, admitted(file));
                case FAILED -> new Ending(FileState.FAILED, failure(reading));
                case STOPPED -> null;
            };
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.error("Reading {} failed.", file.name, e);
            return new Ending(
                    FileState.FAILED,
                    "Outflow could not cope with this file; that is a fault of Outflow, and its log says more. "
                            + "What was read up to there is stored and counted.");
        }
    }

    private static String setAside(FileWork file) {
        return file.proofReason + " It was set aside whole and nothing of it was counted. Get the file again from its "
                + "bucket, or admit it with a reason.";
    }

    private static @Nullable String admitted(FileWork file) {
        return file.admitted == null
                ? null
                : "It is not as AWS signed it, and was admitted: " + file.admitted + " Its calls are marked invalid.";
    }

    private static String failure(FileReading reading) {
        return reading.failure() == null ? "The file could not be read." : reading.failure();
    }

    private boolean write(BatchWriter writer, FileBatch batch) {
        return writer.take(batch) && stop == null;
    }

    private FileBatch ending(FileWork file, @Nullable String sha256, FileState state, String sentence) {
        return new FileBatch(
                file,
                sha256,
                file.cursor,
                file.cursor,
                0,
                Map.of(),
                prepare.apply(List.of()),
                List.of(),
                Set.of(),
                state == FileState.SKIPPED_DUPLICATE ? file.size : 0,
                2_048,
                new Ending(state, sentence));
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
