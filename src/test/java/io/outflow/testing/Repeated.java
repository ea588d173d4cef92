package io.outflow.testing;

import java.util.Arrays;

/**
 * What one piece of work took again and again, for benches. The first runs warm the JVM up and are left out of all but
 * {@link #first}.
 *
 * @param first of all runs, in milliseconds
 * @param median of the warm ones
 * @param p95 of the warm ones
 * @param slowest of the warm ones
 */
public record Repeated(double first, double median, double p95, double slowest) {

    /** @param warmUp how many of the runs */
    public static Repeated of(int runs, int warmUp, Runnable work) {
        var times = new double[runs];
        for (var run = 0; run < runs; run++) {
            var began = System.nanoTime();
            work.run();
            times[run] = (System.nanoTime() - began) / 1e6;
        }
        var warm = Arrays.copyOfRange(times, warmUp, runs);
        Arrays.sort(warm);
        return new Repeated(times[0], warm[warm.length / 2], warm[warm.length * 95 / 100], warm[warm.length - 1]);
    }
}
