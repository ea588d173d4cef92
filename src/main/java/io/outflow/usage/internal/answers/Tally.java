package io.outflow.usage.internal.answers;

import io.outflow.trail.Outcome;
import io.outflow.usage.UsageFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * What one pass over the columns counts: by subject for the whole period and for the hours asked, by day and class, by hour
 * of the week. All figures of an answer come from it.
 */
final class Tally {
    /** Index of the model calls inside agents' answers that are counted by the answer's entry. */
    static final int STEP = Outcome.values().length;

    private static final int KINDS = STEP + 1;
    private static final int HOUR = 3_600_000;
    private static final int USE = Outcome.USE.ordinal();

    private final SubjectIndex subjects;
    private final Selection selection;
    private final boolean[] kindAsked;
    private final long[] period;
    private final long[] asked;
    private final long[] input;
    private final long[] output;
    private final List<DayCount> days = new ArrayList<>();
    private final long[][] heat = new long[7][24];

    private Tally(SubjectIndex subjects, Selection selection, boolean[] kindAsked) {
        this.subjects = subjects;
        this.selection = selection;
        this.kindAsked = kindAsked;
        period = new long[(subjects.size() + 1) * KINDS];
        asked = selection.weekHours() == null ? period : new long[period.length];
        input = new long[subjects.size() + 1];
        output = new long[subjects.size() + 1];
    }

    static Tally of(Columns columns, UsageFilter filter, Selection selection) {
        var kindAsked = new boolean[KINDS];
        for (var outcome : Outcome.values()) {
            kindAsked[outcome.ordinal()] =
                    filter.outcomes().isEmpty() || filter.outcomes().contains(outcome);
        }
        // A step is no call of its own, but the tokens that it took were taken by a use.
        kindAsked[STEP] = kindAsked[USE];
        var tally = new Tally(columns.subjects(), selection, kindAsked);
        for (var day : columns.days()) {
            if (selection.overlaps(day)) {
                tally.count(day);
            }
        }
        return tally;
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

    /** Input tokens of the calls in the filter, and of the steps that are counted by their entry. */
    long input(int subject) {
        return input[subject];
    }

    long output(int subject) {
        return output[subject];
    }

    /** Uses by day, for the days that hold any, and by index of the class. */
    List<DayCount> days() {
        return days;
    }

    long[][] heat() {
        return heat;
    }

    record DayCount(int day, long[] byClass) {}

    private void count(Day day) {
        var whole = selection.holdsWhole(day);
        var hours = selection.hoursOf(day.dayOfWeek());
        var everyHour = asked == period;
        var byClass = new long[subjects.classes().size()];
        var byHour = heat[day.dayOfWeek()];
        var taken = selection.taken();
        var counted = false;
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
            period[subject * KINDS + kind] += weight;
            var hour = millis / HOUR;
            if ((hours >> hour & 1) == 0) {
                continue;
            }
            if (!everyHour) {
                asked[subject * KINDS + kind] += weight;
            }
            if (!kindAsked[kind]) {
                continue;
            }
            input[subject] += weight * day.tokens(day.input()[entry]);
            output[subject] += weight * day.tokens(day.output()[entry]);
            if (kind == USE && taken[subject]) {
                byClass[subjects.classIndex()[subject]] += weight;
                byHour[hour] += weight;
                counted = true;
            }
        }
        if (counted) {
            days.add(new DayCount(day.number(), byClass));
        }
    }
}
