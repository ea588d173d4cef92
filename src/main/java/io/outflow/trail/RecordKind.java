package io.outflow.trail;

import java.util.Set;

/** What a record is, by what is in it; names of files say nothing. */
enum RecordKind {
    CLOUDTRAIL,
    INVOCATION_LOG,
    INSIGHT,
    NETWORK_ACTIVITY,
    AGGREGATED,
    DIGEST,
    PROOF_DATA,
    CONTENT_BODY,
    PERMISSION_CHECK,
    UNKNOWN;

    private static final Set<String> STREAM_EVENTS = Set.of(
            "message_start",
            "message_delta",
            "message_stop",
            "content_block_start",
            "content_block_delta",
            "content_block_stop");

    private static final Set<String> CONVERSE_EVENTS =
            Set.of("messageStart", "messageStop", "contentBlockStart", "contentBlockDelta", "contentBlockStop");

    static RecordKind of(Json.Obj record) {
        if (isLog(record)) {
            return INVOCATION_LOG;
        }
        RecordKind special = special(record);
        if (special != UNKNOWN) {
            return special;
        }
        if (record.text("eventSource") != null && record.text("eventName") != null) {
            return CLOUDTRAIL;
        }
        if (record.has("digestS3Object") || (record.has("digestEndTime") && record.has("logFiles"))) {
            return DIGEST;
        }
        if (record.has("PublicKeyList")
                || record.has("signature-algorithm")
                || record.object("Metadata").has("signature-algorithm")) {
            return PROOF_DATA;
        }
        if (record.has("permissionCheck") || record.has("permission-check")) {
            return PERMISSION_CHECK;
        }
        return isBody(record) ? CONTENT_BODY : UNKNOWN;
    }

    private static boolean isLog(Json.Obj record) {
        return "ModelInvocationLog".equals(record.text("schemaType"))
                || (record.text("modelId") != null
                        && record.text("operation") != null
                        && (record.get("input") instanceof Json.Obj || record.get("output") instanceof Json.Obj));
    }

    /** Files beside the records that say what they are in a field of their own. */
    private static RecordKind special(Json.Obj record) {
        String category = record.text("eventCategory");
        String type = record.text("eventType");
        if ("Insight".equals(category) || "AwsCloudTrailInsight".equals(type) || record.has("insightDetails")) {
            return INSIGHT;
        }
        if ("NetworkActivity".equals(category) || (type != null && type.startsWith("AwsVpceEvent"))) {
            return NETWORK_ACTIVITY;
        }
        return "Aggregated".equals(category) || (record.has("timeWindow") && record.has("summary"))
                ? AGGREGATED
                : UNKNOWN;
    }

    /** A prompt or an answer of its own, as logging stores large ones beside the log. */
    private static boolean isBody(Json.Obj record) {
        if (record.has("anthropic_version") || record.get("messages") instanceof Json.Arr) {
            return true;
        }
        String type = record.text("type");
        if (type != null && (STREAM_EVENTS.contains(type) || (type.equals("message") && record.has("role")))) {
            return true;
        }
        if (record.object("output").has("message")
                || ("assistant".equals(record.text("role")) && record.has("content"))) {
            return true;
        }
        for (String name : CONVERSE_EVENTS) {
            if (record.get(name) instanceof Json.Obj) {
                return true;
            }
        }
        return record.has("inputText")
                || record.has("prompt")
                || record.has("generation")
                || record.has("completion")
                || record.has("inputTextTokenCount");
    }
}
