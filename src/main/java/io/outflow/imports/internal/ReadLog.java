package io.outflow.imports.internal;

import io.outflow.trail.LogContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A log file of CloudTrail that was read to its end, alone or as the entry of a zip archive.
 *
 * @param entry its name in the archive; empty for the file itself
 * @param delivered when it was delivered, as its name says
 * @param after number of the record before its first one
 * @param upTo number of its last record
 * @param first time of the oldest event that was kept of it; null where none was
 * @param last time of the newest one
 */
record ReadLog(
        String entry,
        Instant delivered,
        LogContent content,
        int after,
        int upTo,
        @Nullable Instant first,
        @Nullable Instant last) {}
