package io.outflow.vendors;

/** How sure an entry is, by its basis and the day. */
public enum Assurance {
    /** Somebody confirmed it, and it is not yet time to look again. */
    CONFIRMED("confirmed"),
    /** Nobody confirmed it. */
    CLAIMED("claimed, not confirmed"),
    /** It was confirmed, and the time to look again has passed. */
    STALE("past its check"),
    /** Somebody found it to be wrong; it stays to be seen and counts for nothing. */
    REJECTED("rejected");

    private final String words;

    Assurance(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
