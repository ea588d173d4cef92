package io.outflow.imports.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that uploads are received in. A file goes when its run no longer needs it. */
final class Spool {
    private static final Logger log = LoggerFactory.getLogger(Spool.class);

    private final Path folder;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** A new path; the name that people know the file by is kept in the database, never on the disk. */
    Path newFile() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for uploads, " + folder + ", cannot be made.", e);
        }
        return folder.resolve(UUID.randomUUID() + ".upload");
    }

    void remove(Path file) {
        try {
            if (file.toAbsolutePath()
                    .normalize()
                    .startsWith(folder.toAbsolutePath().normalize())) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            log.warn("{} could not be removed; it goes with the next start.", file, e);
        }
    }

    /** Removes what a process that died left behind. */
    void sweep(Collection<String> needed) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var keep = new HashSet<>(needed);
        try (var files = Files.list(folder)) {
            files.filter(file -> !keep.contains(file.toString())).forEach(this::remove);
        } catch (IOException e) {
            log.warn("The folder for uploads, {}, cannot be read.", folder, e);
        }
    }
}
