package io.outflow.posture.internal;

import static io.outflow.posture.Setting.State.CANNOT_BE_SEEN;
import static io.outflow.posture.Setting.State.OFF;
import static io.outflow.posture.Setting.State.ON;

import io.outflow.base.Formats;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says in words which models may be called, through what, and behind which guardrails. */
final class ModelWords {

    private ModelWords() {}

    static Said guardrail(JsonNode item) {
        var across = Answers.text(item, "runsAcross");
        return Said.of(
                item,
                Answers.text(item, "name"),
                ON,
                "Status %s, %s%s"
                        .formatted(
                                Answers.text(item, "status"),
                                Said.key(item, "kmsKeyArn"),
                                across.isEmpty() ? "" : ", runs across Regions by " + across));
    }

    static Said profile(JsonNode item) {
        return Said.of(
                item,
                Answers.text(item, "name"),
                ON,
                "Leads to " + String.join(", ", Answers.texts(item.path("models"))));
    }

    static Said customModel(JsonNode item) {
        return Said.of(
                item,
                Answers.text(item, "name"),
                ON,
                "Made from %s, %s".formatted(Answers.text(item, "baseModel"), Said.key(item, "kmsKeyArn")));
    }

    static Said provisioned(JsonNode item) {
        return Said.of(
                item,
                Answers.text(item, "name"),
                ON,
                "Runs %s, status %s".formatted(Answers.text(item, "model"), Answers.text(item, "status")));
    }

    static List<Said> access(List<JsonNode> items) {
        var open = new ArrayList<String>();
        var unseen = 0;
        for (var item : items) {
            if (!Answers.texts(item.path("unseen")).isEmpty()) {
                unseen++;
            } else if (Answers.text(item, "authorization").equals("AUTHORIZED")
                    && Answers.text(item, "entitlement").equals("AVAILABLE")
                    && Answers.text(item, "region").equals("AVAILABLE")) {
                open.add(Answers.text(item, "id"));
            }
        }
        if (items.isEmpty()) {
            return List.of(new Said(OFF, "", "No Claude model is listed in this Region."));
        }
        if (unseen > 0) {
            return List.of(new Said(
                    CANNOT_BE_SEEN,
                    "",
                    "Of %s, access to %s cannot be seen. To see it, allow bedrock:GetFoundationModelAvailability."
                            .formatted(
                                    Formats.count(items.size(), "Claude model", "Claude models"),
                                    Formats.count(unseen))));
        }
        return List.of(new Said(
                open.isEmpty() ? OFF : ON,
                "",
                "%s of %s may be called%s."
                        .formatted(
                                Formats.count(open.size()),
                                Formats.count(items.size(), "Claude model", "Claude models"),
                                open.isEmpty() ? "" : ": " + String.join(", ", open))));
    }
}
