package io.outflow.posture.internal.aws;

import io.outflow.aws.AwsTrouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** The trails that record a Region, with what they record. Selectors are written as CloudTrail's own records write them. */
final class TrailQuestions {

    private TrailQuestions() {}

    static List<Item> trails(Calls calls) throws Refused, NotOffered, AwsTrouble {
        var trails = calls.ask("cloudtrail:DescribeTrails", () -> calls.door
                .cloudTrail(calls.region)
                .describeTrails(request -> request.includeShadowTrails(true))
                .trailList());
        var items = new ArrayList<Item>();
        for (var trail : trails) {
            items.add(item(calls, trail));
        }
        return items;
    }

    private static Item item(Calls calls, Trail trail) throws NotOffered, AwsTrouble {
        var item = new Item()
                .with("arn", trail.trailARN())
                .with("name", trail.name())
                .with("homeRegion", trail.homeRegion())
                .with("multiRegion", trail.isMultiRegionTrail())
                .with("organization", trail.isOrganizationTrail())
                .with("bucket", trail.s3BucketName())
                .with("prefix", trail.s3KeyPrefix())
                .with("logGroup", trail.cloudWatchLogsLogGroupArn())
                .with("kmsKeyId", trail.kmsKeyId())
                .with("validation", trail.logFileValidationEnabled());
        var home = trail.homeRegion() == null ? calls.region : trail.homeRegion();
        status(calls, trail, home, item);
        selectors(calls, trail, home, item);
        return item;
    }

    private static void status(Calls calls, Trail trail, String home, Item item) throws NotOffered, AwsTrouble {
        try {
            var status = calls.ask(
                    "cloudtrail:GetTrailStatus",
                    () -> calls.door.cloudTrail(home).getTrailStatus(request -> request.name(trail.trailARN())));
            item.with("logging", status.isLogging())
                    .with("startedAt", text(status.startLoggingTime()))
                    .with("stoppedAt", text(status.stopLoggingTime()))
                    .with("deliveryError", status.latestDeliveryError())
                    .with("digestError", status.latestDigestDeliveryError());
        } catch (Refused refused) {
            item.without(refused.action);
        } catch (AwsTrouble trouble) {
            elsewhere(trouble, item, "cloudtrail:GetTrailStatus");
        }
    }

    private static void selectors(Calls calls, Trail trail, String home, Item item) throws NotOffered, AwsTrouble {
        try {
            var answer = calls.ask("cloudtrail:GetEventSelectors", () -> calls.door
                    .cloudTrail(home)
                    .getEventSelectors(request -> request.trailName(trail.trailARN())));
            item.with(
                            "eventSelectors",
                            answer.eventSelectors().stream()
                                    .map(TrailQuestions::basic)
                                    .toList())
                    .with(
                            "advancedEventSelectors",
                            answer.advancedEventSelectors().stream()
                                    .map(TrailQuestions::advanced)
                                    .toList());
        } catch (Refused refused) {
            item.without(refused.action);
        } catch (AwsTrouble trouble) {
            elsewhere(trouble, item, "cloudtrail:GetEventSelectors");
        }
    }

    /** An organisation's trail belongs to another account, which alone may be asked; CloudTrail then says that there is no such trail. */
    private static void elsewhere(AwsTrouble trouble, Item item, String action) throws AwsTrouble {
        if (trouble.getCause() instanceof CloudTrailException answer
                && answer.statusCode() < 500
                && !answer.isThrottlingException()
                && trouble.extent() == AwsTrouble.Extent.OBJECT) {
            item.without(action);
        } else {
            throw trouble;
        }
    }

    private static Map<String, Object> basic(EventSelector selector) {
        return new Item()
                .with("readWriteType", selector.readWriteTypeAsString())
                .with("includeManagementEvents", selector.includeManagementEvents())
                .with("excludeManagementEventSources", selector.excludeManagementEventSources())
                .with(
                        "dataResources",
                        selector.dataResources().stream()
                                .map(resource -> new Item()
                                        .with("type", resource.type())
                                        .with("values", resource.values())
                                        .fields())
                                .toList())
                .fields();
    }

    private static Map<String, Object> advanced(AdvancedEventSelector selector) {
        var written = new LinkedHashMap<String, Object>();
        written.put("name", selector.name() == null ? "" : selector.name());
        written.put(
                "fieldSelectors",
                selector.fieldSelectors().stream().map(TrailQuestions::field).toList());
        return written;
    }

    private static Map<String, Object> field(AdvancedFieldSelector field) {
        return new Item()
                .with("field", field.field())
                .with("equals", field.equalsValue())
                .with("startsWith", field.startsWith())
                .with("endsWith", field.endsWith())
                .with("notEquals", field.notEquals())
                .with("notStartsWith", field.notStartsWith())
                .with("notEndsWith", field.notEndsWith())
                .fields();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
