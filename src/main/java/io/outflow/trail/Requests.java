package io.outflow.trail;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a CloudTrail record tells of the request: model, project, agent, key, metadata. */
final class Requests {
    private static final List<String> MODEL_FIELDS = List.of("modelId", "model", "modelArn", "foundationModel");
    private static final List<String> MARKS_OF_INFERENCE = List.of(
            "inferenceConfig",
            "max_tokens",
            "maxTokens",
            "stream",
            "service_tier",
            "guardrailIdentifier",
            "guardrailConfig");
    private static final int MOST_METADATA = 50;

    private Requests() {}

    /** The model as the request names it, else as a resource of the record names it; null when neither does. */
    static @Nullable String model(Json.Obj record) {
        Json.Obj request = record.object("requestParameters");
        for (String field : MODEL_FIELDS) {
            String model = request.text(field);
            if (model != null) {
                return model;
            }
        }
        Json.Obj generate = request.object("retrieveAndGenerateConfiguration");
        for (String part : List.of("knowledgeBaseConfiguration", "externalSourcesConfiguration")) {
            String model = generate.object(part).text("modelArn");
            if (model != null) {
                return model;
            }
        }
        String resource = resource(record, ":foundation-model/", "");
        return resource != null ? resource : resource(record, "inference-profile/", "");
    }

    static boolean namesModel(Json.Obj record) {
        return model(record) != null;
    }

    /** Parameters or token counts that only inference has. */
    static boolean looksLikeInference(Json.Obj record) {
        Json.Obj request = record.object("requestParameters");
        Json.Obj additional = record.object("additionalEventData");
        return MARKS_OF_INFERENCE.stream().anyMatch(request::has)
                || additional.has("inputTokens")
                || additional.has("outputTokens")
                || additional.has("inferenceRegion");
    }

    /** Whether the call carried a bearer token. The two families of endpoints note it in different places. */
    static boolean withBearerToken(Json.Obj record) {
        return record.object("additionalEventData").isTrue("callWithBearerToken")
                || record.object("requestParameters").isTrue("callWithBearerToken");
    }

    /** Whether that token was a long-term key. */
    static boolean withLongTermKey(Json.Obj record) {
        if (!withBearerToken(record)) {
            return false;
        }
        String type = record.object("requestParameters").text("bearerTokenType");
        if (type == null) {
            type = record.object("additionalEventData").text("bearerTokenType");
        }
        if (type == null) {
            return false;
        }
        String upper = type.toUpperCase(Locale.ROOT);
        return upper.startsWith("ABSK") || upper.startsWith("AEAA") || upper.startsWith("LONG");
    }

    /** The mantle project or the Claude Platform workspace. */
    static @Nullable String project(Json.Obj record) {
        String project = after(resource(record, ":project/", ""), ":project/");
        if (project == null) {
            project = after(resource(record, ":workspace/", ""), ":workspace/");
        }
        Json.Obj request = record.object("requestParameters");
        for (String field : List.of("workspaceId", "workspace_id", "project_id")) {
            project = project == null ? request.text(field) : project;
        }
        return Texts.cleanOrNull(project);
    }

    /** The agent, flow or knowledge base that the request enters. */
    static @Nullable String agent(Json.Obj record) {
        Json.Obj request = record.object("requestParameters");
        Json.Obj generate = request.object("retrieveAndGenerateConfiguration").object("knowledgeBaseConfiguration");
        String agent = request.text("agentId");
        agent = agent == null ? request.text("knowledgeBaseId") : agent;
        agent = agent == null ? request.text("flowIdentifier") : agent;
        agent = agent == null ? generate.text("knowledgeBaseId") : agent;
        for (String kind : List.of(":agent-alias/", ":agent/", ":knowledge-base/", ":flow/")) {
            agent = agent == null ? after(resource(record, kind, ":bedrock:"), kind) : agent;
        }
        return Texts.cleanOrNull(agent);
    }

    /** Scalar entries of the metadata that the caller sent along. */
    static SortedMap<String, String> metadata(Json.Obj metadata) {
        SortedMap<String, String> entries = new TreeMap<>();
        for (int i = 0; i < metadata.size() && entries.size() < MOST_METADATA; i++) {
            String name = metadata.name(i);
            String value =
                    switch (metadata.value(i)) {
                        case Json.Text text -> text.string();
                        case Json.Num number -> number.written();
                        case Json.Word word
                        when word != Json.Word.NULL -> word.name().toLowerCase(Locale.ROOT);
                        default -> null;
                    };
            if (value != null && !name.isBlank()) {
                entries.put(Texts.clean(name), Texts.clean(value));
            }
        }
        return entries;
    }

    private static @Nullable String resource(Json.Obj record, String kind, String source) {
        for (Json element : record.elements("resources")) {
            if (element instanceof Json.Obj resource) {
                String arn = resource.text("ARN");
                arn = arn == null ? resource.text("arn") : arn;
                if (arn != null && arn.contains(kind) && arn.contains(source)) {
                    return arn;
                }
            }
        }
        return null;
    }

    /** The first segment after the marker. */
    private static @Nullable String after(@Nullable String arn, String marker) {
        if (arn == null) {
            return null;
        }
        String rest = arn.substring(arn.indexOf(marker) + marker.length());
        int end = rest.indexOf('/');
        String segment = end < 0 ? rest : rest.substring(0, end);
        return segment.isBlank() ? null : segment;
    }
}
