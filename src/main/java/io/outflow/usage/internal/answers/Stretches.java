package io.outflow.usage.internal.answers;

import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.UsageTallies.Cuts;
import io.outflow.usage.UsageTallies.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final Cell[] NOTHING = {};

    private final SubjectIndex subjects;
    private final long from;
    private final long to;
    /** The distinct lists of cuts in milliseconds, and for each subject which one is its own. */
    private final List<long[]> cuts = new ArrayList<>();

    private final int[] cutsOf;
    /** By subject its cells by stretch and outcome. */
    private final Cell[][] cells;

    Stretches(SubjectIndex subjects, Instant from, Instant to, Function<io.outflow.usage.Subject, Cuts> asked) {
        this.subjects = subjects;
        this.from = Columns.millis(from);
        this.to = Columns.millis(to);
        cutsOf = new int[subjects.size() + 1];
        cells = new Cell[subjects.size() + 1][];
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
                if (own[index] != null) {
                    tallies.add(own[index].tally(subject, index));
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
            cell(subject, stretch >= 0 ? stretch : stretch(cuts.get(cutsOf[subject]), moment), Day.outcomeIn(packed))
                    .add(moment, Day.proofIn(packed));
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

    private Cell cell(int subject, int stretch, int outcome) {
        var own = cells[subject];
        if (own.length == 0) {
            own = new Cell[(cuts.get(cutsOf[subject]).length + 1) * OUTCOMES];
            cells[subject] = own;
        }
        var index = stretch * OUTCOMES + outcome;
        var cell = own[index];
        if (cell == null) {
            cell = new Cell();
            own[index] = cell;
        }
        return cell;
    }

    /** The calls of a day that were taken back; null on a day without any, as most are. */
    private static @Nullable Gone gone(Day day) {
        Gone gone = null;
        for (var entry = 0; entry < day.size(); entry++) {
            if (day.outcome()[entry] < 0) {
                gone = gone == null ? new Gone(new HashMap<>()) : gone;
                gone.add(day.subject()[entry], day.millis()[entry], (byte) ~day.outcome()[entry]);
            }
        }
        return gone;
    }

    private record Gone(Map<Taken, Integer> left) {
        private record Taken(int subject, int millis, byte packed) {}

        void add(int subject, int millis, byte packed) {
            left.merge(new Taken(subject, millis, packed), 1, Integer::sum);
        }

        /** Whether a call is one of those; each cancels one. */
        boolean takes(int subject, int millis, byte packed) {
            var key = new Taken(subject, millis, packed);
            if (!left.containsKey(key)) {
                return false;
            }
            left.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
            return true;
        }
    }

    private static final class Cell {
        private final long[] byProof = new long[PROOFS];
        private long calls;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        void add(long moment, int proof) {
            calls++;
            byProof[proof]++;
            first = Math.min(first, moment);
            last = Math.max(last, moment);
        }

        Tally tally(int subject, int index) {
            return new Tally(
                    subject,
                    index / OUTCOMES,
                    Outcome.values()[index % OUTCOMES],
                    calls,
                    Instant.ofEpochMilli(first),
                    Instant.ofEpochMilli(last),
                    LongStream.of(byProof).boxed().toList());
        }
    }
}
