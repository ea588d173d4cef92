package io.outflow.access;

/** How far a role may go with an action, weakest first. */
public enum Permission {
    NONE,
    /** Names are replaced by a stable mark. */
    MASKED,
    /** Names are shown after a reason was given, which the change log keeps. */
    WITH_REASON,
    READ,
    /** May suggest a state that somebody else decides. */
    PROPOSE,
    /** May do it within the scope given to the person. */
    IN_SCOPE,
    DO;

    /** Whether this is enough where {@code asked} is needed; within a scope counts as doing, what the scope is decides the service. */
    public boolean allows(Permission asked) {
        if (asked == DO) {
            return this == DO || this == IN_SCOPE;
        }
        return ordinal() >= asked.ordinal();
    }

    Permission orStronger(Permission other) {
        return ordinal() >= other.ordinal() ? this : other;
    }
}
