package io.outflow.trail;

/** What one record turned out to be, where it is kept: a call of a model, or a change of how models may be used. */
public sealed interface Reading permits ModelCall, GovernanceEvent {
    Place place();

    EventKey key();

    /** SHA-256 (hex) of the canonical record: sorted keys, no envelope, no bodies. Equal content has equal hashes. */
    String contentHash();

    /** The record as compact JSON (UTF-8), without bodies and without envelope. */
    byte[] original();
}
