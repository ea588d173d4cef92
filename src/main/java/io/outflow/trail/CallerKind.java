package io.outflow.trail;

/** What kind of caller an identity is. Names of a {@link #PERSON} are masked unless a reason was given. */
public enum CallerKind {
    PERSON,
    ROLE,
    WORKLOAD,
    SERVICE,
    API_KEY,
    ROOT,
    UNKNOWN
}
