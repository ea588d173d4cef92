package io.outflow.trail;

import io.outflow.trail.Outline.Place;
import io.outflow.trail.Outline.Role;
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

/** Finds out from one parsed record what its {@link Outline} is made of, and which fields tell what. */
final class OutlineParts {
    /** Bytes of the longest record that has an outline. */
    static final int LONGEST = 16 << 10;

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

    private final byte[] bytes;
    private final Map<Json, Integer> indexes = new IdentityHashMap<>();
    final List<Role> roles = new ArrayList<>();
    final List<Integer> telling = new ArrayList<>();
    /** Where each value begins and ends, by turns. */
    private final List<Integer> places = new ArrayList<>();

    final List<byte[]> canonical = new ArrayList<>();
    final List<Integer> canonicalValues = new ArrayList<>();
    final StringBuilder caller = new StringBuilder();
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private final int start;
    Place identityStart = new Place(Outline.NONE, 0);
    Place identityEnd = identityStart;

    OutlineParts(Json.Text record) {
        bytes = record.bytes();
        start = record.from();
    }

    private Place place(int at) {
        int before = roles.size() - 1;
        return new Place(before, at - (before == Outline.NONE ? start : places.get(before * 2 + 1)));
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
