package io.outflow.imports.internal;

import io.outflow.imports.Counts;
import io.outflow.trail.LogContent;
import io.outflow.usage.CallChange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine keeps of runs and files, and where it writes what was read. */
interface Ledger {

    /** Runs that are not ended, oldest first. */
    List<Long> unfinishedRuns();

    /** Takes a run for this process; empty where another process has it or it is ended. Close it to let go. */
    Optional<Claim> claim(long runId);

    /** Counts one more try at a run. A file at which the process died again and again is given up, so that the others are read. */
    void begin(long runId);

    /** Files of a run that are still to be read, in the order of their numbers. */
    List<FileWork> unfinishedFiles(long runId);

    /** Whether the same bytes were imported before: a sentence that says when and in which run. */
    Optional<String> importedBefore(String sha256, long exceptFileId);

    /** What a log file of the same bytes holds that was read before. */
    Optional<LogContent> content(String sha256);

    /**
     * Writes stretches of files: events, counters, what was set aside, and cursors, in one transaction. Waits out short
     * troubles of the database.
     *
     * @throws BatchRefused where the database does not take what these stretches hold; nothing of them was written
     * @throws RunLost where another process went on with one of these files
     * @throws DatabaseGone where the database takes nothing at all
     */
    Written write(List<FileBatch> batches);

    /** Has the database keep what was written, whatever happens to this process. */
    void settle();

    /** Ends a file without writing more of it. */
    void fail(FileWork file, String sentence);

    /** Ends a run whose files have ended. */
    void finish(long runId, @Nullable String message);

    /** Ends a run before its time; its unfinished files can be gone on with. */
    void stop(long runId, boolean cancelled, @Nullable String message);

    /** A hold on a run. */
    interface Claim extends AutoCloseable {
        @Override
        void close();
    }

    /** @param totals counts by file, for all that was written of it */
    record Written(Map<Long, Counts> totals, Collection<CallChange> changes) {}

    /** The database does not take what was read. */
    final class BatchRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BatchRefused(Throwable cause) {
            super(cause);
        }
    }

    /** Another process has gone on with the run. */
    final class RunLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The database takes nothing. */
    final class DatabaseGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseGone(Throwable cause) {
            super(cause);
        }
    }
}
