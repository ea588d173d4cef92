package io.outflow.classification.internal.detect;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Measures how much text one core looks at, on made prompts; no test, because a time is no promise of another machine. Processor
 * time of one thread is counted, so that other work on the machine counts little.
 */
final class DetectorsBench {
    private static final int TURNS = 9;
    private static final int CALL = 8 << 10;
    private static final String PROSE = """
            The customer asks whether the leak in the kitchen is covered. The plumber came on Tuesday, took photographs of the floor and
            of the ceiling below, and left a bill for 412.50 EUR, which was paid on 12 March 2024. Please compare this with the terms of
            2019, chapter 7.2, and write an answer in a friendly tone, not longer than half a page. Order 100-4711, ticket
            550e8400-e29b-41d4-a716-446655440000. Die Kundin bittet um Antwort bis Freitag; sie hat schon zweimal geschrieben.
            """;
    private static final String CODE = """
                private static int sum(int[] prices, int from, int to) {
                    int total = 0;
                    for (int i = from; i < to; i++) {
                        total += prices[i] * FACTOR_2 / 100;
                    }
                    return total;
                }

            """;

    private DetectorsBench() {}

    public static void main(String[] args) {
        var dense = new LabelledTexts(1)
                .make(50).stream().map(LabelledTexts.Labelled::text).collect(Collectors.joining("\n"));
        print("prose, a find in none", PROSE.repeat(4_000));
        print("source code", CODE.repeat(12_000));
        print(
                "a tenth of it prompts with finds",
                (PROSE.repeat(9 * dense.length() / PROSE.length()) + dense).repeat(2));
        print("prompts with a find every 200 bytes", dense.repeat(8));
    }

    private static void print(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var scan = Looking.everything();
        var turns = new double[TURNS];
        for (var turn = -4; turn < TURNS; turn++) {
            var before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (var from = 0; from < bytes.length; from += CALL) {
                scan.text(bytes, from, Math.min(bytes.length, from + CALL));
                scan.found();
            }
            var seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
            if (turn >= 0) {
                turns[turn] = bytes.length / 1e6 / seconds;
            }
        }
        Arrays.sort(turns);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f MB | %.0f | %.0f to %.0f |%n",
                name,
                bytes.length / 1e6,
                turns[TURNS / 2],
                turns[0],
                turns[TURNS - 1]);
    }
}
