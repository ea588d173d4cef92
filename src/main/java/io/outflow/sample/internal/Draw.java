package io.outflow.sample.internal;

import java.util.List;
import java.util.Random;

/** Draws made-up values. Equal seeds draw equal values: {@link Random} is specified to the bit. */
public final class Draw {
    private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Random random;

    private Draw(long seed) {
        random = new Random(seed);
    }

    /** A stream of its own for each combination of names, so that files can be made in any order. */
    public static Draw of(long seed, Object... names) {
        long mixed = seed;
        for (Object name : names) {
            for (char c : name.toString().toCharArray()) {
                mixed = (mixed ^ c) * 0x100000001b3L;
            }
            mixed ^= mixed >>> 29;
        }
        return new Draw(mixed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean chance(double share) {
        return random.nextDouble() < share;
    }

    double gaussian() {
        return random.nextGaussian();
    }

    public <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** An index drawn by weights. */
    public int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    public String hex(int digits) {
        return code("", HEX, digits);
    }

    public String code(String prefix, int length) {
        return code(prefix, BASE32, length);
    }

    public String uuid() {
        String h = hex(30);
        return h.substring(0, 8) + "-" + h.substring(8, 12) + "-4" + h.substring(12, 15) + "-a" + h.substring(15, 18)
                + "-" + h.substring(18, 30);
    }

    public String privateAddress() {
        return "10." + below(256) + "." + below(256) + "." + (1 + below(254));
    }

    private String code(String prefix, char[] alphabet, int length) {
        char[] drawn = new char[length];
        long bits = 0;
        int left = 0;
        int width = Integer.numberOfTrailingZeros(alphabet.length);
        for (int i = 0; i < length; i++) {
            if (left < width) {
                bits = random.nextLong();
                left = 64;
            }
            drawn[i] = alphabet[(int) (bits & (alphabet.length - 1))];
            bits >>>= width;
            left -= width;
        }
        return prefix + new String(drawn);
    }
}
