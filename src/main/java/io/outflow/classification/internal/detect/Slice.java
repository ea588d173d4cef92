package io.outflow.classification.internal.detect;

import java.nio.charset.StandardCharsets;

/** The text that is looked at: bytes of UTF-8 between two bounds. Outside of them it reads as 0. */
final class Slice {
    private static final byte[] NOTHING = new byte[0];

    private byte[] bytes = NOTHING;
    int from;
    int to;

    void set(byte[] text, int start, int end) {
        bytes = text;
        from = start;
        to = end;
    }

    void forget() {
        set(NOTHING, 0, 0);
    }

    /** The byte, from 0 to 255. */
    int at(int index) {
        return index >= from && index < to ? bytes[index] & 0xFF : 0;
    }

    boolean digit(int index) {
        int c = at(index);
        return c >= '0' && c <= '9';
    }

    boolean letter(int index) {
        int c = at(index) | 0x20;
        return c >= 'a' && c <= 'z';
    }

    /**
     * Letters, digits and the underscore. Of what is not ASCII, two-byte characters from U+00C0 count as letters, both their
     * bytes: Latin with accents, Greek, Cyrillic, Hebrew, Arabic. Scripts without blanks between words must not hide a key that
     * stands between their characters, and typographic quotes are no letters.
     */
    boolean word(int index) {
        int c = at(index);
        if (c < 0x80) {
            return c == '_' || digit(index) || letter(index);
        }
        int lead = c < 0xC0 ? at(index - 1) : c;
        return lead >= 0xC3 && lead < 0xE0;
    }

    boolean space(int index) {
        int c = at(index);
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || noBreakSpace(index);
    }

    boolean noBreakSpace(int index) {
        return at(index) == 0xC2 && at(index + 1) == 0xA0;
    }

    boolean upper(int index) {
        int c = at(index);
        return c >= 'A' && c <= 'Z';
    }

    /** Whether these ASCII characters stand here, in lower or upper case where they are given in lower case. */
    boolean starts(int index, String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            int c = at(index + i);
            int w = wanted.charAt(i);
            if (c != w && !(w >= 'a' && w <= 'z' && (c | 0x20) == w)) {
                return false;
            }
        }
        return true;
    }

    /** Whether exactly these ASCII characters stand here. */
    boolean has(int index, String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (at(index + i) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** End of the run of characters of an alphabet, at most so many. */
    int run(int index, boolean[] alphabet, int most) {
        int end = index;
        while (end < index + most && end < to && alphabet[at(end)]) {
            end++;
        }
        return end;
    }

    static boolean[] alphabet(String characters) {
        boolean[] alphabet = new boolean[256];
        for (int c = 0; c < 128; c++) {
            boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            alphabet[c] = alphanumeric || characters.indexOf(c) >= 0;
        }
        return alphabet;
    }

    /** A short stretch for a library that takes texts. */
    String text(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
