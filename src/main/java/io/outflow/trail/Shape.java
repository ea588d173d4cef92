package io.outflow.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of an object in their order, and what follows from them alone. Most objects of a log have the names that another
 * had before, so that a shape is worked out once for many objects. Shapes belong to the one thread that reads their file; the empty
 * one alone is shared, and answers without remembering.
 */
final class Shape {
    static final Shape EMPTY = new Shape(new String[0], true);

    private final String[] names;
    private final boolean known;
    private final byte[][] written;
    private final int[] sorted;
    private @Nullable Set<String> lastAsked;
    private boolean lastAnswer;

    /** @param known whether each name is one of {@link FieldNames}, and the same object as there */
    Shape(String[] names, boolean known) {
        this.names = names;
        this.known = known;
        sorted = order(names);
        written = new byte[names.length][];
        Arrays.setAll(written, i -> written(names[i]));
    }

    int size() {
        return names.length;
    }

    String name(int index) {
        return names[index];
    }

    /** The name as JSON, with its quotes and the colon. */
    byte[] written(int index) {
        return written[index];
    }

    /** The index of the name that is so many-th when they are sorted, by UTF-16 code unit as Java sorts texts. */
    int sorted(int rank) {
        return sorted[rank];
    }

    /** Where a name stands; -1 where it does not. The name must be a constant. */
    int index(String name) {
        for (int i = 0; i < names.length; i++) {
            // Constants and known names are the same object where they are equal.
            if (names[i] == name) {
                return i;
            }
        }
        if (!known) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    boolean namesTwice() {
        for (int i = 1; i < names.length; i++) {
            if (names[sorted[i - 1]].equals(names[sorted[i]])) {
                return true;
            }
        }
        return false;
    }

    /** Whether none of some names is among these. The set must be a constant: the answer is remembered for the last one asked. */
    boolean hasNoneOf(Set<String> others) {
        if (names.length == 0) {
            return true;
        }
        if (lastAsked != others) {
            lastAnswer = Arrays.stream(names).noneMatch(others::contains);
            lastAsked = others;
        }
        return lastAnswer;
    }

    boolean isKnown() {
        return known;
    }

    /** Whether it has exactly the {@code count} names that stand from {@code from} on, all of them known. */
    boolean is(String[] others, int from, int count) {
        if (names.length != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (names[i] != others[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] written(String name) {
        JsonWriter writer = new JsonWriter(name.length() * 6 + 3);
        return writer.name(name);
    }

    private static int[] order(String[] names) {
        int[] order = new int[names.length];
        if (names.length > 64) {
            List<Integer> indexes = new ArrayList<>(names.length);
            for (int i = 0; i < names.length; i++) {
                indexes.add(i);
            }
            indexes.sort((a, b) -> names[a].compareTo(names[b]));
            Arrays.setAll(order, indexes::get);
            return order;
        }
        for (int i = 0; i < names.length; i++) {
            int at = i;
            while (at > 0 && names[order[at - 1]].compareTo(names[i]) > 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return order;
    }
}
