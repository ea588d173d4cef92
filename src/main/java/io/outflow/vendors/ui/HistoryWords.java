package io.outflow.vendors.ui;

import io.outflow.vendors.Field;
import io.outflow.vendors.Kind;
import java.util.Arrays;
import java.util.Map;

/** What people call a field that a revision of the register changed. */
final class HistoryWords {

    private static final Map<String, String> BASIS = Map.of(
            "source", "Source",
            "asOf", "As-of date",
            "confirmedBy", "Confirmed by",
            "confirmedAt", "Confirmed at",
            "nextCheck", "Next check",
            "rejected", "Rejected",
            "origin", "Origin",
            "catalogueKey", "Place in the catalogue");

    private HistoryWords() {}

    /**
     * @param kind the kind of the entry, as revisions name it
     * @param path its place in the stored state, such as {@code content/inForceFrom}
     */
    static String field(String kind, String path) {
        var parts = path.split("/");
        var name = parts.length > 1 ? parts[1] : parts[0];
        return Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .map(known -> known.label() + ": "
                        + (parts[0].equals("basis") ? BASIS.getOrDefault(name, name) : label(known, name)))
                .orElse(path);
    }

    private static String label(Kind kind, String name) {
        return kind.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(Field::label)
                .orElse(name);
    }
}
