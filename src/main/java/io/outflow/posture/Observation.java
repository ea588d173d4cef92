package io.outflow.posture;

import java.time.Instant;

/**
 * A dated answer of AWS.
 *
 * @param sourceId the source whose credentials were used
 * @param region {@link Question#GLOBAL} for what belongs to no Region
 * @param seenFrom when this answer was given first
 * @param seenUntil when it was given last; every look between gave the same
 */
public record Observation(
        long id,
        long sourceId,
        String account,
        String region,
        Question question,
        Answer answer,
        Instant seenFrom,
        Instant seenUntil) {}
