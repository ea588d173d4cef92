package io.outflow.usage;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An application inference profile as AWS answered. Its ARN tells nothing of its model, which never changes; kept for ever, since
 * a deleted one cannot be asked for any more.
 *
 * @param models ARNs of the models that it leads to
 * @param tags empty also where tags may not be read
 * @param seenUntil when AWS last answered so
 */
public record InferenceProfile(
        String arn, String name, List<String> models, Map<String, String> tags, Instant seenUntil) {}
