package io.outflow.trail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

    private static final int LONGEST = 16 << 10;

    private static final String IDENTITY = "userIdentity";

    private static final Set<String> ASIDE = Set.of(
            "sourceIPAddress",
            "userAgent",
            "vpcEndpointAccountId",
            "requestParameters.guardrailVersion",
            "tlsDetails.tlsVersion",
            "tlsDetails.cipherSuite",
            "tlsDetails.clientProvidedHostHeader",
            "userIdentity.sessionContext.attributes.creationDate",
            // Names the caller of an API key alone, and such calls are not remembered.
            "userIdentity.accessKeyId");

    /** Values whose first bytes alone tell: what kind of endpoint or error it is, or that there is a guardrail at all. */
    private static final Map<String, Integer> TELLING = Map.of(
            "vpcEndpointId", "vpce-".length(),
            "errorMessage", "Access denied".length(),
            "requestParameters.guardrailIdentifier", 1);

    private static final Map<String, Role> ROLES = Map.of(
            "eventTime", Role.TIME,
            "eventID", Role.ID,
            "requestID", Role.REQUEST,
            "requestParameters.modelId", Role.MODEL);

    private static final Map<String, Role> COUNTS = Map.of(
            "additionalEventData.inputTokens", Role.INPUT,
            "additionalEventData.outputTokens", Role.OUTPUT,
            "additionalEventData.cacheReadInputTokens", Role.CACHE_READ,
            "additionalEventData.cacheWriteInputTokens", Role.CACHE_WRITE);

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
    private record Place(int value, int bytes) {
        int in(int off, int[] places) {
            return (value == NONE ? off : places[value * 2 + 1]) + bytes;
        }
    }

    private Outline(Found found, byte[][] between) {
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
        if (written == null || written.to() - written.from() > LONGEST) {
            return null;
        }
        Found found = new Found(written);
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

    /** What is found out about a record on the way. */
    private static final class Found {
        private final byte[] bytes;
        private final Map<Json, Integer> indexes = new IdentityHashMap<>();
        private final List<Role> roles = new ArrayList<>();
        private final List<Integer> telling = new ArrayList<>();
        /** Where each value begins and ends, by turns. */
        private final List<Integer> places = new ArrayList<>();

        private final List<byte[]> canonical = new ArrayList<>();
        private final List<Integer> canonicalValues = new ArrayList<>();
        private final StringBuilder caller = new StringBuilder();
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
        private final int start;
        private Place identityStart = new Place(NONE, 0);
        private Place identityEnd = identityStart;

        Found(Json.Text record) {
            bytes = record.bytes();
            start = record.from();
        }

        private Place place(int at) {
            int before = roles.size() - 1;
            return new Place(before, at - (before == NONE ? start : places.get(before * 2 + 1)));
        }

        /** Collects the values in the order of the record; returns false where there is one that an outline cannot hold. */
        boolean values(Json value, String path) {
            if (path.startsWith(IDENTITY)) {
                caller.append(path)
                        .append(
                                value instanceof Json.Word word
                                        ? word
                                        : value.getClass().getSimpleName())
                        .append(' ');
            }
            if (value instanceof Json.Obj object) {
                if (!object.shape().isKnown()) {
                    return false;
                }
                Json.Text written = path.equals(IDENTITY) ? object.written() : null;
                if (written != null) {
                    identityStart = place(written.from());
                }
                for (int i = 0; i < object.size(); i++) {
                    if (!values(object.value(i), path.isEmpty() ? object.name(i) : path + "." + object.name(i))) {
                        return false;
                    }
                }
                if (written != null) {
                    identityEnd = place(written.to());
                }
                return true;
            }
            if (value instanceof Json.Arr array) {
                return array.elements().stream().allMatch(element -> values(element, path + "[]"));
            }
            if (value instanceof Json.Text text) {
                if (!isPlain(text)) {
                    return false;
                }
                if (!path.equals("eventSource")) {
                    value(text, text.from(), text.to(), role(path));
                    telling.add(TELLING.getOrDefault(path, LONGEST));
                }
                return true;
            }
            if (value instanceof Json.Num number) {
                // An id that is a number is read as a text, which is left to the parser.
                if (!JsonWriter.isPlain(number) || ROLES.containsKey(path)) {
                    return false;
                }
                value(number, number.from(), number.to(), COUNTS.getOrDefault(path, plainRole(path)));
                telling.add(LONGEST);
            }
            return true;
        }

        private static Role role(String path) {
            return ASIDE.contains(path) ? Role.ASIDE : ROLES.getOrDefault(path, plainRole(path));
        }

        private static Role plainRole(String path) {
            return path.startsWith(IDENTITY) ? Role.CALLER : Role.FACT;
        }

        private static boolean isPlain(Json.Text text) {
            if (text.escaped()) {
                return false;
            }
            for (int i = text.from(); i < text.to(); i++) {
                if (text.bytes()[i] < 0) {
                    return false;
                }
            }
            return true;
        }

        private void value(Json value, int from, int to, Role role) {
            indexes.put(value, roles.size());
            roles.add(role);
            places.add(from);
            places.add(to);
        }

        /** Collects the pieces between the values of the canonical form, as {@link JsonWriter#canonical} would write them. */
        void canonical(Json value) {
            if (value instanceof Json.Obj object) {
                piece.write('{');
                for (int rank = 0; rank < object.size(); rank++) {
                    if (rank > 0) {
                        piece.write(',');
                    }
                    int index = object.shape().sorted(rank);
                    piece.writeBytes(object.shape().written(index));
                    canonical(object.value(index));
                }
                piece.write('}');
            } else if (value instanceof Json.Arr array) {
                piece.write('[');
                for (int i = 0; i < array.elements().size(); i++) {
                    if (i > 0) {
                        piece.write(',');
                    }
                    canonical(array.elements().get(i));
                }
                piece.write(']');
            } else if (value instanceof Json.Text text) {
                piece.write('"');
                scalar(text, text.from(), text.to());
                piece.write('"');
            } else if (value instanceof Json.Num number) {
                scalar(number, number.from(), number.to());
            } else if (value instanceof Json.Word word) {
                piece.writeBytes(word.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
            }
        }

        private void scalar(Json value, int from, int to) {
            Integer index = indexes.get(value);
            if (index == null) {
                piece.write(bytes, from, to - from);
            } else {
                cut();
                canonicalValues.add(index);
            }
        }

        void cut() {
            canonical.add(piece.toByteArray());
            piece.reset();
        }

        int[] indexes(Role role) {
            return IntStream.range(0, roles.size())
                    .filter(i -> roles.get(i) == role)
                    .toArray();
        }

        byte[][] between(Json.Text record) {
            byte[][] between = new byte[roles.size() + 1][];
            int from = record.from();
            for (int i = 0; i < roles.size(); i++) {
                between[i] = Arrays.copyOfRange(bytes, from, places.get(i * 2));
                from = places.get(i * 2 + 1);
            }
            between[roles.size()] = Arrays.copyOfRange(bytes, from, record.to());
            return between;
        }
    }
}
