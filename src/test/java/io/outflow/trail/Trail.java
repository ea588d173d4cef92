package io.outflow.trail;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes CloudTrail records for tests. Values are JSON, so that a test can put anything anywhere. */
final class Trail {
    static final String ROLE_SESSION = """
            {"type":"AssumedRole","principalId":"AROAEXAMPLE:%2$s","arn":"arn:aws:sts::111122223333:assumed-role/%1$s/%2$s",
            "accountId":"111122223333","accessKeyId":"ASIAEXAMPLE","sessionContext":{"sessionIssuer":{"type":"Role",
            "principalId":"AROAEXAMPLE","arn":"arn:aws:iam::111122223333:role/apps/%1$s","accountId":"111122223333",
            "userName":"%1$s"},"attributes":{"mfaAuthenticated":"false"}}}""";

    private final Map<String, String> fields = new LinkedHashMap<>();

    private Trail(String source, String operation) {
        text("eventVersion", "1.11");
        with("userIdentity", ROLE_SESSION.formatted("claims-app", "worker"));
        text("eventTime", "2026-05-04T08:15:30Z");
        text("eventSource", source);
        text("eventName", operation);
        text("awsRegion", "eu-central-1");
        text("sourceIPAddress", "10.1.2.3");
        with("requestParameters", "{\"modelId\":\"anthropic.claude-sonnet-4-5-20250929-v1:0\"}");
        with("responseElements", "null");
        text("requestID", "6f0d5f0e-0000-4000-8000-000000000001");
        text("eventID", "6f0d5f0e-0000-4000-8000-00000000000a");
        with("readOnly", "true");
        text("eventType", "AwsApiCall");
        with("managementEvent", "true");
        text("recipientAccountId", "111122223333");
        text("eventCategory", "Management");
    }

    static Trail bedrock(String operation) {
        return new Trail("bedrock.amazonaws.com", operation);
    }

    static Trail of(String source, String operation) {
        return new Trail(source, operation);
    }

    static Trail mantle(String operation) {
        return new Trail("bedrock-mantle.amazonaws.com", operation)
                .with("requestParameters", "{\"model\":\"anthropic.claude-opus-4-7\"}")
                .data();
    }

    static Trail platform(String operation) {
        return new Trail("aws-external-anthropic.amazonaws.com", operation)
                .with("requestParameters", "{\"model\":\"claude-sonnet-4-5\"}")
                .data();
    }

    Trail data() {
        return with("readOnly", "false").with("managementEvent", "false").text("eventCategory", "Data");
    }

    Trail with(String name, String json) {
        fields.put(name, json);
        return this;
    }

    Trail text(String name, String value) {
        return with(name, "\"" + value + "\"");
    }

    Trail without(String name) {
        fields.remove(name);
        return this;
    }

    Trail session(String role, String session) {
        return with("userIdentity", ROLE_SESSION.formatted(role, session));
    }

    Trail model(String id) {
        return with("requestParameters", "{\"modelId\":\"" + id + "\"}");
    }

    String json() {
        var json = new StringBuilder("{");
        fields.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value.replace("\n", "")));
        return json.append('}').toString();
    }
}
