package io.outflow.imports.internal;

import io.outflow.imports.FileState;
import io.outflow.trail.BadRecord;
import io.outflow.trail.Coverage;
import io.outflow.trail.SkipReason;
import io.outflow.usage.EventStore.Prepared;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a file as it was read, ready to be written.
 *
 * @param sha256 of the file's raw bytes; null where they could not be read
 * @param from number of the record before the first one
 * @param to number of the last record
 * @param read how many records there are
 * @param logs log files of CloudTrail that were read to their end in this stretch
 * @param weight about how many bytes of heap it holds
 * @param ending how the file ended, with its last stretch only
 */
record FileBatch(
        FileWork file,
        @Nullable String sha256,
        int from,
        int to,
        long read,
        Map<SkipReason, Long> skipped,
        Prepared readings,
        List<BadRecord> rejected,
        Set<Coverage> covered,
        List<ReadLog> logs,
        long bytesRead,
        int weight,
        @Nullable Ending ending) {

    /** @param state DONE where the file was read to its end; whether something was quarantined is found when it is written */
    record Ending(FileState state, @Nullable String reason) {}
}
