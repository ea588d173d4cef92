package io.outflow.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Made-up records and the forms in which files carry them. */
final class Sample {
    private Sample() {}

    /** A use of Claude. */
    static String call(int number) {
        return """
                {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLE:worker",\
                "arn":"arn:aws:sts::111122223333:assumed-role/claims-app/worker","accountId":"111122223333"},\
                "eventTime":"2026-05-04T08:15:30Z","eventSource":"bedrock.amazonaws.com","eventName":"InvokeModel",\
                "awsRegion":"eu-central-1","requestParameters":{"modelId":"anthropic.claude-sonnet-4-5-20250929-v1:0"},\
                "requestID":"req-%1$d","eventID":"event-%1$d","readOnly":true,"managementEvent":true,\
                "recipientAccountId":"111122223333","eventCategory":"Management"}""".formatted(number);
    }

    /** A read of another service: skipped by its source, and a proof that its day was logged. */
    static String other(int number) {
        return call(number).replace("bedrock.", "ec2.").replace("InvokeModel", "DescribeInstances");
    }

    /** A line of an invocation log. */
    static String logLine(int number) {
        return """
                {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"2026-05-04T08:15:30Z",\
                "accountId":"111122223333","region":"eu-central-1","requestId":"req-%d","operation":"Converse",\
                "modelId":"anthropic.claude-sonnet-4-5-20250929-v1:0","identity":{"arn":\
                "arn:aws:sts::111122223333:assumed-role/claims-app/worker"},"input":{"inputTokenCount":3},\
                "output":{"outputTokenCount":5}}""".formatted(number);
    }

    /** An event of the event history. */
    static String lookupEvent(int number) {
        return "{\"EventId\":\"event-" + number + "\",\"EventName\":\"InvokeModel\",\"CloudTrailEvent\":\""
                + call(number).replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    static String records(String... records) {
        return "{\"Records\":[" + String.join(",", records) + "]}";
    }

    static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] gzip(String content) {
        return gzip(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
