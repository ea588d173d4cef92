package io.outflow.trail;

import java.util.Set;

/**
 * Which CloudTrail records must be parsed, told by event source and event name alone. Most records of an organisation's
 * trail are of other services and need not be.
 */
final class Relevance {
    private static final Set<String> SOURCES = Set.of(
            "bedrock.amazonaws.com",
            "bedrock-runtime.amazonaws.com",
            "bedrock-mantle.amazonaws.com",
            "bedrock-agentcore.amazonaws.com",
            "aws-external-anthropic.amazonaws.com");

    private Relevance() {}

    /** Whether a record of this source and name may be a call of a model or change how models may be used. */
    static boolean matters(String source, String name) {
        return switch (source) {
            // Of IAM only the long-lived keys for Bedrock matter.
            case "iam.amazonaws.com" -> name.contains("ServiceSpecificCredential");
            case "cloudtrail.amazonaws.com" -> !readsOnly(name);
            default -> SOURCES.contains(source) || source.startsWith("bedrock-agent");
        };
    }

    private static boolean readsOnly(String name) {
        return name.startsWith("Get")
                || name.startsWith("List")
                || name.startsWith("Describe")
                || name.startsWith("Lookup");
    }
}
