package io.outflow.usage.internal.answers;

import io.outflow.trail.Proof;
import io.outflow.usage.Subject;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageFilter.WeekHour;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter made ready for a pass over the columns: which subjects it takes, which hours of the week, and the bounds in time.
 *
 * @param from first millisecond
 * @param to first millisecond after
 * @param taken by subject number
 * @param weekHours for each day of the week a bit per hour; null when no hour is left out
 * @param proofs a bit for the ordinal of each proof that is taken
 */
record Selection(long from, long to, boolean[] taken, int @Nullable [] weekHours, int proofs) {
    private static final int ALL_PROOFS = (1 << Proof.values().length) - 1;
    private static final int ALL_HOURS = (1 << 24) - 1;

    static Selection of(UsageFilter filter, SubjectIndex subjects, CallerNames names) {
        var taken = new boolean[subjects.size() + 1];
        for (var number = 1; number <= subjects.size(); number++) {
            taken[number] = takes(filter, subjects, number, names);
        }
        return new Selection(
                Columns.millis(filter.from()),
                Columns.millis(filter.to()),
                taken,
                weekHours(filter.hours()),
                proofs(filter.proofs()));
    }

    /** Bits of the hours of a day that are taken. */
    int hoursOf(int dayOfWeek) {
        return weekHours == null ? ALL_HOURS : weekHours[dayOfWeek];
    }

    boolean takesProof(int ordinal) {
        return (proofs >> ordinal & 1) == 1;
    }

    /** Whether calls of the period are left out one by one, not by their subject. */
    boolean picks() {
        return weekHours != null || proofs != ALL_PROOFS;
    }

    /** Whether no subject is left out. */
    boolean takesAll() {
        for (var number = 1; number < taken.length; number++) {
            if (!taken[number]) {
                return false;
            }
        }
        return true;
    }

    boolean overlaps(Day day) {
        return day.start() < to && day.start() + Day.MILLIS > from;
    }

    boolean holdsWhole(Day day) {
        return day.start() >= from && day.start() + Day.MILLIS <= to;
    }

    boolean holds(long millis) {
        return millis >= from && millis < to;
    }

    private static boolean takes(UsageFilter filter, SubjectIndex subjects, int number, CallerNames names) {
        Subject subject = subjects.subject()[number];
        var decision = subjects.decision()[number];
        var caller = subject.caller();
        return in(filter.accounts(), subject.account())
                && in(filter.regions(), subject.sourceRegion())
                && in(filter.channels(), subject.channel())
                && in(filter.claude(), subject.model().claude())
                && in(filter.grades(), caller.grade())
                && in(filter.provenances(), decision.provenance())
                && in(filter.dataClasses(), subjects.dataClass(number))
                && (filter.models().isEmpty()
                        || filter.models().contains(subject.model().name())
                        || filter.models().contains(subject.model().id()))
                && (filter.callers().isEmpty() || names.named(caller, filter.callers()));
    }

    private static int proofs(Set<Proof> chosen) {
        return chosen.isEmpty()
                ? ALL_PROOFS
                : chosen.stream().mapToInt(proof -> 1 << proof.ordinal()).sum();
    }

    private static <T> boolean in(Collection<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static int @Nullable [] weekHours(Set<WeekHour> hours) {
        if (hours.isEmpty()) {
            return null;
        }
        var bits = new int[7];
        hours.forEach(hour -> bits[hour.day().getValue() - 1] |= 1 << hour.hour());
        return bits;
    }
}
