package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Reads times in the form of CloudTrail, {@code 2025-01-31T23:59:59Z}, straight from bytes. Most records are of the day of the one before. */
final class PlainTimes {
    static final long NONE = Long.MIN_VALUE;

    private static final int DAY = "2025-01-31".length();
    private static final String MIDNIGHT = "T00:00:00Z";
    private static final int LENGTH = DAY + MIDNIGHT.length();

    private final byte[] day = new byte[DAY];
    private long midnight = NONE;

    /** Seconds since 1970; {@link #NONE} for other forms and for what {@link Times} takes for no time. */
    long second(byte[] b, int from, int to) {
        if (to - from != LENGTH
                || b[from + 10] != 'T'
                || b[from + 13] != ':'
                || b[from + 16] != ':'
                || b[from + 19] != 'Z') {
            return NONE;
        }
        int hour = twoDigits(b, from + 11);
        int minute = twoDigits(b, from + 14);
        int second = twoDigits(b, from + 17);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return NONE;
        }
        readDay(b, from);
        return midnight == NONE ? NONE : midnight + (hour * 60L + minute) * 60 + second;
    }

    /** The start of the day that was read last, in seconds since 1970. */
    long midnight() {
        return midnight;
    }

    private void readDay(byte[] b, int from) {
        if (Arrays.equals(day, 0, DAY, b, from, from + DAY)) {
            return;
        }
        System.arraycopy(b, from, day, 0, DAY);
        String written = new String(day, StandardCharsets.ISO_8859_1) + MIDNIGHT;
        Instant start = Times.isPlain(written) ? Times.read(written) : null;
        midnight = start == null ? NONE : start.getEpochSecond();
    }

    private static int twoDigits(byte[] b, int at) {
        int tens = b[at] - '0';
        int ones = b[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
