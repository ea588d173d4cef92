package io.outflow.imports.internal;

import io.outflow.trail.BodyObjects;
import io.outflow.trail.LogBytes;
import java.util.Map;

/** Brings the bytes of a run's files to this machine. One for each run; used by its readers at once. */
interface FileBytes extends AutoCloseable {
    /**
     * Files of so many bytes at most are held in the heap from their first byte to their end: for the usual log file that
     * saves the disk, and reading it twice.
     */
    int IN_HEAP = 1 << 19;

    /**
     * Makes the bytes of a file readable here.
     *
     * @throws Missing where this file cannot be had
     * @throws SourceGone where no file of the run can be had now
     */
    Arrived bring(FileWork file) throws Missing, SourceGone;

    /** A way to prompts and answers that lie beside a file, in objects of their own. */
    default BodyObjects bodies(FileWork file) {
        return BodyObjects.NONE;
    }

    /** The file was read, or will be read another time. */
    void release(FileWork file);

    @Override
    void close();

    /**
     * @param sha256 of the bytes, in hex
     * @param metadata what S3 keeps beside them, names in small letters
     */
    record Arrived(LogBytes bytes, String sha256, Map<String, String> metadata) {}

    /** A file cannot be had; the message says why and what to do. */
    final class Missing extends Exception {
        private static final long serialVersionUID = 1L;

        Missing(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** Nothing of a source can be had now; the message says why and what to do. */
    final class SourceGone extends Exception {
        private static final long serialVersionUID = 1L;

        SourceGone(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
