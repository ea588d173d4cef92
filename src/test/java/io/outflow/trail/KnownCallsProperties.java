package io.outflow.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A call like one that was read before is told from the bytes that differ, and the same is told as by parsing it. */
class KnownCallsProperties {
    /** Some records are larger. */
    private static final Limits FEW_BYTES = new Limits(1 << 30, 1 << 20, 950, 100, 10);

    private static final String MARKS = "\"\\{}[]:, 0e-\n\t";

    /** Values of each field, the usual one first; empty for none. */
    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("eventVersion", of("\"1.11\"", "\"1.08\""));
        VALUES.put("userIdentity", identities());
        VALUES.put(
                "eventTime",
                of(
                        "\"2026-05-04T08:15:3#Z\"",
                        "\"2026-05-04T#8:15:30Z\"",
                        "\"2026-05-3#T08:15:30Z\"",
                        "\"2026-02-29T08:15:30Z\"",
                        "\"2024-02-29T08:15:30Z\"",
                        "\"2026-05-04T23:59:60Z\"",
                        "\"2026-05-04T24:00:00Z\"",
                        "\"2026-05-04 08:15:30Z\"",
                        "\"2026-05-04T08:15:30.#00Z\"",
                        "\"2026-05-04T08:15:30+01:00\"",
                        "\" 2026-05-04T08:15:30Z\"",
                        "\"1999-05-04T08:15:30Z\"",
                        "\"\"",
                        "1777777777",
                        ""));
        VALUES.put(
                "eventSource",
                of(
                        "\"bedrock.amazonaws.com\"",
                        "\"bedrock-mantle.amazonaws.com\"",
                        "\"aws-external-anthropic.amazonaws.com\"",
                        "\"BEDROCK.amazonaws.com\"",
                        "\"s3.amazonaws.com\"",
                        "\"cloudtrail.amazonaws.com\""));
        VALUES.put(
                "eventName",
                of(
                        "\"InvokeModel\"",
                        "\"Converse\"",
                        "\"InvokeAgent\"",
                        "\"CreateInference\"",
                        "\"InvokeSomethingNew\"",
                        "\"CountTokens\"",
                        "\"StopLogging\"",
                        "\"DeleteGuardrail\"",
                        "\" Converse\""));
        VALUES.put("awsRegion", of("\"eu-central-1\"", "\"us-east-1\"", "\"\"", ""));
        VALUES.put("sourceIPAddress", of("\"10.1.2.#\"", "\"bedrock.amazonaws.com\"", ""));
        VALUES.put("userAgent", of("\"aws-cli/2.#\"", "\"a \\\"quoted\\\" agent\"", "\"ä#\"", ""));
        VALUES.put("errorCode", of("", "\"AccessDenied\"", "\"ResourceNotFoundException\"", "\"ThrottlingException\""));
        VALUES.put(
                "errorMessage",
                of(
                        "",
                        "\"Access denied. This model is old, #.\"",
                        "\"access DENIED\"",
                        "\" Access denied\"",
                        "\"Access \"",
                        "\"   \"",
                        "\"The model # is not there.\""));
        VALUES.put("requestParameters", requests());
        VALUES.put("responseElements", of("null", "{\"output\":\"text #\"}", "{\"modelId\":\"amazon.titan\"}"));
        VALUES.put("additionalEventData", additions());
        VALUES.put(
                "requestID",
                of("\"req-#\"", "\" req-#\"", "\"\"", "\"r\\u0041#\"", "\"" + "r".repeat(600) + "\"", "7", ""));
        VALUES.put(
                "eventID",
                of(
                        "\"event-#\"",
                        "\"event-# \"",
                        "\"  \"",
                        "\"" + "e".repeat(129) + "\"",
                        "\"e\u007f#\"",
                        "5#",
                        "null",
                        ""));
        VALUES.put("readOnly", of("true", "false", "\"true\"", ""));
        VALUES.put(
                "resources",
                of(
                        "",
                        "[{\"ARN\":\"arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0\"}]",
                        "[{\"accountId\":\"111122223333\",\"type\":\"AWS::Bedrock::AgentAlias\",\"ARN\":"
                                + "\"arn:aws:bedrock:eu-central-1:111122223333:agent-alias/AGENT#/X\"}]",
                        "[]"));
        VALUES.put("eventType", of("\"AwsApiCall\"", "\"AwsCloudTrailInsight\"", "\"AwsVpceEvent\""));
        VALUES.put("managementEvent", of("true", "false"));
        VALUES.put("recipientAccountId", of("\"111122223333\"", "\"444455556666\"", "\" \"", ""));
        VALUES.put("vpcEndpointId", of("", "\"vpce-#\"", "\"vpc\"", "\" vpce-#\"", "\"-\""));
        VALUES.put("vpcEndpointAccountId", of("", "\"111122223333\""));
        VALUES.put(
                "addendum",
                of("", "{\"reason\":\"UPDATED_DATA\",\"originalEventID\":\"event-#\"}", "{\"reason\":\"DELAYED\"}"));
        VALUES.put("eventCategory", of("\"Management\"", "\"Data\"", "\"Insight\"", ""));
        VALUES.put(
                "tlsDetails",
                of(
                        "{\"tlsVersion\":\"TLSv1.3\",\"cipherSuite\":\"TLS_#\",\"clientProvidedHostHeader\":\"bedrock\"}",
                        "{\"tlsVersion\":\"TLSv1.2\",\"keyExchange\":\"x25519\"}",
                        "null",
                        ""));
        VALUES.put("input", of("", "\"a prompt #\""));
    }

    private static List<String> of(String... values) {
        return List.of(values);
    }

    private static List<String> identities() {
        String role =
                "{\"type\":\"AssumedRole\",\"principalId\":\"AROA:%1$s\",\"arn\":\"arn:aws:sts::111122223333:assumed-role/app/%1$s\","
                        + "\"accountId\":\"111122223333\",\"accessKeyId\":\"ASIA#\",%2$s\"sessionContext\":{%3$s\"sessionIssuer\":{\"type\":\"Role\","
                        + "\"arn\":\"arn:aws:iam::111122223333:role/apps/app\",\"userName\":\"app\"},\"attributes\":{\"creationDate\":"
                        + "\"2026-05-04T07:00:0#Z\",\"mfaAuthenticated\":\"false\"}}}";
        String user =
                "{\"type\":\"IAMUser\",\"principalId\":\"AIDA\",\"arn\":\"arn:aws:iam::111122223333:user/%1$s\",\"accountId\":"
                        + "\"111122223333\",\"accessKeyId\":\"AKIA#\",\"userName\":\"%1$s\"%2$s}";
        return of(
                role.formatted("worker", "", ""),
                role.formatted("i-0712860e1055fbd8#", "", ""),
                role.formatted("eli@example.com", "", ""),
                role.formatted("BedrockSession-agent#", "", ""),
                role.formatted("botocore-session-123456#", "", ""),
                role.formatted("worker", "\"invokedBy\":\"bedrock.amazonaws.com\",", ""),
                role.formatted("worker", "\"invokedBy\":\"lambda.amazonaws.com\",", ""),
                role.formatted("worker", "", "\"ec2RoleDelivery\":\"2.0\","),
                role.formatted("worker", "", "\"sourceIdentity\":\"eli\","),
                role.formatted(" worker ", "", ""),
                user.formatted("ivan", ""),
                user.formatted("BedrockAPIKey-x", ""),
                user.formatted("ivan", ",\"credentialId\":\"ACCA#\""),
                user.formatted("i\\u0076an", ""),
                "{\"type\":\"Root\",\"arn\":\"arn:aws:iam::111122223333:root\",\"accountId\":\"111122223333\"}",
                "{\"type\":\"AWSAccount\",\"principalId\":\"x\",\"accountId\":\"anonymous\"}",
                "{\"type\":\"AWSService\",\"invokedBy\":\"AWS Internal\"}",
                "{\"onBehalfOf\":{\"userId\":\"u-#\",\"identityStoreArn\":\"arn\"},\"accountId\":\"111122223333\"}",
                "null",
                "");
    }

    private static List<String> requests() {
        String claude = "\"anthropic.claude-sonnet-4-5-20250929-v1:0\"";
        return of(
                "{\"modelId\":" + claude + "}",
                "{\"modelId\":\"amazon.nova-pro-v1:0\"}",
                "{\"modelId\":\"eu.anthropic.claude-sonnet-4-5-20250929-v1:0\"}",
                "{\"modelId\":\" amazon.nova-pro-v1:0\"}",
                "{\"modelId\":\"\"}",
                "{\"modelId\":\"  \",\"model\":\"claude-x\"}",
                "{\"modelId\":1#}",
                "{\"modelId\":" + claude + ",\"guardrailIdentifier\":\"gr#\",\"guardrailVersion\":\"#\"}",
                "{\"modelId\":" + claude + ",\"guardrailIdentifier\":\" \"}",
                "{\"modelId\":" + claude + ",\"guardrailIdentifier\":\"\"}",
                "{\"modelId\":" + claude + ",\"callWithBearerToken\":true,\"bearerTokenType\":\"LONG_TERM\"}",
                "{\"modelId\":" + claude + ",\"messages\":[{\"role\":\"user\",\"content\":\"secret #\"}]}",
                "{\"modelId\":" + claude + ",\"metadata\":{\"team\":\"t#\",\"project\":\"p\"}}",
                "{\"modelId\":" + claude + ",\"unheardOf\":\"#\"}",
                "{\"model\":\"anthropic.claude-opus-4-7\",\"stream\":true}",
                "{\"agentId\":\"A#\"}",
                "{ \"modelId\":" + claude + "}",
                "{\"modelId\":" + claude + ",\"modelId\":" + claude + "}",
                "null",
                "");
    }

    private static List<String> additions() {
        return of(
                "",
                "{\"inputTokens\":1#,\"outputTokens\":#}",
                "{\"inputTokens\":#,\"outputTokens\":2#,\"cacheReadInputTokens\":#,\"cacheWriteInputTokens\":0}",
                "{\"inputTokens\":12345678901234567#}",
                "{\"inputTokens\":100000000000000#}",
                "{\"inputTokens\":1.#}",
                "{\"inputTokens\":-#}",
                "{\"inputTokens\":0#}",
                "{\"inputTokens\":\"1#\"}",
                "{\"inputTokens\":null,\"outputTokens\":#}",
                "{\"inferenceRegion\":\"eu-west-#\"}",
                "{\"inferenceRegion\":\"eu-west-1\",\"inputTokens\":1e#}",
                "{\"callWithBearerToken\":true}",
                "{\"callWithBearerToken\":false,\"inputTokens\":#}");
    }

    @Property(tries = 400)
    void everyFileTellsTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int records, @ForAll boolean small) {
        var random = new Random(seed);
        var files = List.of(file(random, records), file(random, records), file(random, records));

        assertSame(files, small ? FEW_BYTES : Limits.STANDARD);
    }

    @Property(tries = 600)
    void everyDamagedFileTellsTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 20) int records, @ForAll @IntRange(max = 3) int kind) {
        var random = new Random(seed);
        var files = List.of(file(random, records), damaged(file(random, records), random, kind));

        assertSame(files, Limits.STANDARD);
    }

    @Example
    void aCallLikeTheOneBeforeNeedsNoParsing() {
        var known = new KnownCalls();
        byte[] first = padded(Sample.call(1));
        byte[] second = padded(Sample.call(2).replace("08:15:30", "21:00:01"));
        var caught = new Caught();
        var reader = new RecordReader(caught, Limits.STANDARD, known, TextScanner.NONE, BodyObjects.NONE);
        var place = new Place("", 1, 0, first.length);

        assertThat(known.read(first, 0, first.length - Walker.PAD, place, caught))
                .isFalse();
        reader.read(first, 0, first.length - Walker.PAD, place);
        assertThat(known.read(second, 0, second.length - Walker.PAD, place, caught))
                .isTrue();

        assertThat(caught.kept.getLast().key())
                .isEqualTo(new EventKey(java.time.Instant.parse("2026-05-04T21:00:01Z"), "111122223333", "event-2"));
        assertThat(known.end(first, 0, first.length - Walker.PAD)).isEqualTo(first.length - Walker.PAD);
    }

    @Example
    void whatItHoldsIsBounded() {
        var files = new ArrayList<byte[]>();
        for (int i = 0; i < 10; i++) {
            var json = new StringBuilder("{\"Records\":[");
            for (int record = 0; record < 1000; record++) {
                int number = i * 1000 + record;
                json.append(record == 0 ? "" : ",")
                        .append(Sample.call(number)
                                .replace("claims-app", "app-" + number)
                                .replace("sonnet", "s" + number));
            }
            files.add(json.append("]}").toString().getBytes(UTF_8));
        }

        assertSame(files, Limits.STANDARD);
    }

    /** Shows the first difference alone. */
    private static void assertSame(List<byte[]> files, Limits limits) {
        var fast = read(files, limits, new KnownCalls()).iterator();
        for (String slow : read(files, limits, new KnownCalls(0))) {
            assertThat(fast.next()).isEqualTo(slow);
        }
        assertThat(fast.hasNext()).isFalse();
    }

    private static byte[] padded(String record) {
        byte[] bytes = record.getBytes(UTF_8);
        return Arrays.copyOf(bytes, bytes.length + Walker.PAD);
    }

    private static byte[] file(Random random, int records) {
        var json = new StringBuilder("{\"Records\":[");
        for (int i = 0; i < records; i++) {
            json.append(i == 0 ? "" : ",").append(record(random));
        }
        return json.append("]}").toString().getBytes(UTF_8);
    }

    private static String record(Random random) {
        int strange = random.nextInt(3);
        var fields = new ArrayList<String>();
        VALUES.forEach((name, values) -> {
            boolean usual = random.nextInt(strange == 0 ? 40 : 8) > 0;
            String value = usual ? values.getFirst() : values.get(random.nextInt(values.size()));
            if (!value.isEmpty()) {
                fields.add("\"" + name + "\":" + value.replace("#", Integer.toString(random.nextInt(10))));
            }
        });
        if (random.nextInt(10) == 0) {
            Collections.shuffle(fields, new Random(random.nextInt(3)));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static byte[] damaged(byte[] file, Random random, int kind) {
        int at = random.nextInt(file.length);
        return switch (kind) {
            case 0 -> Arrays.copyOf(file, at);
            case 1 -> with(file, at, (byte) random.nextInt(256));
            case 2 -> with(file, at, (byte) MARKS.charAt(random.nextInt(MARKS.length())));
            default -> {
                byte[] cut = new byte[file.length - 1];
                System.arraycopy(file, 0, cut, 0, at);
                System.arraycopy(file, at + 1, cut, at, cut.length - at);
                yield cut;
            }
        };
    }

    private static byte[] with(byte[] file, int at, byte changed) {
        byte[] copy = file.clone();
        copy[at] = changed;
        return copy;
    }

    private static List<String> read(List<byte[]> files, Limits limits, KnownCalls known) {
        var reader = new TrailReader(limits, () -> TextScanner.NONE, true, () -> known);
        var told = new ArrayList<String>();
        for (byte[] file : files) {
            var caught = new Caught();
            told.add(reader.read(LogBytes.of(file), caught, BodyObjects.NONE).toString());
            told.addAll(caught.words());
        }
        return told;
    }
}
