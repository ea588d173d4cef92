package io.outflow.vendors.compare;

import io.outflow.vendors.content.Regime;

/**
 * Something that a regime asks of whoever uses a product.
 *
 * @param reference where the regime says so
 * @param asks what it asks, in a sentence
 */
public record Duty(Regime regime, String reference, String asks) {

    /**
     * What the register says to a duty.
     *
     * @param answer what was found, or what is missing
     */
    public record Finding(Duty duty, State state, String answer) {}

    /** Whether the register answers a duty. */
    public enum State {
        /** A confirmed fact answers it. */
        ANSWERED("answered"),
        /** Only a claim answers it. */
        CLAIMED("rests on a claim"),
        /** Nothing answers it, or what does has lapsed. */
        MISSING("missing");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
