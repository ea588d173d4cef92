package io.outflow.posture.internal;

import static io.outflow.posture.Setting.State.CANNOT_BE_SEEN;
import static io.outflow.posture.Setting.State.OFF;
import static io.outflow.posture.Setting.State.ON;
import static io.outflow.posture.Setting.State.WATCH;

import io.outflow.base.Formats;
import io.outflow.posture.Lane;
import io.outflow.posture.internal.Selectors.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says in words what is logged, and where logs are kept. */
final class LogWords {

    private LogWords() {}

    static Said trail(JsonNode item) {
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
        parts.add(Said.key(item, "kmsKeyId"));
        for (var error : List.of("deliveryError", "digestError")) {
            if (!Answers.text(item, error).isEmpty()) {
                parts.add("delivery fails: " + Answers.text(item, error));
            }
        }
        var state = Boolean.FALSE.equals(trail.logging()) ? OFF : blind || !validated ? WATCH : ON;
        return Said.of(item, trail.name(), state, String.join("; ", parts));
    }

    static Said logging(JsonNode item) {
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
        return new Said(
                off.contains("text") ? WATCH : ON, "", Said.sentence(List.of("On " + String.join("; ", parts))));
    }

    static Said bucket(JsonNode item) {
        var name = Answers.text(item, "name");
        if (Answers.isTrue(item, "gone")) {
            return new Said(WATCH, name, "There is no such bucket any more.");
        }
        if (!Answers.texts(item.path("unseen")).isEmpty()) {
            return Said.of(item, name.isEmpty() ? "batch jobs" : name, CANNOT_BE_SEEN, "Not all of it can be seen.");
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
}
