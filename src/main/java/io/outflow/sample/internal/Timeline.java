package io.outflow.sample.internal;

import io.outflow.sample.Counted;
import io.outflow.sample.internal.Identity.IdentityCenter;
import io.outflow.sample.internal.Organisation.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What changes over the period: when logging of a channel is switched on, when a trail stands still, what is set anew. */
final class Timeline {
    private static final Duration STANDSTILL = Duration.ofHours(40);
    private static final int SHORTEST_WITH_STANDSTILL = 14;
    private static final IdentityCenter ADMINISTRATORS = new IdentityCenter("Administrator", Cast.people(90, 3));

    private final LocalDate firstDay;
    private final int days;
    private final List<Change> changes;

    Timeline(LocalDate firstDay, int days) {
        this.firstDay = firstDay;
        this.days = days;
        changes = List.of(
                change(
                        0.02,
                        Account.CLAIMS,
                        "eu-central-1",
                        "bedrock",
                        "PutModelInvocationLoggingConfiguration",
                        json -> json.open("loggingConfig")
                                .put("textDataDeliveryEnabled", true)
                                .close()),
                change(
                        0.02,
                        Account.UNDERWRITING,
                        "eu-central-1",
                        "bedrock",
                        "PutModelInvocationLoggingConfiguration",
                        json -> json.open("loggingConfig")
                                .put("textDataDeliveryEnabled", true)
                                .close()),
                change(
                        0.11,
                        Account.CONTACT_CENTRE,
                        "eu-west-1",
                        "cloudtrail",
                        "PutEventSelectors",
                        Timeline::selectors),
                change(0.11, Account.CLAIMS, "eu-central-1", "cloudtrail", "PutEventSelectors", Timeline::selectors),
                change(
                        0.24,
                        Account.SHARED_TOOLS,
                        "eu-central-1",
                        "cloudtrail",
                        "PutEventSelectors",
                        Timeline::selectors),
                change(
                        0.30,
                        Account.SHARED_TOOLS,
                        "us-east-1",
                        "iam",
                        "CreateServiceSpecificCredential",
                        json -> json.put("userName", "BedrockAPIKey-7q2x").put("serviceName", "bedrock.amazonaws.com")),
                change(
                        0.35,
                        Account.SANDBOX,
                        "us-east-1",
                        "bedrock",
                        "PutFoundationModelEntitlement",
                        json -> json.put("modelId", "anthropic.claude-sonnet-5")),
                change(
                        0.43,
                        Account.DATA_LAB,
                        "eu-central-1",
                        "cloudtrail",
                        "StopLogging",
                        json -> json.put("name", "arn:aws:cloudtrail:eu-central-1:222233334444:trail/data-lab")),
                new Change(
                        at(0.43).plus(STANDSTILL),
                        new Place(Account.DATA_LAB, "eu-central-1"),
                        "cloudtrail",
                        "StartLogging",
                        json -> json.put("name", "arn:aws:cloudtrail:eu-central-1:222233334444:trail/data-lab"),
                        null),
                change(0.50, Account.CLAIMS, "eu-central-1", "bedrock", "UpdateGuardrail", json -> json.put(
                                "guardrailIdentifier", "gr0fnolhealth")
                        .put("name", "fnol-health")),
                change(
                        0.60,
                        Account.UNDERWRITING,
                        "eu-central-1",
                        "bedrock",
                        "CreateInferenceProfile",
                        json -> json.put("inferenceProfileName", "pricing-notes")),
                change(
                        0.70,
                        Account.SHARED_TOOLS,
                        "eu-central-1",
                        "bedrock",
                        "PutAccountDataRetention",
                        json -> json.put("mode", "none")),
                new Change(
                        at(0.80),
                        new Place(Account.CLAIMS, "eu-central-1"),
                        "bedrock",
                        "DeleteGuardrail",
                        json -> json.put("guardrailIdentifier", "gr0fnolhealth"),
                        "AccessDenied"));
    }

    LocalDate date(int day) {
        return firstDay.plusDays(day);
    }

    Instant start(int day) {
        return date(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    int days() {
        return days;
    }

    boolean logsInvocations(int day) {
        return day >= 0.05 * days;
    }

    /** Whether the account's trail writes a call by this way at this time. */
    boolean sees(Account account, Route route, Instant time) {
        if (account == Account.DATA_LAB && days >= SHORTEST_WITH_STANDSTILL) {
            Instant stop = at(0.43);
            if (time.isAfter(stop) && time.isBefore(stop.plus(STANDSTILL))) {
                return false;
            }
        }
        return switch (route) {
            case AGENT, KNOWLEDGE_BASE -> !time.isBefore(at(0.11));
            case MANTLE -> !time.isBefore(at(0.24));
            default -> true;
        };
    }

    List<Change> changes(Place place, int day) {
        Instant from = start(day);
        Instant to = start(day + 1);
        return changes.stream()
                .filter(change -> change.place().equals(place))
                .filter(change -> !change.time().isBefore(from) && change.time().isBefore(to))
                .toList();
    }

    private Instant at(double part) {
        return start((int) (part * days)).plusSeconds(5 * 3600L);
    }

    private Change change(
            double part, Account account, String region, String service, String name, Consumer<Json> request) {
        return new Change(at(part), new Place(account, region), service, name, request, null);
    }

    private static void selectors(Json json) {
        json.put("trailName", "organisation")
                .openList("advancedEventSelectors")
                .open()
                .put("name", "Bedrock data events")
                .close()
                .closeList();
    }

    /** One change of settings by an administrator. */
    record Change(
            Instant time,
            Place place,
            String service,
            String name,
            Consumer<Json> request,
            @Nullable String errorCode) {
        void write(DayFile trail, Draw draw, Tally tally) {
            var json = new Json();
            new TrailRecord(
                            place.account(),
                            place.region(),
                            ADMINISTRATORS.session(place.account(), draw),
                            time,
                            service + ".amazonaws.com",
                            name)
                    .request(request)
                    .error(errorCode, errorCode == null ? null : "An explicit deny stands against this.")
                    .writes()
                    .write(json, draw, draw.uuid());
            trail.add(time, json, true);
            tally.add(Counted.GOVERNANCE_EVENTS);
        }
    }
}
