package io.outflow.usage.internal.answers;

import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import java.util.BitSet;
import java.util.HashMap;

/**
 * The calls of one UTC day as one reader sees them. The arrays are shared with the writer, which only ever adds behind
 * {@code size}; nothing below it changes.
 *
 * @param number days since 1970-01-01
 * @param size how many entries are valid
 * @param millis milliseconds of the day
 * @param subject subject numbers
 * @param outcome ordinal of the outcome in its two lowest bits, of the proof above them; negative (with all bits turned) for a call that was taken back
 * @param input input tokens; {@link #UNKNOWN_TOKENS}, or an index into {@code large} below that
 * @param large token counts that an int cannot hold
 * @param entered keys of the agents whose answers were entered on this day
 * @param sums what was summed of them
 */
record Day(
        int number,
        int size,
        int[] millis,
        int[] subject,
        byte[] outcome,
        int[] input,
        int[] output,
        long[] large,
        BitSet entered,
        DaySums.Kept sums) {

    static final long MILLIS = 86_400_000L;
    static final int UNKNOWN_TOKENS = -1;

    private static final int OUTCOME_BITS = 2;
    private static final Outcome[] OUTCOMES = Outcome.values();

    /** Monday is 0. */
    int dayOfWeek() {
        return Math.floorMod(number + 3, 7);
    }

    long start() {
        return number * MILLIS;
    }

    int weight(int entry) {
        return outcome[entry] < 0 ? -1 : 1;
    }

    /** Outcome and proof in one number. */
    static int packed(Outcome outcome, Proof proof) {
        return proof.ordinal() << OUTCOME_BITS | outcome.ordinal();
    }

    static int outcomeIn(int packed) {
        return packed & (1 << OUTCOME_BITS) - 1;
    }

    static int proofIn(int packed) {
        return packed >> OUTCOME_BITS;
    }

    private int packed(int entry) {
        var stored = outcome[entry];
        return stored < 0 ? ~stored : stored;
    }

    int outcomeOrdinal(int entry) {
        return outcomeIn(packed(entry));
    }

    int proofOrdinal(int entry) {
        return proofIn(packed(entry));
    }

    Outcome outcomeOf(int entry) {
        return OUTCOMES[outcomeOrdinal(entry)];
    }

    /** The count that a stored token value stands for, 0 where it is unknown. */
    long tokens(int stored) {
        if (stored >= 0) {
            return stored;
        }
        return stored == UNKNOWN_TOKENS ? 0 : large[-stored - 2];
    }

    /** The first and the last moment of which a call is left, in milliseconds since 1970; empty where none is. */
    long[] ends() {
        var first = Integer.MAX_VALUE;
        var last = Integer.MIN_VALUE;
        for (var entry = 0; entry < size; entry++) {
            if (outcome[entry] < 0) {
                var moments = moments();
                return moments.length == 0 ? moments : new long[] {moments[0], moments[moments.length - 1]};
            }
            first = Math.min(first, millis[entry]);
            last = Math.max(last, millis[entry]);
        }
        return size == 0 ? new long[0] : new long[] {start() + first, start() + last};
    }

    /** The moments of which a call is left, taken back ones cancelled; earliest first, in milliseconds since 1970. */
    private long[] moments() {
        var left = new HashMap<Integer, Integer>();
        for (var entry = 0; entry < size; entry++) {
            left.merge(millis[entry], weight(entry), Integer::sum);
        }
        return left.entrySet().stream()
                .filter(moment -> moment.getValue() > 0)
                .mapToLong(moment -> start() + moment.getKey())
                .sorted()
                .toArray();
    }
}
