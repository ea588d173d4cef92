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
}
