package io.outflow.history;

import java.time.Instant;

/**
 * One entry of the change log.
 *
 * @param seq its number, without gaps
 * @param at when it was written
 * @param actor who did it
 * @param action what was done, in a few words
 * @param object what it was done to
 * @param text the details, or the reason given
 * @param prevHash the hash of the entry before
 * @param hash the hash over all of the above
 */
public record Entry(
        long seq, Instant at, String actor, String action, String object, String text, String prevHash, String hash) {}
