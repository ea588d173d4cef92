package io.outflow.gaps;

import java.time.Instant;
import java.util.UUID;

/**
 * One message that goes out, or did.
 *
 * @param tries attempts so far
 * @param nextTry when the next attempt is due while it is waiting
 * @param problem why the last attempt failed, in a sentence; empty when it did not
 */
public record Delivery(
        UUID id, Channel channel, State state, int tries, Instant nextTry, String problem, Instant createdAt) {

    /** By which way. */
    public enum Channel {
        MAIL,
        WEBHOOK
    }

    /** How far it is. */
    public enum State {
        WAITING,
        /** An attempt is under way; when a server died in it, nobody knows whether it arrived. */
        SENDING,
        SENT,
        /** Given up. */
        FAILED
    }
}
