package io.outflow.classification;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can match on. Region is the Region that was called; profile is the model id as written, so that an inference
 * profile's ARN can be named.
 */
public record CallFacts(
        String account,
        String callerId,
        String callerName,
        @Nullable String role,
        @Nullable String session,
        String modelId,
        String modelName,
        String channel,
        String region,
        @Nullable String project,
        Map<String, String> metadata) {}
