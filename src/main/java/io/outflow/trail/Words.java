package io.outflow.trail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Eight bytes at a time. The lowest byte of a word is the first in the text. */
final class Words {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    /** Half of their bits are set, without a pattern. */
    private static final long ODD_1 = 0xa0761d6478bd642fL;

    private static final long ODD_2 = 0xe7037ed1a0b428dbL;
    private static final long ODD_3 = 0x8ebc6af09c88c6e3L;
    private static final long ODD_4 = 0x589965cc75374cc3L;
    private static final long SPACES = ' ' * ONES;

    private Words() {}

    static long at(byte[] b, int i) {
        return (long) LONGS.get(b, i);
    }

    static int halfAt(byte[] b, int i) {
        return (int) INTS.get(b, i);
    }

    /** The word of the first eight characters of an ASCII text. */
    static long of(String text) {
        return at(text.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /** The half word of the first four characters of an ASCII text. */
    static int half(String text) {
        return halfAt(text.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /**
     * Marks the bytes that end a run of plain text in a JSON string: quote, backslash, control characters. The lowest mark
     * is exact; higher ones may be false, because a borrow runs upwards.
     */
    static long special(long w) {
        long quote = w ^ QUOTES;
        long backslash = w ^ BACKSLASHES;
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((w - SPACES) & ~w)) & HIGHS;
    }

    /** Marks what {@link #special} marks and the bytes of characters beyond ASCII. The lowest mark is exact. */
    static long unusual(long w) {
        return special(w) | (w & HIGHS);
    }

    /**
     * A hash of the bytes that a buffer begins with, good enough to tell contents apart that nobody makes to look alike: two
     * products of 128 bits for each 32 bytes, folded.
     */
    static long hash(byte[] b, int length) {
        long first = length;
        long second = ODD_1;
        int p = 0;
        for (; p + 32 <= length; p += 32) {
            first = folded(at(b, p) ^ first ^ ODD_2, at(b, p + 8) ^ ODD_3);
            second = folded(at(b, p + 16) ^ second ^ ODD_4, at(b, p + 24) ^ ODD_1);
        }
        for (; p + 8 <= length; p += 8) {
            first = folded(at(b, p) ^ first ^ ODD_3, ODD_4);
        }
        if (p < length && length >= 8) {
            // The last word, some bytes of which were in the one before: the length is hashed too, so this tells as
            // much.
            return folded(first ^ ODD_1, folded(at(b, length - 8) ^ second ^ ODD_2, ODD_1));
        }
        for (; p < length; p++) {
            second = folded(b[p] ^ second ^ ODD_2, ODD_1);
        }
        return folded(first ^ ODD_1, second ^ ODD_3);
    }

    private static long folded(long a, long b) {
        return a * b ^ Math.unsignedMultiplyHigh(a, b);
    }
}
