package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * Token counts, each null where the record gives none. Input, cache read and cache write are disjoint: total input is
 * their sum.
 */
public record Tokens(
        @Nullable Long input,
        @Nullable Long output,
        @Nullable Long cacheRead,
        @Nullable Long cacheWrite) {
    /** No count at all. */
    public static final Tokens NONE = new Tokens(null, null, null, null);
}
