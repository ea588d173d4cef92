package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * A change, or attempted change, of logging, guardrails, access, keys or retention.
 *
 * @param target what was changed, where the record names it
 */
public record GovernanceEvent(
        Place place,
        EventKey key,
        String contentHash,
        GovernanceKind kind,
        String source,
        String operation,
        Caller caller,
        String region,
        Outcome outcome,
        @Nullable String errorCode,
        @Nullable String target,
        byte[] original)
        implements Reading {}
