package io.outflow.gaps.internal;

import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.testing.Repeated;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints how long all kinds of gaps take to be found anew over a generated year, with 1, 3 and 10 times the calls and with 1, 3
 * and 10 times the products, and so of gaps. Run its main method; it asserts nothing.
 */
final class GapsBench {
    private static final int CALLS = 1_000_000;
    private static final int PRODUCTS = 40;
    private static final int RUNS = 15;

    private GapsBench() {}

    public static void main(String[] arguments) {
        for (var times : new int[] {1, 3, 10}) {
            measure(PRODUCTS, times * CALLS);
        }
        for (var times : new int[] {1, 3, 10}) {
            measure(times * PRODUCTS, CALLS);
        }
    }

    private static void measure(int products, int calls) {
        var year = new GeneratedYear(20261126, products, calls);
        var input = year.input(year.register());
        var rules = Arrays.stream(GapKind.values()).map(GapRule::initial).toList();
        var found = Engine.find(input, rules).size();
        var times = Repeated.of(RUNS, RUNS / 3, () -> {
            if (Engine.find(input, rules).size() != found) {
                throw new IllegalStateException("Not the same was found.");
            }
        });
        System.out.printf(
                Locale.ENGLISH,
                "%,d calls, %d products, %,d gaps: median %.0f ms, slowest %.0f ms%n",
                calls,
                products,
                found,
                times.median(),
                times.slowest());
    }
}
