package io.outflow.trail;

/**
 * Finds the end of a value without checking its grammar, counting brackets outside strings; can be fed piece by piece. For
 * records that are too large, too deep or broken inside. It gives up where the text can be no JSON at all, as after a lost
 * quote, because brackets found from there on would mean nothing.
 */
final class LooseScan {
    /** The value goes on. */
    static final int MORE = -1;
    /** The text can be no JSON from here on. */
    static final int LOST = -2;

    /** Longest word outside a string that somebody writes by mistake, such as {@code undefined} or {@code Infinity}. */
    private static final int LONGEST_WORD = 9;

    private long depth;
    private long objects;
    private boolean string;
    private boolean escape;
    private int word;
    private int at;

    /** Index where the text was lost. */
    int at() {
        return at;
    }

    /** Returns the index after the value, or one of the negative answers. */
    int feed(byte[] b, int from, int limit) {
        for (int p = from; p < limit; p++) {
            int c = b[p];
            if (string) {
                if (escape) {
                    escape = false;
                } else if (c == '"') {
                    string = false;
                    if (depth == 0) {
                        return p + 1;
                    }
                } else if (c == '\\') {
                    escape = true;
                } else if (c >= 0 && c < ' ') {
                    return lost(p);
                }
                continue;
            }
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                if (++word > LONGEST_WORD) {
                    return lost(p);
                }
                continue;
            }
            word = 0;
            switch (c) {
                case '"' -> string = true;
                case '{', '[' -> {
                    // Deeper than the bits of a word, which bracket closes which is not looked at.
                    long bit = depth < Long.SIZE ? 1L << depth : 0;
                    objects = c == '{' ? objects | bit : objects & ~bit;
                    depth++;
                }
                case '}', ']' -> {
                    depth--;
                    if (depth < 0 || (depth < Long.SIZE && (c == '}') != ((objects >>> depth & 1) == 1))) {
                        return lost(p);
                    }
                    if (depth == 0) {
                        return p + 1;
                    }
                }
                case '\\' -> {
                    return lost(p);
                }
                default -> {
                    if (depth == 0 && (c == ',' || c == '\n')) {
                        return p;
                    }
                }
            }
        }
        return MORE;
    }

    private int lost(int p) {
        at = p;
        return LOST;
    }
}
