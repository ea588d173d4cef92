package io.outflow.posture.internal;

import io.outflow.posture.Answer;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of answers. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    static JsonNode json(Answer.Seen answer) {
        return JSON.readTree(answer.json());
    }

    static JsonNode json(byte[] text) {
        return JSON.readTree(text);
    }

    /** The objects of an answer; one object stands for a list of it. */
    static List<JsonNode> items(Answer.Seen answer) {
        var json = json(answer);
        return json.isArray() ? json.valueStream().toList() : List.of(json);
    }

    /** The IAM actions that were refused anywhere in an answer. */
    static List<String> unseen(Answer answer) {
        return switch (answer) {
            case Answer.Refused(List<String> actions) -> actions;
            case Answer.NotOffered absent -> List.of();
            case Answer.Seen seen -> {
                var all = new TreeSet<String>();
                items(seen).forEach(item -> all.addAll(texts(item.path("unseen"))));
                yield List.copyOf(all);
            }
        };
    }

    static boolean isUnseen(JsonNode item, String action) {
        return texts(item.path("unseen")).contains(action);
    }

    static List<String> texts(JsonNode list) {
        return list.isArray()
                ? list.valueStream().map(node -> node.asString("")).toList()
                : List.of();
    }

    static String text(JsonNode item, String field) {
        return item.path(field).asString("");
    }

    static boolean isTrue(JsonNode item, String field) {
        return item.path(field).asBoolean(false);
    }

    /** Empty where the field is missing, so that it is not known. */
    static Optional<Boolean> flag(JsonNode item, String field) {
        @Nullable JsonNode found = item.get(field);
        return found == null || !found.isBoolean() ? Optional.empty() : Optional.of(found.booleanValue());
    }
}
