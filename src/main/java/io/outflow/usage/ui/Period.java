package io.outflow.usage.ui;

import io.outflow.usage.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Days in UTC, first and last inclusive. */
record Period(LocalDate from, LocalDate to) {
    static final int USUAL_DAYS = 90;

    Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("A period cannot end before it starts");
        }
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

    Instant start() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Exclusive. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
