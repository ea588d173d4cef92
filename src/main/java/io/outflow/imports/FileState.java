package io.outflow.imports;

/** State of a file in a run. */
public enum FileState {
    WAITING,
    READING,
    DONE,
    DONE_WITH_QUARANTINE,
    FAILED,
    /** The same bytes were imported before; nothing was read. */
    SKIPPED_DUPLICATE,
    /** Held back whole; nothing was inserted. */
    SET_ASIDE,
    CANCELLED
}
