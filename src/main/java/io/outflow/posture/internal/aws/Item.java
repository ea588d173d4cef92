package io.outflow.posture.internal.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One object of an answer: its fields by name, without those that AWS left empty, and what of it may not be seen. */
final class Item {
    private final TreeMap<String, Object> fields = new TreeMap<>();
    private final List<String> unseen = new ArrayList<>();

    Item with(String name, @Nullable Object value) {
        if (value != null
                && !(value instanceof String text && text.isEmpty())
                && !(value instanceof List<?> list && list.isEmpty())) {
            fields.put(name, value);
        }
        return this;
    }

    Item without(String action) {
        unseen.add(action);
        return this;
    }

    /** In order of names, so that equal answers are equal texts. */
    TreeMap<String, Object> fields() {
        var all = new TreeMap<>(fields);
        if (!unseen.isEmpty()) {
            all.put("unseen", unseen.stream().sorted().distinct().toList());
        }
        return all;
    }

    String order() {
        return String.valueOf(fields.getOrDefault("arn", fields.getOrDefault("id", fields.get("name"))));
    }
}
