package io.outflow.evidence;

/**
 * Something that a package does not hold, and why.
 *
 * @param what in a few words
 * @param why in a sentence or two, with what follows from it
 */
public record Missing(Kind kind, String what, String why) {

    /** Of which sort it is. */
    public enum Kind {
        NOT_COVERED,
        NO_DIGEST,
        INVALID,
        CLAIMED,
        PRIVATE,
        NOT_ASKED,
        NO_SOURCE
    }
}
