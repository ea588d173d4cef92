package io.outflow.trail;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Long-term API keys of Bedrock and the Claude Platform: service-specific credentials of IAM users. */
final class ApiKeyCredentials {
    private static final Set<String> OPERATIONS = Set.of(
            "CreateServiceSpecificCredential",
            "UpdateServiceSpecificCredential",
            "DeleteServiceSpecificCredential",
            "ResetServiceSpecificCredential");

    private ApiKeyCredentials() {}

    /** Whether an IAM operation changes such a key. Only some of these records name the service; the users are named after it. */
    static boolean concerns(String operation, Json.Obj record) {
        if (!OPERATIONS.contains(operation)) {
            return false;
        }
        Json.Obj request = record.object("requestParameters");
        Json.Obj response = record.object("responseElements");
        Json.Obj credential = response.object("serviceSpecificCredential");
        return isModelService(request.text("serviceName"))
                || isModelService(response.text("serviceName"))
                || isModelService(credential.text("serviceName"))
                || isKeyUser(request.text("userName"))
                || isKeyUser(credential.text("userName"));
    }

    /** Whether AWS made the user to carry an API key. */
    static boolean isKeyUser(@Nullable String userName) {
        return userName != null && (userName.startsWith("BedrockAPIKey-") || userName.startsWith("AeaApiKey-"));
    }

    private static boolean isModelService(@Nullable String service) {
        if (service == null) {
            return false;
        }
        String lower = service.toLowerCase(Locale.ROOT);
        return lower.startsWith("bedrock") || lower.startsWith("aws-external-anthropic");
    }
}
