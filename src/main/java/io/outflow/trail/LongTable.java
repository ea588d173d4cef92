package io.outflow.trail;

/** Numbers by number, without an object for each: a scan keeps two for every event. Grows as it is filled. */
final class LongTable {
    private static final int FIRST = 1 << 10;

    private long[] keys = new long[FIRST];
    private long[] values = new long[FIRST];
    /** Where a key stands, because 0 is a key too. */
    private boolean[] taken = new boolean[FIRST];

    private int size;

    /**
     * Puts a value under a key that has none.
     *
     * @return the value that the key had before, or the new one where it had none
     */
    long putIfAbsent(long key, long value) {
        int slot = slot(key);
        if (taken[slot]) {
            return values[slot];
        }
        if (++size > keys.length / 2) {
            grow();
            slot = slot(key);
        }
        taken[slot] = true;
        keys[slot] = key;
        values[slot] = value;
        return value;
    }

    boolean contains(long key) {
        return taken[slot(key)];
    }

    int size() {
        return size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
        while (taken[slot] && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        boolean[] oldTaken = taken;
        keys = new long[oldKeys.length * 2];
        values = new long[keys.length];
        taken = new boolean[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldTaken[i]) {
                int slot = slot(oldKeys[i]);
                taken[slot] = true;
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
