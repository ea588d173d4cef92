package io.outflow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a newer edition could say otherwise of the Claude API. */
final class CatalogueChange {

    private static final JsonMapper JSON = JsonMapper.shared();

    private CatalogueChange() {}

    static String thirtyDaysBecomeSeven(String json) {
        var catalogue = JSON.readTree(json);
        window(catalogue, "prompts_outputs").put("days", 7);
        return catalogue.toString();
    }

    static String feedbackBecomesSurveys(String json) {
        var catalogue = JSON.readTree(json);
        window(catalogue, "feedback").put("data_kind", "survey_answers");
        return catalogue.toString();
    }

    private static ObjectNode window(JsonNode catalogue, String dataKind) {
        var found = catalogue
                .get("entries")
                .valueStream()
                .filter(entry -> entry.get("id").asString().equals("anthropic_claude_api"))
                .flatMap(entry -> entry.get("retention").valueStream())
                .filter(window -> window.get("data_kind").asString().equals(dataKind))
                .toList();
        assertThat(found).hasSize(1);
        return (ObjectNode) found.getFirst();
    }
}
