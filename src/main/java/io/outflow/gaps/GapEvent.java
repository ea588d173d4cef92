package io.outflow.gaps;

import java.time.Instant;

/**
 * Something that happened to a gap. Events are only ever added.
 *
 * @param actor who did it; Outflow for what happened by itself
 * @param text the reason or comment, or the figures in words
 * @param calls the calls that the gap then had
 */
public record GapEvent(long gap, int number, Instant at, String actor, Kind kind, String text, long calls) {

    /** What happened. */
    public enum Kind {
        OPENED("opened"),
        MOVED("figures moved"),
        ACKNOWLEDGED("acknowledged"),
        ACCEPTED("accepted"),
        FIXED("fixed"),
        CALLED_FALSE("called false"),
        REMARK("comment"),
        ASSIGNED("owner set"),
        DUE_SET("due date set"),
        CLOSED("closed by itself"),
        REOPENED("opened again");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** The state that a gap has after this, from the one that it had. */
        public GapState after(GapState before) {
            return switch (this) {
                case OPENED, REOPENED -> GapState.OPEN;
                case ACKNOWLEDGED -> GapState.ACKNOWLEDGED;
                case ACCEPTED -> GapState.ACCEPTED;
                case FIXED -> GapState.FIXED;
                case CALLED_FALSE -> GapState.FALSE;
                case CLOSED -> GapState.CLOSED;
                case MOVED, REMARK, ASSIGNED, DUE_SET -> before;
            };
        }

        /** Whether it says in which state a gap is. */
        public boolean decides() {
            return switch (this) {
                case MOVED, REMARK, ASSIGNED, DUE_SET -> false;
                default -> true;
            };
        }
    }
}
