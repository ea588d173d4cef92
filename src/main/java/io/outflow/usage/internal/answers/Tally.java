package io.outflow.usage.internal.answers;

import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.UsageFilter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one pass over the columns counts: by subject for the whole period and for the hours asked, by day, class and proof, by hour
 * of the week. All figures of an answer come from it.
 */
final class Tally {
    /** Index of the model calls inside agents' answers that are counted by the answer's entry. */
    static final int STEP = Outcome.values().length;

    private static final long WORTH_A_CORE = 200_000;
    static final int KINDS = STEP + 1;
    private static final int HOUR = 3_600_000;
    private static final int PROOFS = Proof.values().length;
    private static final int VERIFIED = Proof.VERIFIED.ordinal();
    private static final int USE = Outcome.USE.ordinal();

    private final SubjectIndex subjects;
    private final Selection selection;
    private final boolean takesAll;
    private final boolean[] kindAsked;
    private final long[] period;
    private final long[] asked;
    private final long[] verified;
    private final long[] usesInPeriod = new long[PROOFS];
    private final long[] uses = new long[PROOFS];
    private final long[] input;
    private final long[] output;
    private final long[] counted;
    private final long[] countedInput;
    private final long[] countedOutput;
    private final List<DayCount> days = new ArrayList<>();
    private final long[][] heat = new long[7][24];

    private Tally(SubjectIndex subjects, Selection selection, boolean[] kindAsked) {
        this.subjects = subjects;
        this.selection = selection;
        this.kindAsked = kindAsked;
        takesAll = selection.takesAll();
        period = new long[(subjects.size() + 1) * KINDS];
        asked = selection.picks() ? new long[period.length] : period;
        verified = new long[period.length];
        input = new long[subjects.size() + 1];
        output = new long[subjects.size() + 1];
        counted = new long[subjects.size() + 1];
        countedInput = new long[subjects.size() + 1];
        countedOutput = new long[subjects.size() + 1];
    }

    static Tally of(Columns columns, UsageFilter filter, Selection selection) {
        return of(columns, filter, selection, WORTH_A_CORE, false);
    }

    /**
     * @param share so many calls are worth a core of their own
     * @param summed whether days are summed although that may not pay
     */
    static Tally of(Columns columns, UsageFilter filter, Selection selection, long share, boolean summed) {
        var kindAsked = new boolean[KINDS];
        for (var outcome : Outcome.values()) {
            kindAsked[outcome.ordinal()] =
                    filter.outcomes().isEmpty() || filter.outcomes().contains(outcome);
        }
        // A step is no call of its own, but the tokens that it took were taken by a use.
        kindAsked[STEP] = kindAsked[USE];
        return columns.shares(selection::overlaps, share).parallelStream()
                .map(days -> {
                    var tally = new Tally(columns.subjects(), selection, kindAsked);
                    days.forEach(day -> tally.count(day, summed));
                    return tally;
                })
                .reduce(Tally::plus)
                .orElseGet(() -> new Tally(columns.subjects(), selection, kindAsked));
    }

    /** Takes in what was counted in the days behind its own. */
    private Tally plus(Tally later) {
        add(period, later.period);
        if (asked != period) {
            add(asked, later.asked);
        }
        add(verified, later.verified);
        add(usesInPeriod, later.usesInPeriod);
        add(uses, later.uses);
        add(input, later.input);
        add(output, later.output);
        add(counted, later.counted);
        add(countedInput, later.countedInput);
        add(countedOutput, later.countedOutput);
        days.addAll(later.days);
        for (var day = 0; day < heat.length; day++) {
            add(heat[day], later.heat[day]);
        }
        return this;
    }

    private static void add(long[] sums, long[] others) {
        for (var at = 0; at < sums.length; at++) {
            sums[at] += others[at];
        }
    }

    /** Calls of a subject in the whole period, whatever hours the filter asks. */
    long period(int subject, int kind) {
        return period[subject * KINDS + kind];
    }

    /** Calls of a subject in the period and hours of the filter. */
    long asked(int subject, int kind) {
        return asked[subject * KINDS + kind];
    }

    /** Calls of a subject in the outcomes of the filter too. */
    long wanted(int subject, int kind) {
        return kindAsked[kind] ? asked(subject, kind) : 0;
    }

    /** Whether a subject has anything to show in a table: calls of the outcomes asked, or tokens. */
    boolean shows(int subject) {
        return wanted(subject, USE) > 0
                || wanted(subject, Outcome.DENIED.ordinal()) > 0
                || wanted(subject, Outcome.FAILED.ordinal()) > 0
                || input[subject] > 0
                || output[subject] > 0;
    }

    /** Of {@link #asked}, those whose log file is verified. */
    long verified(int subject, int kind) {
        return verified[subject * KINDS + kind];
    }

    /** Uses in the whole period by proof, whatever the filter leaves out. */
    Map<Proof, Long> usesInPeriod() {
        return byProof(usesInPeriod);
    }

    /** Uses in the filter by proof. */
    Map<Proof, Long> uses() {
        return byProof(uses);
    }

