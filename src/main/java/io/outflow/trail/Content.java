package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/** Tells what a file is by its first bytes, whatever its name says. */
final class Content {
    private static final int[] UTF_8_MARK = {0xef, 0xbb, 0xbf};

    private Content() {}

    /** How many bytes of a UTF-8 mark stand before the text. */
    static int markLength(byte[] b, int limit) {
        return starts(b, limit, UTF_8_MARK) ? UTF_8_MARK.length : 0;
    }

    static boolean isZip(byte[] b, int limit) {
        return starts(b, limit, 'P', 'K', 3, 4) || starts(b, limit, 'P', 'K', 5, 6);
    }

    /** What the bytes are, where they cannot be JSON, as the end of a sentence; null where they may be. */
    static @Nullable String foreign(byte[] b, int limit) {
        if (GzipSource.starts(b, limit)) {
            return "it is a gzip file inside a gzip file; unpack it once";
        }
        if (isZip(b, limit)) {
            return "it is a zip archive inside another file; unpack it first";
        }
        if (starts(b, limit, '%', 'P', 'D', 'F')) {
            return "it is a PDF document, not JSON";
        }
        if (starts(b, limit, 'P', 'A', 'R', '1')) {
            return "it is a Parquet file, not JSON";
        }
        if (starts(b, limit, 'B', 'Z', 'h')
                || starts(b, limit, 0x28, 0xb5, 0x2f, 0xfd)
                || starts(b, limit, 0xfd, '7', 'z')) {
            return "it is compressed in a form that AWS does not write; unpack it first";
        }
        if (starts(b, limit, 0xff, 0xfe) || starts(b, limit, 0xfe, 0xff) || hasZero(b, limit)) {
            return utf16(b, limit) ? "it is written as UTF-16; save it as UTF-8" : "it is a binary file, not JSON";
        }
        return null;
    }

    /** What the text is, where it does not start as JSON records do, as the end of a sentence. */
    static String text(int first) {
        return switch (first) {
            case '"', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                "it starts with a single value, not with an object or a list";
            case '<' -> "it is a web page or XML, not JSON";
            default -> "it is text, not JSON";
        };
    }

    private static boolean utf16(byte[] b, int limit) {
        if (starts(b, limit, 0xff, 0xfe) || starts(b, limit, 0xfe, 0xff)) {
            return true;
        }
        return limit >= 2 && ((b[0] == 0 && isJson(b[1])) || (isJson(b[0]) && b[1] == 0));
    }

    private static boolean isJson(int c) {
        return c == '{' || c == '[' || Walker.isSpace(c);
    }

    private static boolean hasZero(byte[] b, int limit) {
        for (int i = 0; i < Math.min(limit, 4); i++) {
            if (b[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] b, int limit, int... wanted) {
        if (limit < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((b[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
