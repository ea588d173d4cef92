package io.outflow.classification.internal.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The words that detectors wait for, each with the set of {@link Cue}s that it gives. Compared byte by byte with one bit left
 * out, which makes capital and small letters equal, in ASCII and among the accented letters of Western Europe.
 */
final class Words {
    private static final int FOLD = 0x20;
    private static final int LONGEST = 32;
    private static final int SIZE = 4096;

    private static final byte[][] WORDS = new byte[SIZE][];
    private static final int[] CUES = new int[SIZE];

    static {
        for (Cue cue : Cue.values()) {
            for (String word : cue.words().split("\\s+")) {
                put(word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), 1 << cue.ordinal());
            }
        }
    }

    private Words() {}

    /** Continues the hash of a word by a byte. */
    static int hash(int hash, int c) {
        return hash * 31 + (c | FOLD);
    }

    /** The cues of a word as bits by their ordinal; 0 for a word that nobody waits for. */
    static int cues(Slice text, int start, int end, int hash) {
        if (end - start > LONGEST) {
            return 0;
        }
        for (int slot = slot(hash); WORDS[slot] != null; slot = slot + 1 & SIZE - 1) {
            if (same(WORDS[slot], text, start, end)) {
                return CUES[slot];
            }
        }
        return 0;
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B9 >>> 12) & SIZE - 1;
    }

    private static boolean same(byte[] word, Slice text, int start, int end) {
        if (word.length != end - start) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if ((word[i] | FOLD) != ((byte) text.at(start + i) | FOLD)) {
                return false;
            }
        }
        return true;
    }

    private static void put(byte[] word, int cues) {
        int hash = 0;
        for (byte b : word) {
            hash = hash(hash, b & 0xFF);
        }
        int slot = slot(hash);
        while (WORDS[slot] != null && !Arrays.equals(WORDS[slot], word)) {
            slot = slot + 1 & SIZE - 1;
        }
        WORDS[slot] = word;
        CUES[slot] |= cues;
    }
}
