package io.outflow.posture.internal;

import io.outflow.base.Formats;
import io.outflow.posture.Grounds;
import io.outflow.usage.Usage.GovernanceItem;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A change of logging that a record tells of.
 *
 * @param trail the ARN of the trail; empty where the change is of another thing
 * @param request the record's request parameters
 */
record LoggingChange(
        Instant time,
        String account,
        String region,
        String operation,
        String trail,
        JsonNode request,
        Grounds.Changed grounds) {

    static LoggingChange of(GovernanceItem item) {
        var event = item.event();
        var account = event.key().account();
        var target = event.target() == null ? "" : event.target();
        return new LoggingChange(
                event.key().time(),
                account,
                event.region(),
                event.operation(),
                target.isEmpty() ? "" : arn(target, account, event.region()),
                request(event.original()),
                new Grounds.Changed(
                        event.key().time(),
                        account,
                        event.region(),
                        event.operation(),
                        event.key().id()));
    }

    private static JsonNode request(byte[] original) {
        try {
            return original.length == 0
                    ? JsonNodeFactory.instance.objectNode()
                    : Answers.json(original).path("requestParameters");
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** A trail is named by its name or by its ARN. */
    private static String arn(String target, String account, String region) {
        if (target.startsWith("arn:")) {
            return target;
        }
        var partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        return "arn:%s:cloudtrail:%s:%s:trail/%s".formatted(partition, region, account, target);
    }

    /** The name of the trail. */
    String trailName() {
        return trail.substring(trail.indexOf('/') + 1);
    }

    /** When and by what, as the end of a sentence. */
    String words() {
        return "by %s on %s".formatted(operation, Formats.minute(time));
    }
}
