package io.outflow.trail;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What is said of a file that cannot be read: what happened, what is safe, what to do. */
final class Sentences {
    private static final String FORMS =
            "Outflow reads CloudTrail files and Bedrock invocation logs as .json, .json.gz or .zip.";

    private Sentences() {}

    static String notReadable(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "This file is not there any more. Check the path and read it again.";
            case AccessDeniedException denied ->
                "This file may not be read by the account that Outflow runs under. Allow it to read the file, then read it again.";
            default -> "The disk gave an error while this file was read. Check the disk, then read the file again.";
        };
    }

    /**
     * @param why what is wrong, as the end of a sentence
     * @param sound records that were read whole
     * @param aside records that could not be read, often the one in which the file breaks
     */
    static String damaged(String why, int sound, int aside) {
        return "This file is damaged: " + why + ". " + safe(sound) + aside(aside)
                + " Get the file again from where it came and import it once more.";
    }

    /** @param why what the file is instead, as the end of a sentence */
    static String noLog(String why) {
        return "Nothing in this file could be used: " + why + ". " + FORMS;
    }

    static String malformed(int fault) {
        return "This record is no valid JSON: the fault is at byte " + fault + " of it. It was left out.";
    }

    private static String aside(int records) {
        return switch (records) {
            case 0 -> "";
            case 1 -> " One record that could not be read whole is set aside.";
            default -> " " + count(records) + " records that could not be read whole are set aside.";
        };
    }

    private static String safe(int records) {
        return switch (records) {
            case 0 -> "No whole record was read from it.";
            case 1 -> "The one record read before is safe.";
            default -> "The " + count(records) + " records read before are safe.";
        };
    }

    /** A number of bytes in words. */
    static String size(long bytes) {
        if (bytes >= 1L << 30 && bytes % (1L << 30) == 0) {
            return (bytes >> 30) + " GiB";
        }
        if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + " MiB";
        }
        return count(bytes) + " bytes";
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
