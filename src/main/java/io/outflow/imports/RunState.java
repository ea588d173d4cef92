package io.outflow.imports;

/** State of an import run. It is RUNNING from the moment it is accepted until it ends. */
public enum RunState {
    RUNNING,
    DONE,
    /** Done, with quarantined records or with a failed file among good ones. */
    DONE_WITH_QUARANTINE,
    /** Nothing could be read. */
    FAILED,
    CANCELLED
}
