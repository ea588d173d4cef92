package io.outflow.gaps.internal;

import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.GovernanceKind;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change of how models may be used that did take place.
 *
 * @param target what was changed, without what stands before its name in an ARN; empty where the record names nothing
 * @param mode the retention mode that was set; empty for other changes
 * @param narrows whether selectors of a trail were set so that uses are not recorded: inference is read-only (AWS CloudTrail,
 *     "Logging Amazon Bedrock API calls"), so a trail for writes alone records none of it
 */
record SettingChange(
        Instant at,
        String account,
        String region,
        GovernanceKind kind,
        String operation,
        String target,
        String mode,
        boolean narrows) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static SettingChange of(GovernanceEvent event) {
        var request = request(event.original());
        var target = event.target() == null ? "" : event.target();
        return new SettingChange(
                event.key().time(),
                event.key().account(),
                event.region(),
                event.kind(),
                event.operation(),
                event.kind() == GovernanceKind.TRAIL ? target.substring(target.lastIndexOf('/') + 1) : target,
                event.kind() == GovernanceKind.RETENTION
                        ? request.path("mode").asString("").strip().toLowerCase(java.util.Locale.ROOT)
                        : "",
                event.operation().equals("PutEventSelectors") && narrows(request));
    }

    private static boolean narrows(JsonNode request) {
        var text = request.toString();
        return text.contains("\"readWriteType\":\"WriteOnly\"") || text.contains("\"includeManagementEvents\":false");
    }

    private static JsonNode request(byte[] original) {
        try {
            return JSON.readTree(original).path("requestParameters");
        } catch (JacksonException e) {
            // A record that was kept and cannot be read tells nothing more than its columns do.
            return JSON.createObjectNode();
        }
    }
}
