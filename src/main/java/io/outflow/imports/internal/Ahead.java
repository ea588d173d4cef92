package io.outflow.imports.internal;

import io.outflow.imports.internal.FileBytes.Arrived;
import io.outflow.imports.internal.FileBytes.Missing;
import io.outflow.imports.internal.FileBytes.SourceGone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the files of a bucket here some files ahead of their readers, so that these do not wait for the network. What is here
 * and not read yet is bounded by the number of files. Files of this machine are brought by their readers.
 */
final class Ahead implements AutoCloseable {
    /** A request takes some ten milliseconds, the reading of a file about one. */
    private static final int FILES = 32;

    private final List<FileWork> files;
    private final FileBytes bytes;
    private final BooleanSupplier stopped;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Integer, Future<@Nullable Arrived>> begun = new HashMap<>();
    private int next;

    /**
     * @param files in the order in which they are read
     * @param stopped whether nothing more is to be brought
     */
    Ahead(List<FileWork> files, FileBytes bytes, BooleanSupplier stopped) {
        this.files = files;
        this.bytes = bytes;
        this.stopped = stopped;
    }

    /** The bytes of the file at a position; each is asked for once. Null where the run is to stop. */
    @Nullable
    Arrived bring(int at) throws Missing, SourceGone {
        var coming = begin(at);
        if (coming == null) {
            return now(files.get(at));
        }
        try {
            return coming.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Missing missing -> throw missing;
                case SourceGone gone -> throw gone;
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized @Nullable Future<@Nullable Arrived> begin(int at) {
        // At first no more than were asked for before: where the source refuses everything, few requests show it.
        for (; next < files.size() && next <= at + Math.min(FILES, at); next++) {
            var file = files.get(next);
            if (file.remote != null) {
                begun.put(next, threads.submit(() -> now(file)));
            }
        }
        return begun.remove(at);
    }

    private @Nullable Arrived now(FileWork file) throws Missing, SourceGone {
        return stopped.getAsBoolean() ? null : bytes.bring(file);
    }

    /** Waits for what is on its way. */
    @Override
    public void close() {
        threads.close();
    }
}
