package io.outflow.usage.ui;

import io.outflow.usage.UsageFilter.WeekHour;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes and reads an hour of the week: {@code mon-9} in addresses, {@code 0-9} in charts, {@code Mon 09:00} on screens. */
final class HourOfWeek {
    private static final Pattern WRITTEN = Pattern.compile("(mon|tue|wed|thu|fri|sat|sun)-(1?\\d|2[0-3])");

    private final WeekHour hour;

    private HourOfWeek(WeekHour hour) {
        this.hour = hour;
    }

    static HourOfWeek of(DayOfWeek day, int hour) {
        return new HourOfWeek(new WeekHour(day, hour));
    }

    static Optional<HourOfWeek> parse(String written) {
        var matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (var day : DayOfWeek.values()) {
            if (abbreviation(day).equals(matcher.group(1))) {
                return Optional.of(of(day, Integer.parseInt(matcher.group(2))));
            }
        }
        return Optional.empty();
    }

    WeekHour hour() {
        return hour;
    }

    String written() {
        return abbreviation(hour.day()) + "-" + hour.hour();
    }

    String words() {
        return "%s %02d:00".formatted(hour.day().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), hour.hour());
    }

    private static String abbreviation(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
