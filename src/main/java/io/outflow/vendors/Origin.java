package io.outflow.vendors;

/** Where an entry came from. */
public enum Origin {
    /** The facts shipped with Outflow: claims to start from, never a confirmation. */
    CATALOGUE,
    /** Our own people. */
    OURS
}
