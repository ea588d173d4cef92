package io.outflow.trail;

/** What became of a call: a use, or an attempt that was denied or failed. */
public enum Outcome {
    USE,
    DENIED,
    FAILED
}
