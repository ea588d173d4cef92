package io.outflow.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One import run, with its totals.
 *
 * @param origin UPLOAD, API, COMMAND or SAMPLE
 * @param startedBy user name, or the command line's user
 * @param message a sentence about the run as a whole: why it ended early, or what is worth knowing of it
 * @param files how many files it has
 * @param finishedFiles how many of them have ended
 */
public record ImportRun(
        long id,
        RunState state,
        String origin,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String message,
        int files,
        int finishedFiles,
        Counts totals,
        long bytes,
        long bytesRead) {}
