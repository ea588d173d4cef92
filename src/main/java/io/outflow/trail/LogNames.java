package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Names of very many log files, held as eight bytes of their SHA-256 each. */
final class LogNames {
    private final MessageDigest sha256 = Sha256.start();
    private long[] slots = new long[1 << 10];
    private int size;

    void add(String name) {
        if (put(slots, key(name)) && ++size * 2L > slots.length) {
            long[] larger = new long[slots.length * 2];
            Arrays.stream(slots).filter(slot -> slot != 0).forEach(slot -> put(larger, slot));
            slots = larger;
        }
    }

    boolean has(String name) {
        long key = key(name);
        int at = at(slots, key);
        return slots[at] == key;
    }

    private long key(String name) {
        byte[] hash = sha256.digest(name.getBytes(StandardCharsets.UTF_8));
        long key = Words.at(hash, 0);
        return key == 0 ? 1 : key;
    }

    private static boolean put(long[] slots, long key) {
        int at = at(slots, key);
        if (slots[at] == key) {
            return false;
        }
        slots[at] = key;
        return true;
    }

    /** Where the key is, or has room. */
    private static int at(long[] slots, long key) {
        int at = (int) (key ^ key >>> 32) & slots.length - 1;
        while (slots[at] != 0 && slots[at] != key) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }
}
