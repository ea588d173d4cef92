package io.outflow.imports.internal.aws;

import io.outflow.aws.AwsDoor;
import io.outflow.aws.AwsTrouble;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;

/**
 * CloudTrail's event history: management events of the last 90 days, one account and Region at a time. What it holds is a
 * floor, since data events (agents, knowledge bases, Bedrock mantle, Claude Platform) are never in it.
 */
public final class EventHistory {
    /** The event sources of the four channels. */
    public static final List<String> EVENT_SOURCES = List.of(
            "bedrock.amazonaws.com",
            "bedrock-mantle.amazonaws.com",
            "bedrock-agentcore.amazonaws.com",
            "aws-external-anthropic.amazonaws.com");

    private static final int PAGE = 50;

    private final AwsDoor door;
    private final LookupPace pace;
    private @Nullable String account;

    public EventHistory(AwsDoor door, LookupPace pace) {
        this.door = door;
        this.pace = pace;
    }

    /** @param json the whole record */
    public record Event(String id, Instant time, String json) {}

    /** The account that the credentials belong to. */
    public String account() throws AwsTrouble {
        if (account == null) {
            account = door.ask(
                    () -> door.sts().getCallerIdentity().account(), "ask who it is", "sts:GetCallerIdentity", false);
        }
        return account;
    }

    /**
     * Reads the events of one Region and event source in a time, newest first, a page at a time.
     *
     * @param from inclusive
     * @param to inclusive
     */
    public void read(String region, String eventSource, Instant from, Instant to, Consumer<List<Event>> pages)
            throws AwsTrouble, InterruptedException {
        @Nullable String token = null;
        do {
            pace.take(account(), region);
            var next = token;
            var answer = door.ask(
                    () -> door.cloudTrail(region)
                            .lookupEvents(request -> request.lookupAttributes(attribute -> attribute
                                            .attributeKey(LookupAttributeKey.EVENT_SOURCE)
                                            .attributeValue(eventSource))
                                    .startTime(from)
                                    .endTime(to)
                                    .maxResults(PAGE)
                                    .nextToken(next)),
                    "read the event history of " + region,
                    "cloudtrail:LookupEvents",
                    false);
            pages.accept(answer.events().stream()
                    .filter(event -> event.cloudTrailEvent() != null)
                    .map(event -> new Event(event.eventId(), event.eventTime(), event.cloudTrailEvent()))
                    .toList());
            token = answer.nextToken();
        } while (token != null);
    }
}
