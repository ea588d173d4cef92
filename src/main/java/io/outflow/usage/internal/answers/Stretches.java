package io.outflow.usage.internal.answers;

import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.UsageTallies.Cuts;
import io.outflow.usage.UsageTallies.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One pass over the columns that counts by subject and stretch of time. */
final class Stretches {
    private static final int OUTCOMES = Outcome.values().length;
    private static final int PROOFS = Proof.values().length;
    private static final int FIRST = 0;
    private static final int LAST = 1;
    private static final int PROOF = 2;
    private static final long[][] NOTHING = {};
    private static final long[] NO_CALLS = {};

    private final SubjectIndex subjects;
    private final long from;
    private final long to;
    /** The distinct lists of cuts in milliseconds, and for each subject which one is its own. */
    private final List<long[]> cuts = new ArrayList<>();

    private final int[] cutsOf;
    /** By subject its cells by stretch and outcome. */
    private final long[][][] cells;

    Stretches(SubjectIndex subjects, Instant from, Instant to, Function<io.outflow.usage.Subject, Cuts> asked) {
        this.subjects = subjects;
        this.from = Columns.millis(from);
        this.to = Columns.millis(to);
        cutsOf = new int[subjects.size() + 1];
        cells = new long[subjects.size() + 1][][];
        Arrays.fill(cells, NOTHING);
        var known = new IdentityHashMap<Cuts, Integer>();
        for (var number = 1; number <= subjects.size(); number++) {
            cutsOf[number] = known.computeIfAbsent(asked.apply(subjects.subject()[number]), own -> {
                cuts.add(millis(own));
                return cuts.size() - 1;
            });
        }
    }

    private static long[] millis(Cuts cuts) {
        return cuts.instants().stream().mapToLong(Columns::millis).toArray();
    }

    List<Tally> count(List<Day> days) {
        for (var day : days) {
            if (day.start() < to && day.start() + Day.MILLIS > from) {
                count(day);
            }
        }
        var tallies = new ArrayList<Tally>();
        for (var subject = 1; subject < cells.length; subject++) {
            var own = cells[subject];
            for (var index = 0; index < own.length; index++) {
                if (own[index].length > 0) {
                    tallies.add(tally(subject, index, own[index]));
                }
            }
        }
        return tallies;
    }

    private void count(Day day) {
        var start = day.start();
        var whole = start >= from && start + Day.MILLIS <= to;
        var gone = gone(day);
        // Most days hold no cut: then the stretch is found once for the day.
        var ofDay = new int[cuts.size()];
        Arrays.setAll(ofDay, index -> throughout(cuts.get(index), start));
        for (var entry = 0; entry < day.size(); entry++) {
            var packed = day.outcome()[entry];
            var millis = day.millis()[entry];
            var moment = start + millis;
            if (packed < 0 || !whole && (moment < from || moment >= to)) {
                continue;
            }
            var subject = day.subject()[entry];
            if (subject >= cutsOf.length) {
                continue;
            }
            var stepKey = subjects.stepKey()[subject];
            if (stepKey > 0 && day.entered().get(stepKey)) {
                continue;
            }
            if (gone != null && gone.takes(subject, millis, packed)) {
                continue;
            }
            var stretch = ofDay[cutsOf[subject]];
            var cell = cell(
                    subject,
                    stretch >= 0 ? stretch : stretch(cuts.get(cutsOf[subject]), moment),
                    Day.outcomeIn(packed));
            cell[FIRST] = Math.min(cell[FIRST], moment);
            cell[LAST] = Math.max(cell[LAST], moment);
            cell[PROOF + Day.proofIn(packed)]++;
        }
    }

    /** The stretch that a whole day lies in, -1 where a cut lies within the day. */
    private static int throughout(long[] cuts, long start) {
        var first = stretch(cuts, start);
        return first == stretch(cuts, start + Day.MILLIS - 1) ? first : -1;
    }

    private static int stretch(long[] cuts, long moment) {
        var found = Arrays.binarySearch(cuts, moment);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private long[] cell(int subject, int stretch, int outcome) {
        var own = cells[subject];
        if (own.length == 0) {
            own = new long[(cuts.get(cutsOf[subject]).length + 1) * OUTCOMES][];
            Arrays.fill(own, NO_CALLS);
            cells[subject] = own;
        }
        var index = stretch * OUTCOMES + outcome;
        if (own[index].length == 0) {
            own[index] = emptyCell();
        }
        return own[index];
    }

    /** The calls of a day that were taken back; null on a day without any, as most are. */
    private static @Nullable Gone gone(Day day) {
        Gone gone = null;
        for (var entry = 0; entry < day.size(); entry++) {
            if (day.outcome()[entry] < 0) {
                gone = gone == null ? new Gone() : gone;
                gone.add(day.subject()[entry], day.millis()[entry], (byte) ~day.outcome()[entry]);
            }
        }
        return gone;
    }

    /** Calls that were taken back, to be left out once each. */
    private static final class Gone {
        private static final int BITS = 17;

        private final Map<Taken, Integer> left = new HashMap<>();
        /** Tells most calls at once that they are none of those. */
        private final BitSet maybe = new BitSet(1 << BITS);

        private record Taken(int subject, int millis, byte packed) {}

        private static int place(int subject, int millis, byte packed) {
            return ((subject * 31 + millis) * 31 + packed) * 0x9E3779B9 >>> 32 - BITS;
        }

        void add(int subject, int millis, byte packed) {
            left.merge(new Taken(subject, millis, packed), 1, Integer::sum);
            maybe.set(place(subject, millis, packed));
        }

        boolean takes(int subject, int millis, byte packed) {
            if (!maybe.get(place(subject, millis, packed))) {
                return false;
            }
            var key = new Taken(subject, millis, packed);
            if (!left.containsKey(key)) {
                return false;
            }
            left.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
            return true;
        }
    }

    /** First, last and the calls by proof, in one array, because it is written to for every call. */
    private static long[] emptyCell() {
        var cell = new long[PROOF + PROOFS];
        cell[FIRST] = Long.MAX_VALUE;
        cell[LAST] = Long.MIN_VALUE;
        return cell;
    }

    private static Tally tally(int subject, int index, long[] cell) {
        var byProof = LongStream.of(cell).skip(PROOF).boxed().toList();
        return new Tally(
                subject,
                index / OUTCOMES,
                Outcome.values()[index % OUTCOMES],
                byProof.stream().mapToLong(Long::longValue).sum(),
                Instant.ofEpochMilli(cell[FIRST]),
                Instant.ofEpochMilli(cell[LAST]),
                byProof);
    }
}
