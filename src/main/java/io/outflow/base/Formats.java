package io.outflow.base;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, shares, dates and sizes as every screen writes them: absolute, in UTC, thousands with a comma. */
public final class Formats {

    private static final String NBSP = "\u00a0";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final String[] SIZES = {"bytes", "kB", "MB", "GB", "TB", "PB"};

    private Formats() {}

    /** {@code 342,900}. */
    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** {@code 1 call}, {@code 342,900 calls}. */
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** A share in whole per cents, below 1 with one decimal; never 0 for something and never 100 for not all. */
    public static String percent(long part, long whole) {
        return share(part, whole, false);
    }

    /** A share with one decimal, as sentences use it: {@code 22.5 %}. */
    public static String percentExact(long part, long whole) {
        return share(part, whole, true);
    }

    private static String share(long part, long whole, boolean exact) {
        if (whole == 0) {
            return "–";
        }
        var share = 100.0 * part / whole;
        if (part == 0 || part == whole) {
            return Math.round(share) + NBSP + "%";
        }
        if (share < 0.1) {
            return "under 0.1" + NBSP + "%";
        }
        var decimal = exact || share < 0.95;
        var limit = decimal ? 99.9 : 99.0;
        if (share > limit) {
            return "over " + (decimal ? "99.9" : "99") + NBSP + "%";
        }
        return String.format(Locale.ENGLISH, decimal ? "%.1f" : "%.0f", share) + NBSP + "%";
    }

    /** {@code 21 Nov 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 21 Nov 2026}, the day in UTC. */
    public static String day(Instant time) {
        return DAY.format(time.atOffset(ZoneOffset.UTC));
    }

    /** {@code 24 Aug–21 Nov 2026}; both days belong to it. */
    public static String period(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        return (first.getYear() == last.getYear() ? DAY_OF_YEAR : DAY).format(first) + "–" + DAY.format(last);
    }

    /** {@code 21 Nov 2026, 09:12 UTC}. */
    public static String minute(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        return DAY.format(utc) + ", " + TIME.format(utc) + " UTC";
    }

    /** {@code 21 Nov 2026, 09:12:44 UTC}. */
    public static String second(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        return DAY.format(utc) + ", " + SECOND.format(utc) + " UTC";
    }

    /** {@code 1.31 GB}, in steps of a thousand. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        var step = 0;
        var size = (double) bytes;
        while (size >= 999.5 && step < SIZES.length - 1) {
            size /= 1000;
            step++;
        }
        var pattern = size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ENGLISH, pattern, size) + NBSP + SIZES[step];
    }

    /** {@code 4 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 13 d 9.5 h}. */
    public static String duration(Duration duration) {
        if (duration.isNegative()) {
            return "–" + duration(duration.negated());
        }
        var seconds = duration.toSeconds();
        if (seconds < 1) {
            return "under 1 s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return joined(seconds / 60, "min", seconds % 60, "s");
        }
        if (seconds < 86_400) {
            return joined(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        var halfHours = Math.round(seconds % 86_400 / 1800.0);
        var days = seconds / 86_400 + halfHours / 48;
        halfHours %= 48;
        var hours = halfHours % 2 == 0 ? Long.toString(halfHours / 2) : halfHours / 2 + ".5";
        return halfHours == 0 ? days + " d" : days + " d " + hours + " h";
    }

    private static String joined(long big, String bigUnit, long small, String smallUnit) {
        return big + " " + bigUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
