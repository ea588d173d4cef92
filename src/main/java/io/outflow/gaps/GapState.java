package io.outflow.gaps;

/** Where the handling of a gap stands. */
public enum GapState {
    OPEN("open"),
    ACKNOWLEDGED("acknowledged"),
    /** Accepted by somebody until a day; then it opens again. */
    ACCEPTED("accepted"),
    /** The cause is gone; a later call opens it again. */
    FIXED("fixed"),
    /** The fact or the rule is wrong, not the use. */
    FALSE("false"),
    /** The data no longer shows it. */
    CLOSED("closed by itself");

    private final String label;

    GapState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether somebody has to do something. */
    public boolean waits() {
        return this == OPEN || this == ACKNOWLEDGED;
    }
}
