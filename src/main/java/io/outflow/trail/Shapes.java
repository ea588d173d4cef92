package io.outflow.trail;

import io.outflow.trail.BadRecord.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The shapes of one file's objects that were met before. Only known names are remembered: others may come from a prompt. */
final class Shapes {
    private static final int MOST = 256;

    private final @Nullable Shape[] met = new Shape[MOST];

    /**
     * The shape of the names from {@code from} on.
     *
     * @param known whether all of them are {@link FieldNames}
     * @param hash of the names in their order
     */
    Shape of(String[] names, int from, int count, boolean known, int hash) throws JsonFault {
        int slot = (hash ^ hash >>> 16) & MOST - 1;
        Shape last = met[slot];
        if (known && last != null && last.is(names, from, count)) {
            return last;
        }
        Shape shape = new Shape(Arrays.copyOfRange(names, from, from + count), known);
        if (shape.namesTwice()) {
            throw new JsonFault(
                    Reason.DUPLICATE_KEY,
                    "An object of the record names the same field twice, so it does not say which value holds.");
        }
        if (known) {
            met[slot] = shape;
        }
        return shape;
    }
}
