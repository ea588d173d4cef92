package io.outflow.trail;

/**
 * Counts how often each content occurred in a file. Content is told by 64 bits of its hash, and the counts stand in plain
 * arrays: a log of a million lines without ids takes some 30 MB here, and six times that in a map of texts.
 */
final class Occurrences {
    private long[] contents = new long[64];
    /** 0 where the place is free. */
    private int[] counts = new int[64];

    private int used;

    /** Notes one more occurrence and returns the number of it, from 1. */
    int next(long content) {
        int place = place(content);
        if (counts[place] == 0) {
            if (++used * 2 > counts.length) {
                grow();
                place = place(content);
            }
            contents[place] = content;
        }
        return ++counts[place];
    }

    private int place(long content) {
        int mask = counts.length - 1;
        int place = (int) (content ^ content >>> 32) & mask;
        while (counts[place] != 0 && contents[place] != content) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldContents = contents;
        int[] oldCounts = counts;
        contents = new long[oldCounts.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] != 0) {
                int place = place(oldContents[i]);
                contents[place] = oldContents[i];
                counts[place] = oldCounts[i];
            }
        }
    }
}
