package io.outflow.aws;

/** AWS did not give what was asked for. The message says what happened, what is safe and what to do. */
public final class AwsTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is out of reach. */
    public enum Extent {
        /** One object; others may be there. */
        OBJECT,
        /** One object, which may not be read; when all are refused, something is wrong with the source. */
        REFUSED,
        /** The object is another one than was listed. */
        CHANGED,
        /** Credentials have ended in the middle; new ones may do. */
        EXPIRED,
        /** All of the source, for now. */
        SOURCE
    }

    private final Extent extent;

    AwsTrouble(Extent extent, String sentence, Throwable cause) {
        super(sentence, cause);
        this.extent = extent;
    }

    public Extent extent() {
        return extent;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
