package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * The model a call asked for.
 *
 * @param id the id as the caller wrote it, trimmed; empty when the record names none
 * @param name family and version in words, such as {@code Claude Sonnet 4.5}; for what cannot be told, the id or "Model not named"
 * @param provider the provider's segment of the id, such as {@code anthropic}; null when the id is opaque
 * @param claude whether it is Claude
 * @param scope where the id allows the call to run
 * @param geography the geography's prefix, such as {@code eu}, where the scope is GEOGRAPHY
 */
public record Model(
        String id,
        String name,
        @Nullable String provider,
        Claude claude,
        ProfileScope scope,
        @Nullable String geography) {}
