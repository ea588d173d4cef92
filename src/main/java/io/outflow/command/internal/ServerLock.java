package io.outflow.command.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * The file by which commands find the server that runs on a data folder. Its token opens the server's inner door, so only the
 * owner may read it. A server that was killed leaves it behind; whoever reads it asks at the door before believing it.
 *
 * @param port port of the inner door, on the loopback address
 * @param pid process id of the server
 */
record ServerLock(int port, long pid, String token) {
    private static final String NAME = "server.lock";

    static Optional<ServerLock> read(Path home) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(home.resolve(NAME))));
            return Optional.of(new ServerLock(
                    Integer.parseInt(properties.getProperty("port", "")),
                    Long.parseLong(properties.getProperty("pid", "")),
                    properties.getProperty("token", "")));
        } catch (IOException | IllegalArgumentException e) {
            // Not there, or not one of ours: then there is no server to be found by it.
            return Optional.empty();
        }
    }

    /** Whether the process that wrote this is still there. */
    boolean processIsAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    void write(Path home) throws IOException {
        var properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("token", token);
        var text = new StringWriter();
        properties.store(text, "The Outflow server that runs on this folder. Removed when it stops.");
        Path part = Files.createTempFile(home, "server", ".part", ownerOnly());
        try {
            Files.writeString(part, text.toString());
            Files.move(part, home.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Removes the file, unless another server has written its own since. */
    void remove(Path home) throws IOException {
        if (read(home).filter(this::equals).isPresent()) {
            Files.deleteIfExists(home.resolve(NAME));
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return "ServerLock[port=" + port + ", pid=" + pid + "]";
    }
}
