package io.outflow.posture.internal;

import static io.outflow.posture.Setting.State.CANNOT_BE_SEEN;
import static io.outflow.posture.Setting.State.NOT_OFFERED;
import static io.outflow.posture.Setting.State.OFF;
import static io.outflow.posture.Setting.State.ON;
import static io.outflow.posture.Setting.State.WATCH;

import io.outflow.posture.Answer;
import io.outflow.posture.Observation;
import io.outflow.posture.Setting;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Says in words what an answer of AWS means. */
final class SettingWords {

    private SettingWords() {}

    static List<Setting> of(Observation observation) {
        return said(observation).stream()
                .map(one -> new Setting(
                        observation.account(),
                        observation.region(),
                        observation.question(),
                        one.subject(),
                        one.state(),
                        one.words(),
                        observation.seenFrom(),
                        observation.seenUntil(),
                        observation.id()))
                .toList();
    }

    private static List<Said> said(Observation observation) {
        return switch (observation.answer()) {
            case Answer.Refused(List<String> actions) ->
                List.of(new Said(
                        CANNOT_BE_SEEN, "", "Cannot be seen. To see it, allow " + String.join(", ", actions) + "."));
            case Answer.NotOffered(String reason) -> List.of(new Said(NOT_OFFERED, "", reason));
            case Answer.Seen seen -> seen(observation, Answers.items(seen));
        };
    }

    private static List<Said> seen(Observation observation, List<JsonNode> items) {
        return switch (observation.question()) {
            case TRAILS ->
                each(
                        items,
                        "No trail records this Region. Use is seen only where event history is asked.",
                        LogWords::trail);
            case INVOCATION_LOGGING -> List.of(LogWords.logging(items.getFirst()));
            case DATA_RETENTION -> List.of(retention(items.getFirst()));
            case GUARDRAILS -> each(items, "There is no guardrail.", ModelWords::guardrail);
            case APPLICATION_PROFILES -> each(items, "There is no application inference profile.", ModelWords::profile);
            case CUSTOM_MODELS -> each(items, "There is no custom model.", ModelWords::customModel);
            case PROVISIONED_THROUGHPUT -> each(items, "There is no provisioned throughput.", ModelWords::provisioned);
            case MODEL_ACCESS -> ModelWords.access(items);
            case VPC_ENDPOINTS ->
                each(
                        items,
                        "No VPC endpoint leads to Bedrock here: calls from this account go by public addresses.",
                        SettingWords::endpoint);
            case LOG_BUCKETS -> each(items, "No bucket of logs or batches is named here.", LogWords::bucket);
            case API_KEYS -> each(items, "There is no long-term API key.", SettingWords::apiKey);
        };
    }

    private interface Telling {
        Said of(JsonNode item);
    }

    private static List<Said> each(List<JsonNode> items, String none, Telling telling) {
        return items.isEmpty()
                ? List.of(new Said(OFF, "", none))
                : items.stream().map(telling::of).toList();
    }

    /**
     * Source: Amazon Bedrock user guide, "Data retention": none is stored nothing, default as the model says, aws_review up to
     * 30 days for AWS alone, provider_data_share also for the provider.
     */
    private static Said retention(JsonNode item) {
        var mode = Answers.text(item, "mode");
        return switch (mode) {
            case "none" -> new Said(ON, "", "Mode none: AWS keeps no prompts and answers.");
            case "" -> new Said(CANNOT_BE_SEEN, "", "AWS named no mode.");
            case "default", "inherit" -> new Said(ON, "", "Mode %s: as each model's own rule says.".formatted(mode));
            case "aws_review" ->
                new Said(WATCH, "", "Mode aws_review: AWS may keep prompts up to 30 days, for AWS alone.");
            case "provider_data_share" ->
                new Said(WATCH, "", "Mode provider_data_share: AWS may share prompts with the provider of the model.");
            default -> new Said(WATCH, "", "Mode %s, which Outflow does not know.".formatted(mode));
        };
    }

    private static Said endpoint(JsonNode item) {
        return new Said(
                Answers.text(item, "state").equalsIgnoreCase("available") ? ON : WATCH,
                Answers.text(item, "id"),
                "To %s from %s, %s, private DNS %s."
                        .formatted(
                                Answers.text(item, "service"),
                                Answers.text(item, "vpc"),
                                Answers.text(item, "state"),
                                Answers.isTrue(item, "privateDns") ? "on" : "off"));
    }

    private static Said apiKey(JsonNode item) {
        var expires = Answers.text(item, "expiresAt");
        return new Said(
                Answers.text(item, "status").equals("Active") ? WATCH : ON,
                Answers.text(item, "id"),
                "%s key of the user %s, %s, %s. Who holds it cannot be told."
                        .formatted(
                                Answers.text(item, "service"),
                                Answers.text(item, "user"),
                                Answers.text(item, "status").toLowerCase(Locale.ROOT),
                                expires.isEmpty() ? "without an end" : "until " + expires));
    }
}