    static Map<Proof, Long> byProof(long[] counts) {
        var byProof = new EnumMap<Proof, Long>(Proof.class);
        for (var proof : Proof.values()) {
            if (counts[proof.ordinal()] > 0) {
                byProof.put(proof, counts[proof.ordinal()]);
            }
        }
        return byProof;
    }

    /** Input tokens of the calls in the filter, and of the steps that are counted by their entry. */
    long input(int subject) {
        return input[subject];
    }

    long output(int subject) {
        return output[subject];
    }

    /** Uses in the filter whose input and output tokens are both known. */
    long counted(int subject) {
        return counted[subject];
    }

    /** Input tokens of whatever gave both, steps included. */
    long countedInput(int subject) {
        return countedInput[subject];
    }

    long countedOutput(int subject) {
        return countedOutput[subject];
    }

    /** Uses by day, for the days that hold any, by index of the class and by ordinal of the proof. */
    List<DayCount> days() {
        return days;
    }

    long[][] heat() {
        return heat;
    }

    record DayCount(int day, long[] byClass, long[] byProof) {}

    private void count(Day day, boolean summed) {
        var sums = selection.picks() || !selection.holdsWhole(day)
                ? null
                : day.sums().of(day, subjects, summed);
        if (sums == null) {
            countCalls(day);
        } else {
            countSums(day, sums);
        }
    }

    /** As {@link #countCalls} would, for a day of which every hour and proof is asked. */
    private void countSums(Day day, DaySums sums) {
        var byProof = new long[PROOFS];
        var byClass = new long[subjects.classes().size()];
        var taken = selection.taken();
        var any = false;
        for (var at = 0; at < sums.size(); at++) {
            var subject = sums.subject[at];
            var kind = sums.kind[at];
            var proof = sums.proof[at];
            var calls = sums.calls[at];
            period[subject * KINDS + kind] += calls;
            if (kind == USE) {
                usesInPeriod[proof] += calls;
            }
            if (proof == VERIFIED) {
                verified[subject * KINDS + kind] += calls;
            }
            if (!kindAsked[kind]) {
                continue;
            }
            input[subject] += sums.input[at];
            output[subject] += sums.output[at];
            countedInput[subject] += sums.countedInput[at];
            countedOutput[subject] += sums.countedOutput[at];
            counted[subject] += kind == USE ? sums.counted[at] : 0;
            if (kind == USE && taken[subject]) {
                byClass[subjects.classIndex()[subject]] += calls;
                byProof[proof] += calls;
                uses[proof] += calls;
                any = true;
            }
        }
        if (any) {
            sums.addUses(day, takesAll ? null : taken, heat[day.dayOfWeek()]);
            days.add(new DayCount(day.number(), byClass, byProof));
        }
    }

    private void countCalls(Day day) {
        var whole = selection.holdsWhole(day);
        var hours = selection.hoursOf(day.dayOfWeek());
        var everyHour = asked == period;
        var byProof = new long[PROOFS];
        var byClass = new long[subjects.classes().size()];
        var byHour = heat[day.dayOfWeek()];
        var taken = selection.taken();
        var any = false;
        for (var entry = 0; entry < day.size(); entry++) {
            var millis = day.millis()[entry];
            if (!whole && !selection.holds(day.start() + millis)) {
                continue;
            }
            var subject = day.subject()[entry];
            var stored = day.outcome()[entry];
            var weight = stored < 0 ? -1 : 1;
            var packed = stored < 0 ? ~stored : stored;
            var kind = Day.outcomeIn(packed);
            var stepKey = subjects.stepKey()[subject];
            if (stepKey > 0 && day.entered().get(stepKey)) {
                kind = STEP;
            }
            var proof = Day.proofIn(packed);
            period[subject * KINDS + kind] += weight;
            if (kind == USE) {
                usesInPeriod[proof] += weight;
            }
            var hour = millis / HOUR;
            if ((hours >> hour & 1) == 0 || !selection.takesProof(proof)) {
                continue;
            }
            if (!everyHour) {
                asked[subject * KINDS + kind] += weight;
            }
            if (proof == VERIFIED) {
                verified[subject * KINDS + kind] += weight;
            }
            if (!kindAsked[kind]) {
                continue;
            }
            var in = day.tokens(day.input()[entry]);
            var out = day.tokens(day.output()[entry]);
            input[subject] += weight * in;
            output[subject] += weight * out;
            if (day.input()[entry] != Day.UNKNOWN_TOKENS && day.output()[entry] != Day.UNKNOWN_TOKENS) {
                countedInput[subject] += weight * in;
                countedOutput[subject] += weight * out;
                counted[subject] += kind == USE ? weight : 0;
            }
            if (kind == USE && taken[subject]) {
                byClass[subjects.classIndex()[subject]] += weight;
                byHour[hour] += weight;
                byProof[proof] += weight;
                uses[proof] += weight;
                any = true;
            }
        }
        if (any) {
            days.add(new DayCount(day.number(), byClass, byProof));
        }
    }
}
