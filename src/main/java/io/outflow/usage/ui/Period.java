package io.outflow.usage.ui;

import io.outflow.usage.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Days in UTC, first and last inclusive; or a stretch that begins or ends within a day.
 *
 * @param start first instant
 * @param end exclusive
 */
record Period(LocalDate from, LocalDate to, Instant start, Instant end) {
    static final int USUAL_DAYS = 90;

    Period {
        if (from.isAfter(to) || !start.isBefore(end)) {
            throw new IllegalArgumentException("A period cannot end before it starts");
        }
    }

    Period(LocalDate from, LocalDate to) {
        this(from, to, start(from), start(to.plusDays(1)));
    }

    /** From one instant to another, exclusive. */
    static Period exactly(Instant start, Instant end) {
        return new Period(day(start), day(end.minusNanos(1)), start, end);
    }

    /** Whether it begins or ends within a day. */
    boolean exact() {
        return !equals(days(this));
    }

    /** All of the days that it touches. */
    static Period days(Period period) {
        return new Period(period.from(), period.to());
    }

    /** What is shown when nobody asked for days: the 90 days that end with the last one of which there is a call. */
    static Period usual(Usage.Span evidenced) {
        return lastDays(day(evidenced.to()), USUAL_DAYS);
    }

    static Period whole(Usage.Span evidenced) {
        return new Period(day(evidenced.from()), day(evidenced.to()));
    }

    static Period lastDays(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
