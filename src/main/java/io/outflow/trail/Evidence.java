package io.outflow.trail;

/** What kind of record tells of a call. */
public enum Evidence {
    CLOUDTRAIL,
    INVOCATION_LOG
}
