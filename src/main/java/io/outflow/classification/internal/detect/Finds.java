package io.outflow.classification.internal.detect;

import io.outflow.classification.Detector;
import io.outflow.trail.Detection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Counts the distinct values that were found in one call. To tell them apart it holds salted hashes until the call ends, and
 * overwrites them then. Beyond {@link #MOST} values of a call it counts no more.
 */
final class Finds {
    static final int MOST = 20_000;
    private static final int DETECTORS = Detector.values().length;
    private static final int FIRST_SIZE = 64;
    private static final long PRIME = 0x100000001b3L;

    private final long salt = new SplittableRandom().nextLong() | 1;
    private final Map<Detector, String> classes;
    private final boolean[] wanted = new boolean[DETECTORS];
    private final int[] counts = new int[DETECTORS];
    private long[] seen = new long[FIRST_SIZE];
    private int size;

    /** @param classes the detectors that are switched on, with the class of each */
    Finds(Map<Detector, String> classes) {
        this.classes = classes;
        classes.keySet().forEach(detector -> wanted[detector.ordinal()] = true);
    }

    boolean wants(Detector detector) {
        return wanted[detector.ordinal()];
    }

    /** A value as it stands in the text, whatever its case, blanks and punctuation. */
    void add(Detector detector, Slice text, int start, int end) {
        long hash = start(detector);
        for (int i = start; i < end; i++) {
            int c = text.at(i);
            if (c >= 0x80 || text.digit(i)) {
                hash = (hash ^ c) * PRIME;
            } else if (text.letter(i)) {
                hash = (hash ^ (c | 0x20)) * PRIME;
            }
        }
        add(detector, hash);
    }

    void add(Detector detector, String value) {
        long hash = start(detector);
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * PRIME;
        }
        add(detector, hash);
    }

    void add(Detector detector, int value) {
        add(detector, (start(detector) ^ value) * PRIME);
    }

    private long start(Detector detector) {
        return (salt ^ detector.ordinal()) * PRIME;
    }

    private void add(Detector detector, long hash) {
        if (!wanted[detector.ordinal()] || size >= MOST) {
            return;
        }
        long mixed = hash ^ hash >>> 32;
        long value = mixed == 0 ? 1 : mixed;
        if (put(value)) {
            counts[detector.ordinal()]++;
            size++;
            if (size * 2 > seen.length) {
                grow();
            }
        }
    }

    private boolean put(long value) {
        int slot = (int) (value * 0x9E3779B97F4A7C15L >>> 40) & (seen.length - 1);
        while (seen[slot] != 0) {
            if (seen[slot] == value) {
                return false;
            }
            slot = slot + 1 & (seen.length - 1);
        }
        seen[slot] = value;
        return true;
    }

    private void grow() {
        long[] former = seen;
        seen = new long[former.length * 2];
        for (long value : former) {
            if (value != 0) {
                put(value);
            }
        }
        Arrays.fill(former, 0);
    }

    /** What was counted; forgets it. */
    List<Detection> take() {
        if (size == 0) {
            return List.of();
        }
        var found = new ArrayList<Detection>();
        for (var detector : Detector.values()) {
            int count = counts[detector.ordinal()];
            if (count > 0) {
                found.add(new Detection(detector.name(), classes.getOrDefault(detector, ""), count));
            }
        }
        Arrays.fill(seen, 0);
        Arrays.fill(counts, 0);
        size = 0;
        if (seen.length > FIRST_SIZE * 16) {
            seen = new long[FIRST_SIZE];
        }
        return List.copyOf(found);
    }
}
