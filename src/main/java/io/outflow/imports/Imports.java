package io.outflow.imports;

import io.outflow.trail.BadRecord;
import io.outflow.trail.SkipReason;
import io.outflow.usage.JoinedCalls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Import runs: starting, watching, cancelling, resuming. A run goes on when pages close and goes on by itself after a crash.
 */
public interface Imports {

    /** A place to receive uploaded bytes, outside the database, removed when the run no longer needs it. */
    Path newSpoolFile(String name);

    /**
     * Starts a run over received files.
     *
     * @param files spool files with the names that people know them by
     * @return the run's id
     */
    long start(String origin, List<Incoming> files);

    /** Starts a run over files and folders of this machine, read in place. Folders are walked in the order of names. */
    long startPaths(String origin, List<Path> paths);

    Optional<ImportRun> run(long id);

    /** Newest first. */
    List<ImportRun> runs(int offset, int limit);

    /** How many runs there are. */
    int count();

    List<ImportFile> files(long runId);

    Map<SkipReason, Long> skipped(long runId);

    /** How many records were kept aside for each reason, in the whole run or of one of its files. */
    Map<BadRecord.Reason, Long> quarantined(long runId, @Nullable Long fileId);

    /**
     * What was kept aside, by file and place.
     *
     * @param fileId of this file of the run alone
     * @param reason for this reason alone
     */
    List<Quarantined> quarantined(
            long runId, @Nullable Long fileId, BadRecord.@Nullable Reason reason, int offset, int limit);

    /** How many of the calls that the run's invocation logs tell of have their CloudTrail record. */
    JoinedCalls joined(long runId);

    void cancel(long runId);

    /** Goes on with a cancelled run where it stopped. */
    void resume(long runId);

    /**
     * Lets a file in that was set aside because it is not as AWS signed it. Its calls are marked, and the change log says who
     * admitted it and why.
     *
     * @param reason a sentence, not blank
     * @return whether it was admitted; false where it is not set aside any more, or its run has not ended
     */
    boolean admit(long fileId, String reason);

    /**
     * Calls the listener, from a worker's thread and at most four times a second, while the run changes, and once when it
     * has ended or was cancelled; a cancelled run that is resumed is told of again. Closing the handle ends it.
     */
    AutoCloseable watch(long runId, Consumer<ImportRun> listener);

    /** @param spooled whether the file is ours and is removed after the run */
    record Incoming(String name, Path file, boolean spooled) {}

    /**
     * A record kept aside.
     *
     * @param stored for a conflict: where the stored one of the same key came from
     * @param differences for a conflict: the fields that differ
     */
    record Quarantined(
            long id,
            long fileId,
            String fileName,
            BadRecord record,
            @Nullable Stored stored,
            List<Difference> differences) {}

    /** Where a stored record came from: its run, its file, and its number in the file. */
    record Stored(long runId, long fileId, String fileName, int recordNo) {}

    /** A field that differs between the stored record and the one set aside. */
    record Difference(String path, String stored, String here) {}
}
