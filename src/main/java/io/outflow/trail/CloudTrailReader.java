package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CloudTrail records: calls of models, and changes of how models may be used. */
final class CloudTrailReader {
    /** Data events and batch jobs: that they were logged does not prove that ordinary calls were. */
    private static final Set<String> LOGGED_APART = Set.of(
            "InvokeModelWithBidirectionalStream", "StartAsyncInvoke", "StartAsyncInvokes", "CreateModelInvocationJob");

    private final Keys keys;
    private final Models models;
    private final JsonWriter writer;

    CloudTrailReader(Keys keys, Models models, JsonWriter writer) {
        this.keys = keys;
        this.models = models;
        this.writer = writer;
    }

    /**
     * @param looked whether the record came out of the event history, which every account has, whatever its trails log
     * @return the call that it tells of; null where it tells of none
     */
    @Nullable
    ModelCall read(Json.Obj record, boolean looked, Place place, TrailSink sink) throws Refusal {
        String source = lower(record.text("eventSource"));
        String operation = orUnknown(record.text("eventName"));
        ModelCall call = null;
        switch (Operations.verdict(source, operation, record)) {
            case Operations.Verdict.Skip(SkipReason reason) -> sink.skipped(place.recordNo(), reason);
            case Operations.Verdict.Call(Channel channel) -> {
                call = call(record, source, operation, channel, place);
                sink.kept(call);
                cover(call, sink);
            }
            case Operations.Verdict.Change(GovernanceKind kind) ->
                sink.kept(change(record, kind, source, operation, place));
        }
        if (!looked && isManagementRead(record)) {
            coverManagement(record, sink);
        }
        return call;
    }

    /** A record as it is kept aside when it cannot be used. */
    String excerpt(Json.Obj record) {
        String text = new String(writer.compact(Bodies.withoutContent(record)), StandardCharsets.UTF_8);
        return Texts.wellFormed(text.length() <= 2000 ? text : text.substring(0, 2000));
    }

    private ModelCall call(Json.Obj record, String source, String operation, Channel channel, Place place)
            throws Refusal {
        Json.Obj bare = Bodies.withoutContent(record);
        Keys.Identified identified = keys.ofCloudTrail(bare, account(record));
        Json.Obj request = record.object("requestParameters");
        Json.Obj additional = record.object("additionalEventData");
        boolean onBedrock = channel == Channel.BEDROCK_RUNTIME || channel == Channel.BEDROCK_AGENTS;
        CallerReader identity = new CallerReader(record);
        boolean step = onBedrock && identity.isBedrockStep();
        String agent = step ? Sessions.agent(identity.sessionName()) : null;
        agent = agent == null ? Requests.agent(record) : agent;
        Failure failure = Failure.of(record.text("errorCode"), record.text("errorMessage"));
        String endpoint = record.text("vpcEndpointId");
        return new ModelCall(
                place,
                Evidence.CLOUDTRAIL,
                identified.key(),
                identified.hash(),
                step ? Channel.BEDROCK_AGENTS : channel,
                Texts.clean(operation),
                identity.caller(),
                models.read(Requests.model(record), channel),
                region(record),
                Texts.cleanOrNull(additional.text("inferenceRegion")),
                failure.outcome(),
                failure.code(),
                failure.family(),
                request.text("guardrailIdentifier") != null
                                || request.object("guardrailConfig").text("guardrailIdentifier") != null
                        ? Guardrail.APPLIED
                        : Guardrail.NOT_EVIDENCED,
                Texts.cleanOrNull(record.text("requestID")),
                endpoint != null && endpoint.startsWith("vpce-"),
                Requests.withBearerToken(record),
                Requests.project(record),
                agent,
                step,
                new Tokens(
                        additional.count("inputTokens"),
                        additional.count("outputTokens"),
                        additional.count("cacheReadInputTokens"),
                        additional.count("cacheWriteInputTokens")),
                Requests.metadata(request.object("metadata")),
                TextFindings.NONE,
                keys.original(bare));
    }

    private GovernanceEvent change(Json.Obj record, GovernanceKind kind, String source, String operation, Place place)
            throws Refusal {
        Json.Obj bare = Bodies.withoutContent(record);
        Keys.Identified identified = keys.ofCloudTrail(bare, account(record));
        Failure failure = Failure.of(record.text("errorCode"), record.text("errorMessage"));
        return new GovernanceEvent(
                place,
                identified.key(),
                identified.hash(),
                kind,
                Texts.clean(source),
                Texts.clean(operation),
                new CallerReader(record).caller(),
                region(record),
                failure.outcome(),
                failure.code(),
                ChangeTargets.of(record),
                keys.original(bare));
    }

    /**
     * A call proves that its kind of event was logged on its day. A step of an agent arrives as an ordinary runtime event and
     * proves nothing of the agents' own events.
     */
    static void cover(ModelCall call, TrailSink sink) {
        Channel channel = call.step() && !isAgentEntry(call.operation()) ? Channel.BEDROCK_RUNTIME : call.channel();
        if (channel != Channel.BEDROCK_RUNTIME || !LOGGED_APART.contains(call.operation())) {
            sink.covered(new Coverage(
                    call.key().account(),
                    call.sourceRegion(),
                    channel,
                    day(call.key().time())));
        }
    }

    private static boolean isAgentEntry(String operation) {
        return Operations.logged(operation) instanceof Operations.Verdict.Call(Channel channel)
                && channel == Channel.BEDROCK_AGENTS;
    }

    /** Calls of models are read-only management events, so a day with another one of those was logged in the same way. */
    static boolean isManagementRead(Json.Obj record) {
        String category = record.text("eventCategory");
        boolean management = category != null ? category.equals("Management") : record.isTrue("managementEvent");
        return management && record.isTrue("readOnly");
    }

    /** The coverage that a call proves as a management read, which it is beside being a call. */
    static void coverManagement(ModelCall call, TrailSink sink) {
        sink.covered(new Coverage(
                call.key().account(),
                call.sourceRegion(),
                Channel.BEDROCK_RUNTIME,
                day(call.key().time())));
    }

    private static void coverManagement(Json.Obj record, TrailSink sink) {
        String written = record.text("eventTime");
        Instant time = written == null ? null : Times.read(written);
        if (time != null) {
            sink.covered(
                    new Coverage(Texts.clean(account(record)), region(record), Channel.BEDROCK_RUNTIME, day(time)));
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static String account(Json.Obj record) {
        String account = record.text("recipientAccountId");
        return orUnknown(
                account != null ? account : record.object("userIdentity").text("accountId"));
    }

    private static String region(Json.Obj record) {
        return Texts.clean(orUnknown(record.text("awsRegion")));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String orUnknown(@Nullable String text) {
        return text == null ? "unknown" : text;
    }
}
