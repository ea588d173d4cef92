package io.outflow.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms of time that occur in logs and their exports: {@code T} or a blank between date and time, {@code Z}, an
 * offset or nothing (then UTC), up to nine digits of fraction, the basic form {@code 20131102T010628Z}, and seconds or
 * milliseconds since 1970.
 */
final class Times {
    private static final int FIRST_YEAR = 2006;
    private static final int LAST_YEAR = 2100;
    /** From here on a plain number is milliseconds: as seconds it would be the year 5138. */
    private static final double FIRST_MILLIS = 1e11;

    private static final String PLAIN = "0000-00-00T00:00:00Z";
    /** Later days are left to the calendar of the JDK. */
    private static final int SHORTEST_MONTH = 28;
    /** From the first of March of the year 0. */
    private static final long DAYS_TO_1970 = 719_468;

    private final String text;
    private int at;

    private Times(String text) {
        this.text = text;
    }

    /** The instant to the microsecond; null when the text is no time, or one outside of the years 2006 to 2100. */
    static @Nullable Instant read(String text) {
        Instant plain = plain(text);
        if (plain != null) {
            return plain;
        }
        String stripped = text.strip();
        try {
            Instant instant = isNumber(stripped) ? epoch(stripped) : new Times(stripped).dateTime();
            if (instant == null) {
                return null;
            }
            Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
            int year = micros.atOffset(ZoneOffset.UTC).getYear();
            return year < FIRST_YEAR || year > LAST_YEAR ? null : micros;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** The form that CloudTrail writes, {@code 2025-01-31T23:59:59Z}; null for all others, and for what may be no time. */
    private static @Nullable Instant plain(String text) {
        if (!isPlain(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        if (year < FIRST_YEAR
                || year > LAST_YEAR
                || month < 1
                || month > 12
                || day < 1
                || day > SHORTEST_MONTH
                || hour > 23
                || minute > 59
                || second > 59) {
            return null;
        }
        return Instant.ofEpochSecond(
                daysTo(year, month) * 86_400L + (day - 1) * 86_400L + hour * 3_600L + minute * 60L + second);
    }

    /** Whether a text has the form {@code 2025-01-31T23:59:59Z}, in which {@link Instant#toString} writes whole seconds. */
    static boolean isPlain(String text) {
        if (text.length() != PLAIN.length()) {
            return false;
        }
        for (int i = 0; i < PLAIN.length(); i++) {
            char form = PLAIN.charAt(i);
            char c = text.charAt(i);
            if (form == '0' ? !isDigit(c) : c != form) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** Days from 1970-01-01 to the first of a month, by the Gregorian calendar. */
    private static long daysTo(int year, int month) {
        // The year as one that begins in March, so that a leap day is its last.
        int marchYear = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        return 365L * marchYear
                + marchYear / 4
                - marchYear / 100
                + marchYear / 400
                + (153 * marchMonth + 2) / 5
                - DAYS_TO_1970;
    }

    private static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > 32) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && c != '.' && c != 'E' && c != 'e' && c != '+') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant epoch(String text) {
        try {
            double number = Double.parseDouble(text);
            if (!(number < 1e14)) {
                return null;
            }
            double micros = number * (number < FIRST_MILLIS ? 1e6 : 1e3);
            return Instant.EPOCH.plus(Math.round(micros), ChronoUnit.MICROS);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Instant dateTime() {
        int year = digits(4);
        boolean extended = take('-');
        int month = digits(2);
        if (year < 0 || month < 0 || (extended && !take('-'))) {
            return null;
        }
        int day = digits(2);
        if (day < 0 || !(take('T') || take('t') || take(' '))) {
            return null;
        }
        int hour = digits(2);
        boolean colons = take(':');
        int minute = digits(2);
        if (hour < 0 || minute < 0) {
            return null;
        }
        int second = 0;
        if (colons ? take(':') : at < text.length() && isDigit(text.charAt(at))) {
            second = digits(2);
        }
        int nanos = take('.') || take(',') ? fraction() : 0;
        if (second < 0 || nanos < 0) {
            return null;
        }
        take(' ');
        ZoneOffset offset = offset();
        return offset == null || at < text.length()
                ? null
                : LocalDateTime.of(year, month, day, hour, minute, second, nanos)
                        .toInstant(offset);
    }

    private int fraction() {
        int from = at;
        int nanos = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (at - from < 9) {
                nanos = nanos * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        if (at == from) {
            return -1;
        }
        for (int i = at - from; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private @Nullable ZoneOffset offset() {
        if (at == text.length() || take('Z') || take('z')) {
            return ZoneOffset.UTC;
        }
        String rest = text.substring(at);
        if (rest.equals("UTC") || rest.equals("GMT")) {
            at = text.length();
            return ZoneOffset.UTC;
        }
        boolean minus = take('-');
        if (!minus && !take('+')) {
            return null;
        }
        int hours = digits(2);
        take(':');
        int minutes = at == text.length() ? 0 : digits(2);
        if (hours < 0 || minutes < 0 || hours > 18 || minutes > 59) {
            return null;
        }
        int total = hours * 60 + minutes;
        return ZoneOffset.ofTotalSeconds((minus ? -total : total) * 60);
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /** So many digits as a number; -1 when they are not there. */
    private int digits(int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(at + i);
            if (!isDigit(c)) {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        at += count;
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
