package io.outflow.posture.internal;

import static io.outflow.posture.Setting.State.CANNOT_BE_SEEN;

import io.outflow.posture.Setting.State;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is said of one thing in an answer of AWS.
 *
 * @param subject its name; empty where there is only one
 * @param words a sentence, or several
 */
record Said(State state, String subject, String words) {

    /** Of a thing that is there: its words, and what of it may not be seen. */
    static Said of(JsonNode item, String subject, State state, String words) {
        return Answers.texts(item.path("unseen")).isEmpty()
                ? new Said(state, subject, sentence(words))
                : new Said(CANNOT_BE_SEEN, subject, sentence(words) + missing(item));
    }

    /** The key that a thing is encrypted with, as a part of a sentence. */
    static String key(JsonNode item, String field) {
        if (Answers.isUnseen(item, "bedrock:GetGuardrail") || Answers.isUnseen(item, "bedrock:GetCustomModel")) {
            return "key cannot be seen";
        }
        var key = Answers.text(item, field);
        return key.isEmpty() ? "no key of ours" : "key " + key;
    }

    private static String missing(JsonNode item) {
        return " To see all, allow " + String.join(", ", Answers.texts(item.path("unseen"))) + ".";
    }

    static String sentence(List<String> parts) {
        return sentence(String.join("; ", parts));
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
