package io.outflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Writes small CloudTrail files and invocation logs, all made up. */
public final class TrailFiles {
    private TrailFiles() {}

    /** A call of Claude by a user. */
    public static String invoke(int number, String user) {
        return invoke(
                id(number), request(number), "2026-03-02T12:%02d:%02dZ".formatted(number / 60 % 60, number % 60), user);
    }

    public static String invoke(String eventId, String requestId, String time, String user) {
        return """
               {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDA%1$s",\
               "arn":"arn:aws:iam::111122223333:user/%1$s","accountId":"111122223333","userName":"%1$s"},\
               "eventTime":"%2$s","eventSource":"bedrock.amazonaws.com","eventName":"InvokeModel",\
               "awsRegion":"eu-central-1","sourceIPAddress":"192.0.2.10","userAgent":"test",\
               "requestParameters":{"modelId":"anthropic.claude-sonnet-4-5-20250929-v1:0"},"responseElements":null,\
               "requestID":"%3$s","eventID":"%4$s","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,\
               "recipientAccountId":"111122223333","eventCategory":"Management"}""".formatted(user, time, requestId, eventId);
    }

    /** A record of another service. */
    public static String other(int number) {
        return """
               {"eventVersion":"1.11","userIdentity":{"type":"AWSService","invokedBy":"lambda.amazonaws.com"},\
               "eventTime":"2026-03-02T12:00:00Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRole",\
               "awsRegion":"eu-central-1","requestParameters":null,"responseElements":null,"requestID":"%s",\
               "eventID":"%s","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,\
               "recipientAccountId":"111122223333","eventCategory":"Management"}""".formatted(request(number), id(number));
    }

    /** A change of the invocation logging. */
    public static String governance(int number) {
        return """
               {"eventVersion":"1.11","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/ana",\
               "accountId":"111122223333","userName":"ana"},"eventTime":"2026-03-02T13:00:00Z",\
               "eventSource":"bedrock.amazonaws.com","eventName":"DeleteModelInvocationLoggingConfiguration",\
               "awsRegion":"eu-central-1","requestParameters":null,"responseElements":null,"requestID":"%s",\
               "eventID":"%s","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,\
               "recipientAccountId":"111122223333","eventCategory":"Management"}""".formatted(request(number), id(number));
    }

    /** A line of an invocation log; it tells of the call of the same number. */
    public static String logLine(int number, long input, long output) {
        return """
               {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"2026-03-02T12:%02d:%02dZ",\
               "accountId":"111122223333","identity":{"arn":"arn:aws:iam::111122223333:user/ana"},\
               "region":"eu-central-1","requestId":"%s","operation":"InvokeModel",\
               "modelId":"anthropic.claude-sonnet-4-5-20250929-v1:0","inferenceRegion":"eu-west-1",\
               "requestMetadata":{"team":"claims"},\
               "input":{"inputContentType":"application/json","inputBodyJson":{},"inputTokenCount":%d},\
               "output":{"outputContentType":"application/json","outputBodyJson":{},"outputTokenCount":%d}}""".formatted(number / 60 % 60, number % 60, request(number), input, output);
    }

    public static String id(int number) {
        return UUID.nameUUIDFromBytes(("event " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public static String request(int number) {
        return UUID.nameUUIDFromBytes(("request " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** As a trail delivers to S3. */
    public static Path trail(Path file, List<String> records) {
        return gzip(file, "{\"Records\":[" + String.join(",", records) + "]}");
    }

    /** As LookupEvents answers. */
    public static Path lookup(Path file, List<String> records) {
        var events = records.stream()
                .map(r -> "{\"EventName\":\"x\",\"CloudTrailEvent\":\""
                        + r.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}")
                .collect(Collectors.joining(","));
        return write(file, "{\"Events\":[" + events + "]}");
    }

    /** As EventBridge delivers, one a line. */
    public static Path eventBridge(Path file, List<String> records) {
        return write(
                file,
                records.stream()
                        .map(r ->
                                "{\"version\":\"0\",\"id\":\"b\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":"
                                        + r + "}")
                        .collect(Collectors.joining("\n")));
    }

    public static Path lines(Path file, List<String> lines) {
        return gzip(file, String.join("\n", lines));
    }

    public static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path gzip(Path file, String text) {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
