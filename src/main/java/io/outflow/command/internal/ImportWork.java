package io.outflow.command.internal;

import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import java.nio.file.Path;
import java.util.List;

/** Where an import runs: in a server that was found, or in this process. */
interface ImportWork extends AutoCloseable {
    /** Starts a run over absolute paths. */
    long start(List<Path> paths);

    ImportRun run(long id);

    List<ImportFile> files(long id);

    /** What becomes of the run when this process ends before it. */
    String afterwards();

    @Override
    void close();
}
