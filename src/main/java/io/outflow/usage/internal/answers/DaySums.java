package io.outflow.usage.internal.answers;

import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one whole day summed by subject, kind and proof, by ascending number of the subject: what {@link Tally} needs of a
 * day that is not cut by a filter's time. It rests on what never changes of a {@link Day} and of a subject's number alone, so it is
 * counted once. Rules may change: no class is in it.
 */
final class DaySums {

    /** Stands for a day of which sums would be hardly fewer than its calls. */
    private static final DaySums NONE = new DaySums(0, new byte[0], new long[0]);

    private static final int PROOFS = Proof.values().length;
    private static final int WORTH = 4;
    private static final int HOUR = 3_600_000;
    private static final int TAKEN_BACK = 32;
    private static final byte NO_USE = -1;

    final int[] subject;
    final byte[] kind;
    final byte[] proof;
    final int[] calls;
    final long[] input;
    final long[] output;
    /** Calls whose input and output are both known, and what these were. */
    final int[] counted;

    final long[] countedInput;
    final long[] countedOutput;
    /** Of each call its hour, {@link #TAKEN_BACK} more for one that was taken back, {@link #NO_USE} for what is no use. */
    private final byte[] hours;

    private final long[] usesByHour;

    private DaySums(int size, byte[] hours, long[] usesByHour) {
        subject = new int[size];
        kind = new byte[size];
        proof = new byte[size];
        calls = new int[size];
        input = new long[size];
        output = new long[size];
        counted = new int[size];
        countedInput = new long[size];
        countedOutput = new long[size];
        this.hours = hours;
        this.usesByHour = usesByHour;
    }

    int size() {
        return subject.length;
    }

    /**
     * Adds the uses of a day by their hour.
     *
     * @param taken by number of the subject; nothing where all are
     */
    void addUses(Day day, boolean @Nullable [] taken, long[] byHour) {
        if (taken == null) {
            for (var hour = 0; hour < byHour.length; hour++) {
                byHour[hour] += usesByHour[hour];
            }
            return;
        }
        var subjects = day.subject();
        for (var entry = 0; entry < hours.length; entry++) {
            var hour = hours[entry];
            if (hour != NO_USE && taken[subjects[entry]]) {
                byHour[hour & TAKEN_BACK - 1] += hour < TAKEN_BACK ? 1 : -1;
            }
        }
    }

    /** Counts a day, and gives up where that would not pay. */
    private static DaySums of(Day day, int[] stepKey, int worth) {
        var most = day.size() / worth;
        var keys = new int[Math.max(16, most)];
        var cellOf = new int[day.size()];
        var kinds = new byte[day.size()];
        var places = new int[Integer.highestOneBit(Math.max(8, most)) * 4];
        var size = 0;
        for (var entry = 0; entry < day.size(); entry++) {
            var number = day.subject()[entry];
            var agent = stepKey[number];
            var what = agent > 0 && day.entered().get(agent) ? Tally.STEP : day.outcomeOrdinal(entry);
            var key = (number * Tally.KINDS + what) * PROOFS + day.proofOrdinal(entry);
            var place = key * 0x9E3779B9 >>> 10 & places.length - 1;
            while (places[place] != 0 && keys[places[place] - 1] != key) {
                place = place + 1 & places.length - 1;
            }
            if (places[place] == 0) {
                if (size == most) {
                    return NONE;
                }
                keys[size++] = key;
                places[place] = size;
            }
            cellOf[entry] = places[place] - 1;
            kinds[entry] = (byte) what;
        }
        return sums(day, Arrays.copyOf(keys, size), cellOf, kinds);
    }

    private static DaySums sums(Day day, int[] keys, int[] cellOf, byte[] kinds) {
        var order = new long[keys.length];
        Arrays.setAll(order, cell -> (long) keys[cell] << Integer.SIZE | cell);
        Arrays.sort(order);
        var sums = new DaySums(keys.length, new byte[day.size()], new long[24]);
        var sorted = new int[keys.length];
        for (var at = 0; at < order.length; at++) {
            var key = (int) (order[at] >>> Integer.SIZE);
            sorted[(int) order[at]] = at;
            sums.proof[at] = (byte) (key % PROOFS);
            sums.kind[at] = (byte) (key / PROOFS % Tally.KINDS);
            sums.subject[at] = key / PROOFS / Tally.KINDS;
        }
        for (var entry = 0; entry < day.size(); entry++) {
            sums.add(day, entry, sorted[cellOf[entry]], kinds[entry] == Outcome.USE.ordinal());
        }
        return sums;
    }

    private void add(Day day, int entry, int at, boolean use) {
        var weight = day.weight(entry);
        var in = day.tokens(day.input()[entry]);
        var out = day.tokens(day.output()[entry]);
        calls[at] += weight;
        input[at] += weight * in;
        output[at] += weight * out;
        if (day.input()[entry] != Day.UNKNOWN_TOKENS && day.output()[entry] != Day.UNKNOWN_TOKENS) {
            counted[at] += weight;
            countedInput[at] += weight * in;
            countedOutput[at] += weight * out;
        }
        var hour = day.millis()[entry] / HOUR;
        hours[entry] = use ? (byte) (weight > 0 ? hour : hour + TAKEN_BACK) : NO_USE;
        usesByHour[hour] += use ? weight : 0;
    }

    /** Keeps the sums of a day. They are made when they are asked for the second time: a day that grows is not worth them. */
    static final class Kept {
        private volatile boolean asked;
        private volatile @Nullable DaySums sums;

        /**
         * The sums, where they are fewer than the calls by far.
         *
         * @param always has them made now, however many they are
         */
        @Nullable
        DaySums of(Day day, SubjectIndex subjects, boolean always) {
            var made = sums;
            if (made == null && (asked || always)) {
                made = DaySums.of(day, subjects.stepKey(), always ? 1 : WORTH);
                sums = made;
            }
            asked = true;
            return made == NONE ? null : made;
        }
    }
}
