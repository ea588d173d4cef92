package io.outflow.trail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a file of a log holds, still packed: on the disk, or in the heap where it is small or was never on a disk of this
 * machine. Nobody changes it while it is read.
 */
public sealed interface LogBytes {

    static LogBytes of(Path file) {
        return new OnDisk(file);
    }

    static LogBytes of(byte[] bytes) {
        return new InHeap(bytes);
    }

    /** The bytes from the first on; the caller closes the stream. */
    InputStream open() throws IOException;

    /** A file, opened anew for each reading. */
    record OnDisk(Path file) implements LogBytes {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** All bytes at once. */
    @SuppressWarnings("ArrayRecordComponent") // The bytes are passed on, and never compared.
    record InHeap(byte[] bytes) implements LogBytes {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
