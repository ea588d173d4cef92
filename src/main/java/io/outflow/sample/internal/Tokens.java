package io.outflow.sample.internal;

/** Token counts: most calls small, a few very large. */
record Tokens(long input, long output, long cacheRead, long cacheWrite) {
    static Tokens drawn(Draw draw) {
        long input = 40 + (long) Math.exp(6.2 + 1.1 * draw.gaussian());
        long output = 10 + (long) Math.exp(5.1 + 0.9 * draw.gaussian());
        boolean cached = draw.chance(0.3);
        return new Tokens(input, output, cached ? input * 3 : 0, cached ? input / 2 : 0);
    }
}
