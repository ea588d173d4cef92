package io.outflow.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a governance event changed, where the record names it. */
final class ChangeTargets {
    private static final List<String> IN_REQUEST = List.of(
            "guardrailIdentifier",
            "inferenceProfileIdentifier",
            "inferenceProfileName",
            "provisionedModelId",
            "provisionedModelName",
            "modelId",
            "trailName",
            "resourceArn",
            "project_id",
            "projectId",
            "workspace_id",
            "workspaceId",
            "serviceSpecificCredentialId",
            "customModelDeploymentIdentifier",
            "promptRouterArn",
            "endpointArn",
            "userName",
            "name");

    private static final List<String> IN_RESPONSE = List.of(
            "guardrailId", "inferenceProfileArn", "provisionedModelArn", "trailARN", "id", "workspaceId", "projectId");

    private ChangeTargets() {}

    static @Nullable String of(Json.Obj record) {
        Json.Obj request = record.object("requestParameters");
        for (String field : IN_REQUEST) {
            String target = request.text(field);
            // CloudTrail hides some names and says so in their place.
            if (target != null && !target.startsWith("HIDDEN_DUE_TO")) {
                return Texts.clean(target);
            }
        }
        Json.Obj response = record.object("responseElements");
        for (String field : IN_RESPONSE) {
            String target = response.text(field);
            if (target != null) {
                return Texts.clean(target);
            }
        }
        return null;
    }
}
