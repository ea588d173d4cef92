package io.outflow.testing;

import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.ErrorFamily;
import io.outflow.trail.EventKey;
import io.outflow.trail.Evidence;
import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.GovernanceKind;
import io.outflow.trail.Grade;
import io.outflow.trail.Guardrail;
import io.outflow.trail.Model;
import io.outflow.trail.ModelCall;
import io.outflow.trail.Outcome;
import io.outflow.trail.Place;
import io.outflow.trail.ProfileScope;
import io.outflow.trail.TextFindings;
import io.outflow.trail.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes readings for tests that do not read files. */
public final class Calls {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    public static final String ACCOUNT = "111122223333";
    public static final String REGION = "eu-central-1";
    public static final Model SONNET = new Model(
            "anthropic.claude-sonnet-4-5-v1:0",
            "Claude Sonnet 4.5",
            "anthropic",
            Claude.YES,
            ProfileScope.IN_REGION,
            null);
    public static final Model OPAQUE = new Model(
            "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/abc",
            "application-inference-profile/abc",
            null,
            Claude.UNDECIDED,
            ProfileScope.OPAQUE,
            null);

    private Calls() {}

    public static Caller person(String name) {
        return new Caller(CallerKind.PERSON, "arn:aws:iam::111122223333:user/" + name, name, null, null, Grade.NAMED);
    }

    /** A CloudTrail record's call. */
    public static ModelCall record(String id, Instant time, String requestId) {
        return record(id, time, requestId, person("ana"), SONNET, Outcome.USE);
    }

    public static ModelCall record(
            String id, Instant time, String requestId, Caller caller, Model model, Outcome outcome) {
        var error = outcome == Outcome.USE ? null : "AccessDenied";
        var json = "{\"eventID\":\"%s\",\"caller\":\"%s\",\"model\":\"%s\",\"error\":\"%s\"}"
                .formatted(id, caller.name(), model.id(), error);
        return new ModelCall(
                new Place("", 1, 0, json.length()),
                Evidence.CLOUDTRAIL,
                new EventKey(time, ACCOUNT, id),
                sha256(json),
                Channel.BEDROCK_RUNTIME,
                "InvokeModel",
                caller,
                model,
                REGION,
                null,
                outcome,
                error,
                error == null ? ErrorFamily.NONE : ErrorFamily.ACCESS_DENIED,
                Guardrail.NOT_EVIDENCED,
                requestId,
                false,
                false,
                null,
                null,
                false,
                Tokens.NONE,
                Collections.emptySortedMap(),
                TextFindings.NONE,
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** An invocation-log line. */
    public static ModelCall line(String id, Instant time, String requestId, long input, long output) {
        return line(id, time, requestId, SONNET, new Tokens(input, output, null, null), "eu-west-1", Map.of());
    }

    public static ModelCall line(
            String id,
            Instant time,
            String requestId,
            Model model,
            Tokens tokens,
            String inferenceRegion,
            Map<String, String> metadata) {
        return line(id, time, requestId, model, tokens, inferenceRegion, metadata, TextFindings.NONE);
    }

    /** A line whose text was looked at. */
    public static ModelCall line(String id, Instant time, String requestId, TextFindings text) {
        return line(id, time, requestId, SONNET, Tokens.NONE, "eu-west-1", Map.of(), text);
    }

    public static ModelCall line(
            String id,
            Instant time,
            String requestId,
            Model model,
            Tokens tokens,
            String inferenceRegion,
            Map<String, String> metadata,
            TextFindings text) {
        var json = "{\"requestId\":\"%s\",\"line\":\"%s\",\"tokens\":\"%s\"}".formatted(requestId, id, tokens);
        SortedMap<String, String> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        return new ModelCall(
                new Place("", 1, 0, json.length()),
                Evidence.INVOCATION_LOG,
                new EventKey(time, ACCOUNT, sha256(json) + "#" + id),
                sha256(json),
                Channel.BEDROCK_RUNTIME,
                "InvokeModel",
                new Caller(
                        CallerKind.ROLE,
                        "arn:aws:iam::111122223333:role/app",
                        "app",
                        "arn:aws:iam::111122223333:role/app",
                        null,
                        Grade.ROLE_ONLY),
                model,
                REGION,
                inferenceRegion,
                Outcome.USE,
                null,
                ErrorFamily.NONE,
                Guardrail.NOT_EVIDENCED,
                requestId,
                false,
                false,
                null,
                null,
                false,
                tokens,
                sorted,
                text,
                json.getBytes(StandardCharsets.UTF_8));
    }

    public static GovernanceEvent governance(String id, Instant time) {
        var json = "{\"eventID\":\"" + id + "\",\"eventName\":\"PutModelInvocationLoggingConfiguration\"}";
        return new GovernanceEvent(
                new Place("", 1, 0, json.length()),
                new EventKey(time, ACCOUNT, id),
                sha256(json),
                GovernanceKind.INVOCATION_LOGGING,
                "bedrock.amazonaws.com",
                "PutModelInvocationLoggingConfiguration",
                person("ana"),
                REGION,
                Outcome.USE,
                null,
                null,
                json.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
