package io.outflow.trail;

import java.time.Instant;

/**
 * What makes an event the same event, whichever way it arrived. At most one event is stored under one key.
 *
 * @param time event time as UTC instant, to the microsecond
 * @param account recipient account, else the caller's account, else {@code unknown}
 * @param id the trimmed event id; without one the SHA-256 of the canonical record without bodies, {@code #} and its
 *     occurrence number among equal records of its file. At most 128 characters.
 */
public record EventKey(Instant time, String account, String id) {}
