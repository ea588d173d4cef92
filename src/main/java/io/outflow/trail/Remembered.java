package io.outflow.trail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was made of some bytes before, so that the same bytes need not be looked at again. The bytes are put together piece by piece,
 * then asked for. Bounded: when it is full it begins anew.
 */
final class Remembered<T> {
    private static final int MOST = 4096;
    private static final int MOST_BYTES = 1024;
    /** Ends a piece: no text of JSON without escapes holds it. */
    private static final byte END = '"';

    private record Entry<T>(long hash, Object kind, byte[] bytes, T value) {}

    private final @Nullable Entry<T>[] entries = room();
    private final byte[] bytes = new byte[MOST_BYTES + 8];
    private int length;
    private boolean tooLong;
    private long hash;
    private int size;

    @SuppressWarnings("unchecked") // an array of them cannot be made otherwise
    private static <T> @Nullable Entry<T>[] room() {
        return new Entry[MOST * 2];
    }

    /** Begins to put bytes together. */
    void start() {
        length = 0;
        tooLong = false;
    }

    /** Adds a piece. */
    void add(byte[] b, int from, int to) {
        int piece = to - from;
        if (tooLong || length + piece + 1 > MOST_BYTES) {
            tooLong = true;
            return;
        }
        System.arraycopy(b, from, bytes, length, piece);
        length += piece;
        bytes[length++] = END;
    }

    /** What was made of these bytes; null where that is not known. Bytes of another kind are other bytes; kinds are compared as objects. */
    @Nullable
    T get(Object kind) {
        if (tooLong) {
            return null;
        }
        hash = Words.hash(bytes, length);
        Entry<T> entry = entries[slot(kind)];
        return entry == null ? null : entry.value;
    }

    /** Remembers what was made of the bytes that were asked for last. */
    void put(Object kind, T value) {
        if (tooLong) {
            return;
        }
        if (size == MOST) {
            Arrays.fill(entries, null);
            size = 0;
        }
        int slot = slot(kind);
        size += entries[slot] == null ? 1 : 0;
        entries[slot] = new Entry<>(hash, kind, Arrays.copyOf(bytes, length), value);
    }

    private int slot(Object kind) {
        int mask = entries.length - 1;
        int slot = (int) hash & mask;
        for (Entry<T> entry = entries[slot]; entry != null && !isSame(entry, kind); entry = entries[slot]) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isSame(Entry<T> entry, Object kind) {
        return entry.hash == hash
                && entry.kind == kind
                && Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, 0, length);
    }
}
