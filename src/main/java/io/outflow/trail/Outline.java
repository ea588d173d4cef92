package io.outflow.trail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A CloudTrail record without its values: the bytes between them, in their order, and what each value is to Outflow. Words such as
 * {@code true} and the event source belong to the bytes, so that records of other services and of other meaning have other outlines.
 *
 * <p>Values are counted in the order of the record. Each is a text that has no escapes, without its quotes, or a number of digits alone.
 */
final class Outline {
    /** What a value is to the facts of a call. */
    enum Role {
        /** The caller depends on it. */
        CALLER,
        /** The model depends on it, if it is not blank. */
        MODEL,
        /** Other facts may depend on it. */
        FACT,
        TIME,
        ID,
        REQUEST,
        INPUT,
        OUTPUT,
        CACHE_READ,
        CACHE_WRITE,
        /** No fact depends on it. */
        ASIDE
    }

    static final int NONE = -1;

    /** A record of more values is no ordinary call. */
    static final int MOST_VALUES = 96;

    private final byte[][] between;
    private final int[] indexes;
    private final int[] facts;
    private final int[] telling;
    private final int[] callerFacts;
    private final String callerOutline;
    private final byte[][] canonical;
    private final int[] canonicalValues;
    private final Place identityStart;
    private final Place identityEnd;

    /** A place in a record, so many bytes behind the end of a value; behind the start of the record for {@link #NONE}. */
    record Place(int value, int bytes) {
        int in(int off, int[] places) {
            return (value == NONE ? off : places[value * 2 + 1]) + bytes;
        }
    }

    private Outline(OutlineParts found, byte[][] between) {
        this.between = between;
        indexes = new int[Role.values().length];
        Arrays.fill(indexes, NONE);
        for (int i = 0; i < found.roles.size(); i++) {
            indexes[found.roles.get(i).ordinal()] = i;
        }
        facts = found.indexes(Role.FACT);
        telling = found.telling.stream().mapToInt(i -> i).toArray();
        callerFacts = found.indexes(Role.CALLER);
        // One object for each, because what is made of callers is remembered by it.
        callerOutline = found.caller.toString().intern();
        identityStart = found.identityStart;
        identityEnd = found.identityEnd;
        canonical = found.canonical.toArray(byte[][]::new);
        canonicalValues = found.canonicalValues.stream().mapToInt(i -> i).toArray();
    }

    /**
     * The outline of a record.
     *
     * @return null where it holds what an outline cannot, such as an escape or a name that CloudTrail does not have
     */
    static @Nullable Outline of(Json.Obj record) {
        Json.Text written = record.written();
        if (written == null || written.to() - written.from() > OutlineParts.LONGEST) {
            return null;
        }
        OutlineParts found = new OutlineParts(written);
        if (!found.values(record, "") || found.roles.size() > MOST_VALUES) {
            return null;
        }
        found.canonical(record);
        found.cut();
        return new Outline(found, found.between(written));
    }

    /** The bytes before a value; after the last value for the index {@link #values}. */
    byte[] between(int index) {
        return between[index];
    }

    int values() {
        return between.length - 1;
    }

    /** The index of the value of a role that one value has at most; {@link #NONE} where none has it. */
    int index(Role role) {
        return indexes[role.ordinal()];
    }

    /** The indexes of values that facts other than caller, model and time depend on. */
    int[] facts() {
        return facts;
    }

    /** Whether there is a value that counts tokens. */
    boolean counts() {
        return index(Role.INPUT) >= 0
                || index(Role.OUTPUT) >= 0
                || index(Role.CACHE_READ) >= 0
                || index(Role.CACHE_WRITE) >= 0;
    }

    /** How many of a value's first bytes facts depend on, at most. */
    int telling(int value) {
        return telling[value];
    }

    /** The indexes of values that the caller depends on. */
    int[] callerFacts() {
        return callerFacts;
    }

    /** Where the identity begins in a record that begins at {@code off}. */
    int identityStart(int off, int[] places) {
        return identityStart.in(off, places);
    }

    /** Where it ends; where it begins too in a record without one. */
    int identityEnd(int off, int[] places) {
        return identityEnd.in(off, places);
    }

    /** Names the fields of the caller; the same object wherever they are the same. */
    String callerOutline() {
        return callerOutline;
    }

    /**
     * Writes the canonical form of a record of this outline, whose time has the form of CloudTrail. It is as long as the record.
     *
     * @param places where each value begins and ends in {@code b}, by turns
     */
    void canonical(byte[] b, int[] places, byte[] to) {
        int size = 0;
        for (int i = 0; i < canonicalValues.length; i++) {
            byte[] piece = canonical[i];
            System.arraycopy(piece, 0, to, size, piece.length);
            size += piece.length;
            int from = places[canonicalValues[i] * 2];
            int length = places[canonicalValues[i] * 2 + 1] - from;
            System.arraycopy(b, from, to, size, length);
            size += length;
        }
        byte[] last = canonical[canonicalValues.length];
        System.arraycopy(last, 0, to, size, last.length);
    }
}
