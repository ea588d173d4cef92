package io.outflow.history.internal;

import io.outflow.history.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where two states of an object differ, field by field. */
public final class Differences {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Differences() {}

    /** Passes for null and for one JSON object. */
    public static void check(@Nullable String json) {
        if (json != null) {
            read(json);
        }
    }

    /** The fields of both states in the order of the later one, then those that only the earlier one has. */
    public static List<FieldChange> between(@Nullable String before, @Nullable String after) {
        var old = fields(before);
        var now = fields(after);
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        var changes = new ArrayList<FieldChange>();
        for (var name : names) {
            var was = old.get(name);
            var is = now.get(name);
            if (was == null || !was.equals(is)) {
                var plain = new FieldChange(name, text(was), text(is));
                var alike = plain.before() != null && plain.before().equals(plain.after());
                changes.add(alike ? new FieldChange(name, String.valueOf(was), String.valueOf(is)) : plain);
            }
        }
        return List.copyOf(changes);
    }

    private static Map<String, JsonNode> fields(@Nullable String json) {
        var fields = new LinkedHashMap<String, JsonNode>();
        if (json != null) {
            read(json)
                    .properties()
                    .forEach(property -> collect(escaped(property.getKey()), property.getValue(), fields));
        }
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(property -> collect(path + "/" + escaped(property.getKey()), property.getValue(), fields));
        } else if (node.isArray() && node.valueStream().anyMatch(JsonNode::isContainer)) {
            for (var i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.path(i), fields);
            }
        } else if (!node.isNull()) {
            fields.put(path, node);
        }
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        return node.isArray()
                ? node.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : node.asString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode read(String json) {
        try {
            var node = JSON.readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("A state is one JSON object.", e);
        }
        throw new IllegalArgumentException("A state is one JSON object.");
    }
}
