package io.outflow.trail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The outlines that were met before, as a tree: what stands before the first value, then what stands before the second, and so on.
 * A record is looked up by going down with it, which finds where its values are and shows that it is sound JSON: it has the bytes
 * of one that was, and texts without quotes, escapes and control characters between them.
 *
 * <p>As {@link Walker} does, it reads up to {@link Walker#PAD} bytes behind the limit.
 */
final class Outlines {
    private static final int MOST_BRANCHES = 16;

    /** Bytes, and what follows: a value and more bytes, or the end of the record. */
    private static final class Branch {
        final byte[] bytes;
        final boolean beforeText;
        Branch[] next = {};

        @Nullable
        Outline end;

        Branch(byte[] bytes) {
            this.bytes = bytes;
            beforeText = bytes[bytes.length - 1] == '"';
        }
    }

    private final int most;
    private Branch[] first = {};
    private int size;
    private boolean full;
    private int end;
    /** One more than there are values, so that the end of the longest record is looked for too. */
    private final int[] places = new int[Outline.MOST_VALUES * 2 + 2];

    Outlines(int most) {
        this.most = most;
    }

    /** Where each value of the record found last begins and ends, by turns. */
    int[] places() {
        return places;
    }

    boolean isFull() {
        return full;
    }

    /** Remembers an outline; returns whether there was room for it. */
    boolean add(Outline outline) {
        if (size == most) {
            full = true;
            return false;
        }
        Branch branch = null;
        for (int i = 0; i <= outline.values(); i++) {
            Branch next = child(branch, outline.between(i));
            if (next == null) {
                full = true;
                return false;
            }
            branch = next;
        }
        if (branch != null) {
            branch.end = outline;
        }
        size++;
        return true;
    }

    private @Nullable Branch child(@Nullable Branch parent, byte[] bytes) {
        Branch[] branches = parent == null ? first : parent.next;
        for (Branch branch : branches) {
            if (Arrays.equals(branch.bytes, bytes)) {
                return branch;
            }
        }
        if (branches.length == MOST_BRANCHES) {
            return null;
        }
        Branch[] more = Arrays.copyOf(branches, branches.length + 1);
        more[branches.length] = new Branch(bytes);
        if (parent == null) {
            first = more;
        } else {
            parent.next = more;
        }
        return more[branches.length];
    }

    /** The index after the record that was found last. */
    int end() {
        return end;
    }

    /** The outline of the record at an index; null where it is none of these, or goes on beyond the limit. */
    @Nullable
    Outline at(byte[] b, int from, int to) {
        Branch[] branches = first;
        int p = from;
        for (int i = 0; i < places.length; i += 2) {
            Branch branch = choose(branches, b, p, to);
            if (branch == null) {
                return null;
            }
            p += branch.bytes.length;
            if (branch.end != null) {
                end = p;
                return branch.end;
            }
            places[i] = p;
            p = branch.beforeText ? textEnd(b, p, to) : digitsEnd(b, p, to);
            if (p < 0) {
                return null;
            }
            places[i + 1] = p;
            branches = branch.next;
        }
        return null;
    }

    private static @Nullable Branch choose(Branch[] branches, byte[] b, int at, int to) {
        for (Branch branch : branches) {
            if (to - at >= branch.bytes.length && starts(b, at, branch.bytes)) {
                return branch;
            }
        }
        return null;
    }

    private static boolean starts(byte[] b, int at, byte[] with) {
        int whole = with.length - 8;
        if (whole < 0) {
            for (int i = 0; i < with.length; i++) {
                if (b[at + i] != with[i]) {
                    return false;
                }
            }
            return true;
        }
        for (int i = 0; i < whole; i += 8) {
            if (Words.at(b, at + i) != Words.at(with, i)) {
                return false;
            }
        }
        return Words.at(b, at + whole) == Words.at(with, whole);
    }

    /** Where a text ends whose bytes are all ASCII and not escaped; -1 for others. */
    private static int textEnd(byte[] b, int from, int to) {
        int p = from;
        while (p < to) {
            long unusual = Words.unusual(Words.at(b, p));
            if (unusual == 0) {
                p += 8;
                continue;
            }
            p += Long.numberOfTrailingZeros(unusual) >>> 3;
            return p < to && b[p] == '"' ? p : -1;
        }
        return -1;
    }

    /** Where a number ends that is written with digits alone, as {@link JsonWriter#isPlain} wants it; -1 for others. */
    private static int digitsEnd(byte[] b, int from, int to) {
        int p = from;
        while (p < to && b[p] >= '0' && b[p] <= '9') {
            p++;
        }
        int length = p - from;
        return length == 0 || length > 18 || length > 1 && b[from] == '0' ? -1 : p;
    }
}
