package io.outflow.posture.internal;

import static io.outflow.posture.Setting.State.CANNOT_BE_SEEN;
import static io.outflow.posture.Setting.State.NOT_OFFERED;
import static io.outflow.posture.Setting.State.OFF;
import static io.outflow.posture.Setting.State.ON;
import static io.outflow.posture.Setting.State.WATCH;

import io.outflow.base.Formats;
import io.outflow.posture.Answer;
import io.outflow.posture.Lane;
import io.outflow.posture.Observation;
import io.outflow.posture.Setting;
import io.outflow.posture.Setting.State;
import io.outflow.posture.internal.Selectors.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says in words what an answer of AWS means. */
final class SettingWords {

    /** What is said of one thing in an answer. */
    private record Said(State state, String subject, String words) {}

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
                        SettingWords::trail);
            case INVOCATION_LOGGING -> List.of(logging(items.getFirst()));
            case DATA_RETENTION -> List.of(retention(items.getFirst()));
            case GUARDRAILS -> each(items, "There is no guardrail.", SettingWords::guardrail);
            case APPLICATION_PROFILES ->
                each(items, "There is no application inference profile.", SettingWords::profile);
            case CUSTOM_MODELS -> each(items, "There is no custom model.", SettingWords::customModel);
            case PROVISIONED_THROUGHPUT ->
                each(items, "There is no provisioned throughput.", SettingWords::provisioned);
            case MODEL_ACCESS -> access(items);
            case VPC_ENDPOINTS ->
                each(
                        items,
                        "No VPC endpoint leads to Bedrock here: calls from this account go by public addresses.",
                        SettingWords::endpoint);
            case LOG_BUCKETS -> each(items, "No bucket of logs or batches is named here.", SettingWords::bucket);
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

    private static Said trail(JsonNode item) {
        var trail = TrailSetting.of(item);
        var parts = new ArrayList<String>();
        parts.add(
                trail.logging() == null
                        ? "Whether it is logging cannot be seen"
                        : trail.logging()
                                ? "Logging"
                                : "Not logging"
                                        + (trail.stoppedAt() == null
                                                ? ""
                                                : " since " + Formats.minute(trail.stoppedAt())));
        var blind = false;
        for (var lane : Lane.values()) {
            if (lane.channel().isPresent() && trail.selectors() != null) {
                var records = trail.selectors().verdict(lane).records();
                blind |= records != Records.YES;
                parts.add(lane.label()
                        + switch (records) {
                            case YES -> " recorded";
                            case PARTLY -> " recorded in part";
                            case NO -> " not recorded";
                        });
            }
        }
        if (trail.selectors() == null) {
            parts.add("what it records cannot be seen");
        }
        var validated = Answers.isTrue(item, "validation");
        parts.add(validated ? "log file validation on" : "log file validation off: nothing can be proven later");
        parts.add(key(item, "kmsKeyId"));
        for (var error : List.of("deliveryError", "digestError")) {
            if (!Answers.text(item, error).isEmpty()) {
                parts.add("delivery fails: " + Answers.text(item, error));
            }
        }
        if (!Answers.texts(item.path("unseen")).isEmpty()) {
            return new Said(CANNOT_BE_SEEN, trail.name(), sentence(parts) + missing(item));
        }
        var state = Boolean.FALSE.equals(trail.logging()) ? OFF : blind || !validated ? WATCH : ON;
        return new Said(state, trail.name(), sentence(parts));
    }

    private static Said logging(JsonNode item) {
        if (!Answers.isTrue(item, "on")) {
            return new Said(OFF, "", "Off. Tokens and request metadata of calls are not kept.");
        }
        var parts = new ArrayList<String>();
        if (!Answers.text(item, "bucket").isEmpty()) {
            parts.add("to s3://" + Answers.text(item, "bucket") + "/" + Answers.text(item, "prefix"));
        }
        if (!Answers.text(item, "logGroup").isEmpty()) {
            parts.add("to the log group " + Answers.text(item, "logGroup"));
        }
        var off = Stream.of("text", "image", "embedding", "video", "audio")
                .filter(kind -> Answers.flag(item, kind).filter(on -> !on).isPresent())
                .toList();
        if (!off.isEmpty()) {
            parts.add("left out: " + String.join(", ", off));
        }
        return new Said(off.contains("text") ? WATCH : ON, "", sentence("On " + String.join("; ", parts)));
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

    private static Said guardrail(JsonNode item) {
        var across = Answers.text(item, "runsAcross");
        return named(
                item,
                ON,
                "Status %s, %s%s"
                        .formatted(
                                Answers.text(item, "status"),
                                key(item, "kmsKeyArn"),
                                across.isEmpty() ? "" : ", runs across Regions by " + across));
    }

    private static Said profile(JsonNode item) {
        return named(item, ON, "Leads to " + String.join(", ", Answers.texts(item.path("models"))));
    }

    private static Said customModel(JsonNode item) {
        return named(item, ON, "Made from %s, %s".formatted(Answers.text(item, "baseModel"), key(item, "kmsKeyArn")));
    }

    private static Said provisioned(JsonNode item) {
        return named(
                item, ON, "Runs %s, status %s".formatted(Answers.text(item, "model"), Answers.text(item, "status")));
    }

    private static List<Said> access(List<JsonNode> items) {
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

    private static Said bucket(JsonNode item) {
        var name = Answers.text(item, "name");
        if (Answers.isTrue(item, "gone")) {
            return new Said(WATCH, name, "There is no such bucket any more.");
        }
        if (!Answers.texts(item.path("unseen")).isEmpty()) {
            return new Said(
                    CANNOT_BE_SEEN, name.isEmpty() ? "batch jobs" : name, "Not all of it can be seen." + missing(item));
        }
        var blocked = Answers.isTrue(item, "publicAccessBlocked");
        var encryption = Answers.text(item, "encryption");
        return new Said(
                blocked && !encryption.equals("none") ? ON : WATCH,
                name,
                "Encryption %s%s; public access %s."
                        .formatted(
                                encryption.isEmpty() ? "not told" : encryption,
                                Answers.text(item, "kmsKeyId").isEmpty()
                                        ? ""
                                        : " with " + Answers.text(item, "kmsKeyId"),
                                blocked ? "blocked" : "not blocked as a whole"));
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

    private static Said named(JsonNode item, State state, String words) {
        return Answers.texts(item.path("unseen")).isEmpty()
                ? new Said(state, Answers.text(item, "name"), sentence(words))
                : new Said(CANNOT_BE_SEEN, Answers.text(item, "name"), sentence(words) + missing(item));
    }

    private static String key(JsonNode item, String field) {
        if (Answers.isUnseen(item, "bedrock:GetGuardrail") || Answers.isUnseen(item, "bedrock:GetCustomModel")) {
            return "key cannot be seen";
        }
        var key = Answers.text(item, field);
        return key.isEmpty() ? "no key of ours" : "key " + key;
    }

    private static String missing(JsonNode item) {
        return " To see all, allow " + String.join(", ", Answers.texts(item.path("unseen"))) + ".";
    }

    private static String sentence(List<String> parts) {
        return sentence(String.join("; ", parts));
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
