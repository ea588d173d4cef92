package io.outflow.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The data folder of this installation. It and what is made here is readable by its owner only. */
public final class OutflowHome {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;

    private OutflowHome(Path path) {
        this.path = path;
    }

    /** Opens the folder, making it when it is not there. */
    public static OutflowHome at(Path path) {
        var home = new OutflowHome(path.toAbsolutePath().normalize());
        home.makeFolder(home.path);
        return home;
    }

    public Path path() {
        return path;
    }

    /** A folder below this one, made when it is not there. */
    public Path folder(String name) {
        var folder = path.resolve(name);
        makeFolder(folder);
        return folder;
    }

    /** A new empty file in a folder of this one, with a name that no other has. */
    public Path newFile(Path folder, String ending) throws IOException {
        return Files.createTempFile(folder, "new", "." + ending, owner("rw-------"));
    }

    /** The bytes of a secret file below this folder; the first call makes the file, which nobody may write afterwards. */
    public byte[] secret(String name, Supplier<byte[]> first) {
        var file = path.resolve(name);
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                write(file, first.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }

    /** The same without making the file: empty when it is not there. */
    public Optional<byte[]> existingSecret(String name) {
        var file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void write(Path file, byte[] bytes) throws IOException {
        // Written beside and moved, so that a second process never reads half a secret.
        var part = Files.createTempFile(path, "new", ".key", owner("rw-------"));
        try {
            Files.write(part, bytes, StandardOpenOption.TRUNCATE_EXISTING);
            if (POSIX) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--------"));
            }
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its secret counts.
        } catch (UnsupportedOperationException e) {
            Files.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder, owner("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot make the data folder " + folder + ". Set OUTFLOW_HOME to a folder that can be written.", e);
        }
    }

    private static FileAttribute<?>[] owner(String permissions) {
        return POSIX
                ? Set.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
                        .toArray(FileAttribute<?>[]::new)
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
