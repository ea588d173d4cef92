package io.outflow.trail;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What is said of a file that cannot be read: what happened, what is safe, what to do. */
final class Sentences {
    private Sentences() {}

    static String notReadable(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "This file is not there any more. Check the path and read it again.";
            case AccessDeniedException denied ->
                "This file may not be read by the account that Outflow runs under. Allow it to read the file, then read it again.";
            default -> "The disk gave an error while this file was read. Check the disk, then read the file again.";
        };
    }
}
