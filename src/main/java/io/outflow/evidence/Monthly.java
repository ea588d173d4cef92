package io.outflow.evidence;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * A time of each month, in UTC.
 *
 * @param day 1 to 31; the last day in months that are shorter
 * @param hour 0 to 23
 */
public record Monthly(int day, int hour) {

    public Monthly {
        if (day < 1 || day > 31) {
            throw new IllegalArgumentException("Give a day from 1 to 31.");
        }
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("Give an hour from 0 to 23.");
        }
    }

    /** The first such time after a moment. */
    public Instant after(Instant moment) {
        var month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
        var here = in(month);
        return here.isAfter(moment) ? here : in(month.plusMonths(1));
    }

    /** From one such time, with it, to a moment, with it. */
    public List<Instant> from(Instant first, Instant moment) {
        return Stream.iterate(first, time -> !time.isAfter(moment), this::after).toList();
    }

    private Instant in(YearMonth month) {
        return month.atDay(Math.min(day, month.lengthOfMonth())).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    /** As in "on day 2 at 05:00 UTC". */
    public String words() {
        return "on day %d at %02d:00 UTC".formatted(day, hour);
    }
}
