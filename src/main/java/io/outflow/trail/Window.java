package io.outflow.trail;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The piece of a file that is being looked at: one buffer, used again and again, which grows only for a large record. The
 * bytes after the limit are as {@link Walker} wants them.
 */
final class Window {
    private static final int START = 1 << 17;

    private final ByteSource source;
    private final Budget budget;
    private final int most;
    private byte[] bytes;
    private int limit;
    private long base;
    private boolean ended;
    private @Nullable String damage;

    /** @param most bytes that must fit at once */
    Window(ByteSource source, Budget budget, int most) {
        this.source = source;
        this.budget = budget;
        this.most = most;
        bytes = new byte[Math.min(START, most) + Walker.PAD];
    }

    /** Content that is there as a whole. */
    Window(WholeGzip whole, Budget budget, int most) throws Ended {
        source = (b, off, len) -> -1;
        this.budget = budget;
        this.most = most;
        bytes = whole.bytes();
        limit = whole.length();
        ended = true;
        budget.took(limit);
    }

    byte[] bytes() {
        return bytes;
    }

    int limit() {
        return limit;
    }

    /** Offset of index 0 in the source. */
    long base() {
        return base;
    }

    /** Why the source broke off, where it did. */
    @Nullable
    String damage() {
        return damage;
    }

    /**
     * Moves the bytes from {@code keep} on to index 0 and fills up behind them.
     *
     * @return whether bytes were added
     */
    boolean more(int keep) throws Ended {
        int kept = limit - keep;
        int capacity = bytes.length - Walker.PAD;
        byte[] from = bytes;
        if (kept > capacity / 2 && capacity < most) {
            bytes = new byte[(int) Math.min(2L * capacity, most) + Walker.PAD];
        }
        System.arraycopy(from, keep, bytes, 0, kept);
        base += keep;
        limit = kept;
        fill();
        return limit > kept;
    }

    private void fill() throws Ended {
        int capacity = bytes.length - Walker.PAD;
        try {
            while (!ended && limit < capacity) {
                int n = source.read(bytes, limit, capacity - limit);
                if (n < 0) {
                    ended = true;
                } else {
                    limit += n;
                    budget.took(n);
                }
            }
        } catch (ByteSource.Damaged e) {
            ended = true;
            damage = e.why();
        } catch (IOException e) {
            ended = true;
            damage = "the disk gave an error";
        }
        Arrays.fill(bytes, limit, limit + Walker.PAD, (byte) 0);
    }
}
