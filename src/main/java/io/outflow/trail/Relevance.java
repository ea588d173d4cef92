package io.outflow.trail;

import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** Returns why a record of this source and name need not be parsed, or null where it must be. */
    static @Nullable SkipReason skipReason(String source, String name) {
        return switch (source) {
            // Of IAM only the long-lived keys for Bedrock matter.
            case "iam.amazonaws.com" -> name.contains("ServiceSpecificCredential") ? null : SkipReason.OTHER_SERVICE;
            case "cloudtrail.amazonaws.com" -> readsOnly(name) ? SkipReason.READ_ONLY : null;
            default -> SOURCES.contains(source) || source.startsWith("bedrock-agent") ? null : SkipReason.OTHER_SERVICE;
        };
    }

    private static boolean readsOnly(String name) {
        return name.startsWith("Get")
                || name.startsWith("List")
                || name.startsWith("Describe")
                || name.startsWith("Lookup");
    }
}
