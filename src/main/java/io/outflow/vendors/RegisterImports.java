package io.outflow.vendors;

import io.outflow.access.Acting;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Imports into the register that go on by themselves, whoever leaves the page. One at a time, because all write to one
 * history.
 */
@Service
@Requires(Action.REGISTER)
public class RegisterImports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterImports.class);
    private static final int SECONDS_TO_END = 20;

    private final RegisterFiles files;
    private final CurrentPerson person;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("register-import").daemon().factory());
    private volatile @Nullable Progress last;
    private volatile boolean ending;

    RegisterImports(RegisterFiles files, CurrentPerson person, Clock clock) {
        this.files = files;
        this.person = person;
        this.clock = clock;
    }

    /**
     * How far an import is.
     *
     * @param by who started it
     * @param rows how many rows it has to save
     * @param done how many of them were saved or refused
     * @param result what it did; nothing while it goes on, and when it failed
     * @param failure why it ended before its end, in a sentence; empty otherwise
     */
    public record Progress(
            String fileName,
            String by,
            Instant startedAt,
            int rows,
            int done,
            @Nullable ImportResult result,
            String failure) {

        public boolean isRunning() {
            return result == null && failure.isEmpty();
        }

        private Progress at(int now) {
            return new Progress(fileName, by, startedAt, rows, now, result, failure);
        }

        private Progress ended(ImportResult with) {
            return new Progress(fileName, by, startedAt, rows, rows, with, failure);
        }

        private Progress failed(String why) {
            return new Progress(fileName, by, startedAt, rows, done, result, why);
        }
    }

    /**
     * Starts to do what a preview says, and does not wait for it.
     *
     * @throws EntryRefused when no reason is given, or another import goes on
     */
    public synchronized void start(ImportPreview preview, String reason) {
        if (reason.isBlank()) {
            throw new EntryRefused("reason", "Say why. The history keeps it with every row.");
        }
        var other = last;
        if (other != null && other.isRunning()) {
            throw new EntryRefused(
                    "reason",
                    "%s imports %s just now. Nothing of yours was saved. Try again when that is done."
                            .formatted(other.by(), other.fileName()));
        }
        var begun = new Progress(preview.fileName(), person.name(), clock.instant(), preview.rows(), 0, null, "");
        last = begun;
        worker.execute(Acting.asNow(() -> run(begun, preview, reason)));
    }

    /** The import that was started last, by whomever, since Outflow started. */
    public Optional<Progress> last() {
        return Optional.ofNullable(last);
    }

    private void run(Progress begun, ImportPreview preview, String reason) {
        try {
            var result = files.save(preview, reason, done -> {
                last = begun.at(done);
                return !ending;
            });
            last = begun.ended(result);
        } catch (RuntimeException e) {
            LOG.error("The import of {} ended before its end", preview.fileName(), e);
            var done = last;
            last = (done == null ? begun : done)
                    .failed(
                            "The import ended before its end. What was saved until then stays, and the change log counts it."
                                    + " Export the register and see what is missing before you import the rest.");
        }
    }

    /** Ends between two chunks. */
    @Override
    public void destroy() throws InterruptedException {
        ending = true;
        worker.shutdown();
        if (!worker.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("An import into the register goes on while Outflow ends");
        }
    }
}
