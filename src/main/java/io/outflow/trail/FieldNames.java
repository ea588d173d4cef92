package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The field names that CloudTrail records and invocation logs use over and over, so that reading them makes no new texts.
 * The table never grows: names inside of prompts must not outlive the reading of their record.
 */
final class FieldNames {
    private static final String[] KNOWN = """
            ARN accessKeyId accountId actionReason addendum additionalEventData agentAliasId agentId amazon-bedrock-guardrailAction
            amazon-bedrock-trace anthropic_version apiVersion arn assumedRoot attributes awsRegion bearerTokenType
            cacheReadInputTokenCount cacheReadInputTokens cacheWriteInputTokenCount cacheWriteInputTokens
            cache_creation_input_tokens cache_read_input_tokens callWithBearerToken cipherSuite clientProvidedHostHeader
            content creationDate credentialId credentialsIssuedTo delta detail detail-type ec2RoleDelivery edgeDeviceDetails
            environment errorCode errorMessage eventCategory eventContext eventID eventName eventSource eventTime eventType
            eventVersion federatedProvider guardrailConfig guardrailIdentifier guardrailVersion id identity
            identityProvider identityStoreArn inScopeOf inferenceConfig inferenceRegion input inputBodyJson inputBodyS3Path
            inputContentType inputTokenCount inputTokens input_tokens insightDetails invokedBy invokedByDelegate issuerType
            keyExchange knowledgeBaseId latencyMs managementEvent max_tokens message messages metadata metrics mfaAuthenticated
            model modelArn modelId name onBehalfOf operation originalEventID originalRequestID output outputBodyJson
            outputBodyS3Path outputContentType outputTokenCount outputTokens output_tokens principalId project reason
            readOnly recipientAccountId region requestID requestId requestMetadata requestParameters resources
            responseElements role schemaType schemaVersion serviceEventDetails serviceName service_tier
            sessionContext sessionCredentialFromConsole sessionIssuer sharedEventID signInSessionArn source
            sourceAccount sourceArn sourceIPAddress sourceIdentity stopReason stop_reason stream system team text time
            timestamp tlsDetails tlsVersion totalTokens type updatedFields usage userAgent userId userIdentity userName
            vpcEndpointAccountId vpcEndpointId webIdFederationData
            """.strip().split("\\s+");

    private static final int MASK = 1023;
    private static final String[] NAMES = new String[MASK + 1];
    private static final byte[][] BYTES = new byte[MASK + 1][];

    static {
        Arrays.fill(NAMES, "");
        Arrays.fill(BYTES, new byte[0]);
        for (String name : KNOWN) {
            byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
            int slot = slot(bytes, 0, bytes.length);
            while (!NAMES[slot].isEmpty()) {
                slot = slot + 1 & MASK;
            }
            NAMES[slot] = name.intern();
            BYTES[slot] = bytes;
        }
    }

    private FieldNames() {}

    /** The name, which is one object for all texts that are equal; null where it is none of these. */
    static @Nullable String known(Json.Text text) {
        if (text.escaped()) {
            return null;
        }
        byte[] bytes = text.bytes();
        int slot = slot(bytes, text.from(), text.to());
        while (!NAMES[slot].isEmpty()) {
            if (Arrays.equals(BYTES[slot], 0, BYTES[slot].length, bytes, text.from(), text.to())) {
                return NAMES[slot];
            }
            slot = slot + 1 & MASK;
        }
        return null;
    }

    /** From the length and the first eight bytes. */
    private static int slot(byte[] bytes, int from, int to) {
        int length = to - from;
        long word = 0;
        if (from + 8 <= bytes.length) {
            word = Words.at(bytes, from);
            word = length < 8 ? word & (1L << length * 8) - 1 : word;
        } else {
            for (int i = Math.min(8, length) - 1; i >= 0; i--) {
                word = word << 8 | bytes[from + i] & 0xff;
            }
        }
        long hash = (word ^ length * 0x9e3779b97f4a7c15L) * 0xc2b2ae3d27d4eb4fL;
        return (int) (hash >>> 40) & MASK;
    }
}
