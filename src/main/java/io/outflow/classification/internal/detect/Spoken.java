package io.outflow.classification.internal.detect;

import java.util.Arrays;

/** Where in the text each cue was given last. */
final class Spoken {
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final int[] last = new int[Cue.values().length];

    void clear() {
        Arrays.fill(last, NEVER);
    }

    void note(int cues, int at) {
        for (int rest = cues; rest != 0; rest &= rest - 1) {
            last[Integer.numberOfTrailingZeros(rest)] = at;
        }
    }

    /** Whether the cue was given at most so many bytes before. */
    boolean before(Cue cue, int at, int most) {
        return at - last[cue.ordinal()] <= most;
    }
}
