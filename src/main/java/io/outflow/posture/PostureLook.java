package io.outflow.posture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time that AWS was asked with the credentials of a source.
 *
 * @param account whose settings were asked for; empty where not even that could be learned
 * @param answered questions that AWS answered, also with "not offered here"
 * @param refused questions of which something may not be seen
 * @param problem what went wrong, in sentences; null where nothing did
 */
public record PostureLook(
        long id,
        long sourceId,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        String account,
        List<String> regions,
        int answered,
        int refused,
        @Nullable String problem) {}
