package io.outflow.command.internal;

import java.util.Arrays;
import java.util.Locale;

/** Times of one measurement, in nanoseconds. */
record Series(long... nanoseconds) {
    Series {
        nanoseconds = nanoseconds.clone();
        Arrays.sort(nanoseconds);
    }

    /** The smallest value that at least this part of the values does not exceed. */
    double seconds(double part) {
        int rank = (int) Math.ceil(part * nanoseconds.length);
        return nanoseconds[Math.max(0, rank - 1)] / 1e9;
    }

    double median() {
        return seconds(0.5);
    }

    String spread() {
        return String.format(Locale.ROOT, "%.2f to %.2f", seconds(0), seconds(1));
    }
}
