package io.outflow.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look at a source that found something new or went wrong.
 *
 * @param seen objects listed, or events answered
 * @param found how many of them were new; 0 with a run where digests came without log files
 * @param runId the import run of what was new; null where nothing was
 * @param problem what went wrong, in sentences; null where nothing did
 */
public record SourceLook(
        long id,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        long seen,
        long found,
        @Nullable Long runId,
        @Nullable String problem) {}
