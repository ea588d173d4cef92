package io.outflow.trail;

/** Whether a model is Claude. Opaque ids stay undecided until something resolves them. */
public enum Claude {
    YES,
    NO,
    UNDECIDED
}
