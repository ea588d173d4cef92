package io.outflow.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** CloudTrail files with few records, all of them known. */
final class MadeLogs {
    static final Instant FIRST = Instant.parse("2026-11-10T08:00:00Z");
    static final String ACCOUNT = "111122223333";

    private final List<String> records = new ArrayList<>();

    /** Calls of a model, a minute apart. */
    MadeLogs calls(int count, String session, String role, String model) {
        for (var i = 0; i < count; i++) {
            records.add(call(records.size(), session, role, model, "", "10.0.0.7"));
        }
        return this;
    }

    MadeLogs denied(int count, String session, String role, String model) {
        for (var i = 0; i < count; i++) {
            records.add(call(
                    records.size(),
                    session,
                    role,
                    model,
                    "\"errorCode\":\"AccessDenied\",\"errorMessage\":\"not authorized\",",
                    "10.0.0.7"));
        }
        return this;
    }

    /** Records of another service. */
    MadeLogs other(int count) {
        for (var i = 0; i < count; i++) {
            var number = records.size();
            records.add("""
                    {"eventVersion":"1.11","eventTime":"%s","eventSource":"ec2.amazonaws.com","eventName":"RunInstances",\
                    "awsRegion":"eu-central-1","eventID":"%s","eventType":"AwsApiCall","readOnly":false,\
                    "managementEvent":true,"recipientAccountId":"%s","eventCategory":"Management",\
                    "userIdentity":{"type":"IAMUser","accountId":"%s","userName":"builder"}}""".formatted(time(number), id(number), ACCOUNT, ACCOUNT));
        }
        return this;
    }

    /** The first call again, with another address: same key, other content. */
    MadeLogs contradictionOfTheFirstCall(String session, String role, String model) {
        records.add(call(0, session, role, model, "", "10.0.0.8"));
        return this;
    }

    /** A record of a model call without a time. */
    MadeLogs withoutTime() {
        records.add(call(records.size(), "nobody", "lost", "anthropic.claude-opus-4-1-20250805-v1:0", "", "10.0.0.9")
                .replaceAll("\"eventTime\":\"[^\"]*\",", ""));
        return this;
    }

    Path writeTo(Path file) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("{\"Records\":[" + String.join(",", records) + "]}").getBytes(UTF_8));
        }
        return file;
    }

    private static String call(int number, String session, String role, String model, String error, String address) {
        return """
                {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLE:%2$s",\
                "arn":"arn:aws:sts::%1$s:assumed-role/%3$s/%2$s","accountId":"%1$s",\
                "sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::%1$s:role/%3$s","accountId":"%1$s",\
                "userName":"%3$s"}}},"eventTime":"%4$s","eventSource":"bedrock.amazonaws.com","eventName":"InvokeModel",\
                "awsRegion":"eu-central-1","sourceIPAddress":"%8$s","userAgent":"aws-sdk-java/2.31.0",%7$s\
                "requestParameters":{"modelId":"%5$s"},"responseElements":null,\
                "requestID":"%6$s","eventID":"%6$s","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,\
                "recipientAccountId":"%1$s","eventCategory":"Management"}""".formatted(ACCOUNT, session, role, time(number), model, id(number), error, address);
    }

    private static Instant time(int number) {
        return FIRST.plus(Duration.ofMinutes(number));
    }

    private static UUID id(int number) {
        return UUID.nameUUIDFromBytes(("made record " + number).getBytes(UTF_8));
    }
}
