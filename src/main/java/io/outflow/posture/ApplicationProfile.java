package io.outflow.posture;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An application inference profile, whose ARN tells nothing of the model. Kept for ever, since a deleted one cannot be asked
 * for any more.
 *
 * @param models ARNs of the models that it leads to
 * @param tags empty also where tags may not be read
 * @param seenUntil when it was last seen
 */
public record ApplicationProfile(
        String arn, String name, List<String> models, Map<String, String> tags, Instant seenUntil) {}
