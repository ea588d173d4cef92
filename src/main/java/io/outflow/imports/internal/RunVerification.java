package io.outflow.imports.internal;

import io.outflow.imports.internal.FileBytes.Arrived;

/** What digests say of log files: those of a run, and those that were imported before. */
interface RunVerification {

    /** The bytes of a file are here: if there are digests in it, they are kept. For several threads. */
    void arrived(long runId, FileWork file, Arrived arrived);

    /** Compares digests and log files, as far as their content is known, before the log files of a run are read. */
    Verification before(long runId);

    /** Gives proof to what became known with this run, and says what came of it. */
    void after(long runId, Verification before);
}
