package io.outflow.vendors.ui;

import io.outflow.vendors.LargeRegister;
import io.outflow.vendors.ProductRow;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Prints how long the table takes with 1,000 products and 60,100 entries: run its main method. It asserts
 * nothing. Times are of the processor, so that what else runs on the machine does not count.
 */
final class RegisterTableBench {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 60;
    private static final int PAGE = 40;

    private RegisterTableBench() {}

    public static void main(String[] arguments) {
        var at = Instant.parse("2026-11-26T09:00:00Z");
        var words = new RowWords(LocalDate.of(2026, 11, 26));
        var register = LargeRegister.register();
        print(register.all().size() + " entries");
        measure("all rows, sorted, words of the first page", () -> {
            var rows = RegisterSelection.EVERYTHING.of(ProductRow.of(register, at), words);
            return page(rows, words);
        });
        measure("all rows, filtered by state and text, words of the first page", () -> {
            var selection = RegisterSelection.EVERYTHING
                    .with(RegisterFacet.DPA, Set.of("IN_FORCE", "CLAIMED"))
                    .with("vendor 7")
                    .sorted(RegisterColumn.DPA, false);
            return page(selection.of(ProductRow.of(register, at), words), words);
        });
    }

    private static long page(java.util.List<ProductRow> rows, RowWords words) {
        return rows.stream()
                .limit(PAGE)
                .mapToLong(row -> Arrays.stream(RegisterColumn.values())
                        .mapToLong(column -> column.cell(row, words).first().length())
                        .sum())
                .sum();
    }

    private static void measure(String what, java.util.function.LongSupplier work) {
        var times = new double[ROUNDS];
        var sum = 0L;
        for (var i = 0; i < ROUNDS; i++) {
            var start = CPU.getCurrentThreadCpuTime();
            sum += work.getAsLong();
            times[i] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
        }
        var first = times[0];
        Arrays.sort(times);
        print(String.format(
                Locale.ENGLISH,
                "%s: first %.1f ms, median %.1f ms, p95 %.1f ms (%d characters)",
                what,
                first,
                times[ROUNDS / 2],
                times[ROUNDS * 95 / 100],
                sum));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
