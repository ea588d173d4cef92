package io.outflow.vendors.ui;

import io.outflow.base.Formats;
import io.outflow.history.FieldChange;
import io.outflow.history.Revision;
import io.outflow.history.ui.HistoryPanel;
import io.outflow.vendors.Field;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Origin;
import io.outflow.vendors.content.Choice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What people call a field that a revision of the register changed, and how they write its values. */
final class HistoryWords implements HistoryPanel.Words {

    private static final Map<String, String> BASIS = Map.of(
            "source", "Source",
            "asOf", "As-of date",
            "confirmedBy", "Confirmed by",
            "confirmedAt", "Confirmed at",
            "nextCheck", "Next check",
            "rejected", "Rejected",
            "origin", "Origin",
            "catalogueKey", "Place in the catalogue");

    @Override
    public String field(Revision revision, FieldChange change) {
        return field(revision.kind(), change.field());
    }

    @Override
    public String value(Revision revision, FieldChange change, String stored) {
        return value(revision.kind(), change.field(), stored);
    }

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

    /** A stored value as screens write it: words of choices, dates and times in full; anything else as it is. */
    static String value(String kind, String path, String stored) {
        var parts = path.split("/");
        var name = parts.length > 1 ? parts[1] : parts[0];
        if (parts[0].equals("basis")) {
            return switch (name) {
                case "origin" -> stored.equals(Origin.OURS.name()) ? "Our own" : "Catalogue";
                case "rejected" -> stored.equals("true") ? "Yes" : "No";
                case "confirmedAt" -> time(stored, text -> Formats.minute(Instant.parse(text)));
                case "asOf", "nextCheck" -> time(stored, text -> Formats.day(LocalDate.parse(text)));
                default -> stored;
            };
        }
        return Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(kind))
                .flatMap(known -> known.fields().stream())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(field -> value(field, stored))
                .orElse(stored);
    }

    private static String value(Field field, String stored) {
        return switch (field.type()) {
            case CHOICE ->
                field.choices().stream()
                        .filter(choice -> choice instanceof Enum<?> constant
                                && constant.name().equals(stored))
                        .findFirst()
                        .map(Choice::label)
                        .orElse(stored);
            case DATE -> time(stored, text -> Formats.day(LocalDate.parse(text)));
            case MOMENT -> time(stored, text -> FieldText.moment(ZonedDateTime.parse(text)));
            default -> stored;
        };
    }

    private static String time(String stored, UnaryOperator<String> words) {
        try {
            return words.apply(stored);
        } catch (DateTimeException e) {
            return stored;
        }
    }

    private static String label(Kind kind, String name) {
        return kind.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(Field::label)
                .orElse(name);
    }
}
