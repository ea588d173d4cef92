package io.outflow.sample.internal;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One CloudTrail record, put together in the order in which CloudTrail writes its fields. */
final class TrailRecord {
    private final Account account;
    private final String region;
    private final Identity.Session session;
    private final Instant time;
    private final String source;
    private final String name;

    private String userAgent = "aws-sdk-java/2.34.5 ua/2.1 os/Linux#6.1 lang/java#25.0.1";
    private @Nullable String host;
    private @Nullable String errorCode;
    private @Nullable String errorMessage;
    private @Nullable Consumer<Json> request;
    private @Nullable Consumer<Json> response;
    private @Nullable Consumer<Json> extra;
    private boolean readOnly = true;
    private boolean data;
    private @Nullable String resourceType;
    private @Nullable String resourceArn;
    private @Nullable String endpoint;

    TrailRecord(Account account, String region, Identity.Session session, Instant time, String source, String name) {
        this.account = account;
        this.region = region;
        this.session = session;
        this.time = time;
        this.source = source;
        this.name = name;
    }

    TrailRecord userAgent(String newUserAgent) {
        userAgent = newUserAgent;
        return this;
    }

    TrailRecord host(String newHost) {
        host = newHost;
        return this;
    }

    TrailRecord error(@Nullable String code, @Nullable String message) {
        errorCode = code;
        errorMessage = message;
        return this;
    }

    TrailRecord request(Consumer<Json> fields) {
        request = fields;
        return this;
    }

    TrailRecord response(Consumer<Json> fields) {
        response = fields;
        return this;
    }

    TrailRecord extra(@Nullable Consumer<Json> fields) {
        extra = fields;
        return this;
    }

    TrailRecord writes() {
        readOnly = false;
        return this;
    }

    TrailRecord dataEvent(String type, String arn) {
        data = true;
        resourceType = type;
        resourceArn = arn;
        return this;
    }

    TrailRecord through(@Nullable String newEndpoint) {
        endpoint = newEndpoint;
        return this;
    }

    /** Writes the record; its ids are drawn, the request id is given so that an invocation log can share it. */
    void write(Json json, Draw draw, String requestId) {
        json.open().put("eventVersion", "1.11");
        session.write(json, time);
        json.put("eventTime", time.toString())
                .put("eventSource", source)
                .put("eventName", name)
                .put("awsRegion", region);
        String address = session.address();
        json.put("sourceIPAddress", address == null ? "bedrock.amazonaws.com" : address)
                .put("userAgent", address == null ? "bedrock.amazonaws.com" : userAgent);
        if (errorCode != null) {
            json.put("errorCode", errorCode);
        }
        if (errorMessage != null) {
            json.put("errorMessage", errorMessage);
        }
        object(json, "requestParameters", request);
        object(json, "responseElements", response);
        if (extra != null) {
            object(json, "additionalEventData", extra);
        }
        json.put("requestID", requestId).put("eventID", draw.uuid()).put("readOnly", readOnly);
        if (resourceType != null && resourceArn != null) {
            json.openList("resources")
                    .open()
                    .put("accountId", account.number)
                    .put("type", resourceType)
                    .put("ARN", resourceArn)
                    .close()
                    .closeList();
        }
        json.put("eventType", "AwsApiCall").put("managementEvent", !data).put("recipientAccountId", account.number);
        if (endpoint != null) {
            json.put("vpcEndpointId", endpoint).put("vpcEndpointAccountId", account.number);
        }
        json.put("eventCategory", data ? "Data" : "Management");
        if (address != null) {
            json.open("tlsDetails")
                    .put("tlsVersion", "TLSv1.3")
                    .put("cipherSuite", "TLS_AES_128_GCM_SHA256")
                    .put("clientProvidedHostHeader", host == null ? host() : host)
                    .close();
        }
        json.close();
    }

    private String host() {
        return source.replace(".amazonaws.com", "." + region + ".amazonaws.com");
    }

    private static void object(Json json, String name, @Nullable Consumer<Json> fields) {
        if (fields == null) {
            json.putNull(name);
        } else {
            json.open(name);
            fields.accept(json);
            json.close();
        }
    }
}
