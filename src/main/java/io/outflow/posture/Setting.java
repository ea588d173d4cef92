package io.outflow.posture;

import java.time.Instant;

/**
 * One thing that AWS is set to, in words.
 *
 * @param region {@link Question#GLOBAL} for what belongs to no Region
 * @param subject which one, such as the name of a trail; empty where there is only one
 * @param seenFrom when AWS first answered so
 * @param seenAt when AWS was last asked
 * @param observation the answer that it is read from
 */
public record Setting(
        String account,
        String region,
        Question question,
        String subject,
        State state,
        String words,
        Instant seenFrom,
        Instant seenAt,
        long observation) {

    /** How it stands. */
    public enum State {
        /** It is there or on. */
        ON("set"),
        /** AWS says that it is not there or off. */
        OFF("not set"),
        /** It is on and leaves something open that a reader should know. */
        WATCH("look closer"),
        /** Outflow may not ask; it is not absent. */
        CANNOT_BE_SEEN("cannot be seen"),
        /** The Region has no such thing to ask for. */
        NOT_OFFERED("not offered here");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The word on screens. */
        public String label() {
            return label;
        }
    }
}
