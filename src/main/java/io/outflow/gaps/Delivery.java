package io.outflow.gaps;

import io.outflow.base.Formats;
import java.time.Instant;
import java.util.UUID;

/**
 * One message that goes out, or did.
 *
 * @param changes how many changes of gaps it tells of
 * @param tries attempts so far
 * @param nextTry when the next attempt is due while it is waiting
 * @param problem why the last attempt failed, in a sentence; empty when it did not
 */
public record Delivery(
        UUID id,
        Channel channel,
        int changes,
        State state,
        int tries,
        Instant nextTry,
        String problem,
        Instant createdAt) {

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

    /** What became of it, in words. */
    public String outcome() {
        var taker = channel == Channel.MAIL ? "the mail server" : "the webhook";
        return switch (state) {
            case SENT -> "Taken by %s.".formatted(taker);
            case FAILED -> "Given up after %s. %s".formatted(Formats.count(tries, "try", "tries"), problem);
            case SENDING ->
                problem.isEmpty() ? "Going out now." : "%s It is not sent a second time.".formatted(problem);
            case WAITING ->
                problem.isEmpty()
                        ? "Goes out within a minute."
                        : "%s Next try %s.".formatted(problem, Formats.minute(nextTry));
        };
    }
}
