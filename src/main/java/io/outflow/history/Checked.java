package io.outflow.history;

import java.time.Instant;

/**
 * A check of the change log that was made.
 *
 * @param at when
 * @param actor who asked for it; Outflow itself for the one of each night
 */
public record Checked(Instant at, String actor, Verdict verdict) {}
