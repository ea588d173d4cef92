package io.outflow.usage.internal.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The UTC days of a period, first and last included. A period without bounds is cut to what there is to see, since nobody
 * reads a million empty days.
 */
record Period(LocalDate first, LocalDate last) {
    private static final int LONGEST = 3_660;

    static Period of(Instant from, Instant to, Columns columns) {
        var first = day(Columns.millis(from));
        var last = day(Math.max(Columns.millis(from), Columns.millis(to) - 1));
        if (last.toEpochDay() - first.toEpochDay() < LONGEST) {
            return new Period(first, last);
        }
        var days = columns.knownDays();
        if (days.isEmpty()) {
            return new Period(last, last);
        }
        var earliest = days.getFirst().isAfter(first) ? days.getFirst() : first;
        var latest = days.getLast().isBefore(last) ? days.getLast() : last;
        return earliest.isAfter(latest) ? new Period(last, last) : new Period(earliest, latest);
    }

    private static LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    /** Whether every single day of it can be listed. */
    boolean listable() {
        return last.toEpochDay() - first.toEpochDay() < LONGEST;
    }
}
