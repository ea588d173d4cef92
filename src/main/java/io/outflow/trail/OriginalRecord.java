package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An original record, as {@link Reading#original()} gave it, taken apart into its fields. Never throws for what it holds. */
public final class OriginalRecord {
    private static final Set<String> TIMES = Set.of("eventTime", "timestamp");

    private final List<Field> fields;
    /** By path, the value in a form where equal content is equal text. */
    private final Map<String, String> compared = new LinkedHashMap<>();

    private OriginalRecord(@Nullable Json record) {
        fields = new ArrayList<>();
        if (record != null) {
            collect("", record, new JsonWriter());
        }
    }

    /**
     * One field of a record.
     *
     * @param path names joined by dots, positions in brackets, such as {@code resources[0].ARN}
     * @param value the value as text; {@code null}, <code>{}</code> and {@code []} as JSON writes them
     */
    public record Field(String path, String value) {}

    /** Takes an original record apart; one that is no JSON has no fields. */
    public static OriginalRecord of(byte[] original) {
        try {
            return new OriginalRecord(new JsonParser(Limits.STANDARD.depth()).parse(original, 0, original.length));
        } catch (JsonFault fault) {
            return new OriginalRecord(null);
        }
    }

    /** The fields in the order of the record. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /**
     * The fields in which two versions of an event differ, in the order of the stored version and then of the other. Different
     * spellings of one value, such as 1.0 and 1, are no difference.
     */
    public static List<FieldDifference> difference(byte[] stored, byte[] here) {
        OriginalRecord first = of(stored);
        OriginalRecord second = of(here);
        Map<String, String> firstValues = first.values();
        Map<String, String> secondValues = second.values();
        Set<String> paths = new LinkedHashSet<>(firstValues.keySet());
        paths.addAll(secondValues.keySet());
        List<FieldDifference> differences = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(first.compared.get(path), second.compared.get(path))) {
                differences.add(new FieldDifference(path, firstValues.get(path), secondValues.get(path)));
            }
        }
        return List.copyOf(differences);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.path(), field.value()));
        return values;
    }

    private void collect(String path, Json value, JsonWriter writer) {
        switch (value) {
            case Json.Obj object
            when object.size() > 0 -> {
                for (int i = 0; i < object.size(); i++) {
                    String name = object.name(i);
                    collect(path.isEmpty() ? name : path + "." + name, object.value(i), writer);
                }
            }
            case Json.Arr array
            when !array.elements().isEmpty() -> {
                for (int i = 0; i < array.elements().size(); i++) {
                    collect(path + "[" + i + "]", array.elements().get(i), writer);
                }
            }
            default -> {
                String written = new String(writer.compact(value), StandardCharsets.UTF_8);
                fields.add(new Field(path, value instanceof Json.Text text ? text.string() : written));
                compared.put(path, comparable(path, value, writer));
            }
        }
    }

    private static String comparable(String path, Json value, JsonWriter writer) {
        if (value instanceof Json.Text text && TIMES.contains(path)) {
            Instant time = Times.read(text.string());
            return time == null ? text.string() : time.toString();
        }
        if (value instanceof Json.Text text && path.equals("eventID")) {
            return text.string().strip();
        }
        writer.canonical(value);
        return new String(writer.buffer(), 0, writer.size(), StandardCharsets.UTF_8);
    }
}
