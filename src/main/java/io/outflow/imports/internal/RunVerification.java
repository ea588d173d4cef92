package io.outflow.imports.internal;

/** What digests say of the files of a run. */
interface RunVerification {

    /** Verifies the files of a run, once, before they are read; what it finds is stored with each of them. */
    void before(long runId);

    /** Gives files that were imported earlier the proof that this run found for the same bytes. */
    void after(long runId);
}
