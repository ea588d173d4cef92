package io.outflow.trail;

/** Where the written model id allows a call to run. */
public enum ProfileScope {
    /** A bare model id or foundation-model ARN: it runs in the Region that was called. */
    IN_REGION,
    /** A geography's inference profile such as {@code eu.} or {@code us.}. */
    GEOGRAPHY,
    /** The global inference profile. */
    GLOBAL,
    /** An id that does not tell: application profiles, provisioned and imported models, unknown ids. */
    OPAQUE
}
