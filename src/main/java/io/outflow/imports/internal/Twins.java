package io.outflow.imports.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds files of equal bytes within a run. Of those the first in order is read and the others wait for what becomes of it. To
 * know which is first, each thread waits until the files before its own were told.
 */
final class Twins {
    private final Set<String> seen = new HashSet<>();
    private final List<FileWork> waiting = new ArrayList<>();
    private int next;

    /**
     * Tells what a file's bytes are.
     *
     * @param position the file's place in the order, from 0; each is told once
     * @param sha256 null where the file could not be read
     * @return whether the file is to be read now
     */
    synchronized boolean first(int position, FileWork file, @Nullable String sha256) {
        boolean interrupted = false;
        while (next != position) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        next++;
        notifyAll();
        if (sha256 == null || seen.add(sha256)) {
            return true;
        }
        waiting.add(file);
        return false;
    }

    synchronized List<FileWork> waiting() {
        return List.copyOf(waiting);
    }
}
