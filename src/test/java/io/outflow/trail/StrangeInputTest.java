package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a record holds, reading it ends in exactly one of kept, skipped and rejected, and never in an exception. */
class StrangeInputTest {
    private static final List<String> SEEDS = List.of(
            Trail.bedrock("Converse")
                    .with("additionalEventData", "{\"inputTokens\":1.5e3,\"inferenceRegion\":\"eu-west-3\"}")
                    .json(),
            Trail.mantle("CreateInference")
                    .with("resources", "[{\"ARN\":\"arn:aws:bedrock-mantle:us-east-1:1:project/p\"}]")
                    .json(),
            Trail.bedrock("InvokeModel")
                    .session("kb", "BedrockSession-A1")
                    .text("errorCode", "AccessDenied")
                    .json(),
            Trail.bedrock("DeleteGuardrail").json(),
            Trail.of("s3.amazonaws.com", "GetObject").json(),
            "{\"CloudTrailEvent\":"
                    + CloudTrailReaderTest.quoted(Trail.bedrock("InvokeModel").json()) + "}",
            "{\"detail-type\":\"x\",\"detail\":"
                    + Trail.platform("CreateInference").json() + "}",
            InvocationLogReaderTest.line(
                    "InvokeModelWithResponseStream",
                    "arn:aws:bedrock:eu-west-1:1:custom-model/anthropic.claude-3.x/abc",
                    "{\"inputBodyJson\":{\"anthropic_version\":\"x\"}}",
                    "{\"outputBodyJson\":[{\"type\":\"message_start\",\"message\":{\"model\":\"claude-x\"}}]}",
                    ",\"requestMetadata\":{\"a\":\"b\"}"),
            "{\"eventType\":\"AwsCloudTrailInsight\",\"insightDetails\":{}}");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-0",
            "1e99999",
            "12345678901234567890",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"arn:aws:iam::1:role/\"",
            "\"arn:::::\"",
            "\"arn:aws:sts::1:assumed-role/a/\"",
            "\"%\"",
            "\"[1m]\"",
            "\"anthropic.claude-\"",
            "\"us.anthropic.claude\"",
            "\"1e13\"",
            "\"2026-05-04T08:15:30\"",
            "[]",
            "{}",
            "[[{}]]",
            "{\"ARN\":null}",
            "[{\"ARN\":\":project/\"}]",
            "{\"x\":{\"y\":[1]}}");

    @Property(tries = 3000)
    void changedBytes(
            @ForAll @IntRange(max = 8) int seed,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1_000_000) Integer> places,
            @ForAll byte with) {
        byte[] bytes = SEEDS.get(seed).getBytes(StandardCharsets.UTF_8);
        places.forEach(place -> bytes[place % bytes.length] ^= with);

        readsOnce(bytes);
    }

    @Property(tries = 1500)
    void cutAndDoubledBytes(
            @ForAll @IntRange(max = 8) int seed,
            @ForAll @IntRange(max = 1_000_000) int from,
            @ForAll @IntRange(max = 1_000_000) int length) {
        String text = SEEDS.get(seed);
        int start = from % text.length();
        int end = start + length % (text.length() - start);

        readsOnce((text.substring(0, start) + text.substring(end)).getBytes(StandardCharsets.UTF_8));
        readsOnce((text.substring(0, end) + text.substring(start)).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 4000)
    void changedValues(
            @ForAll @IntRange(max = 8) int seed,
            @ForAll @IntRange(max = 1_000_000) int field,
            @ForAll("value") String value)
            throws JsonFault {
        byte[] bytes = SEEDS.get(seed).getBytes(StandardCharsets.UTF_8);
        Json json = new JsonParser(100).parse(bytes, 0, bytes.length);
        byte[] other = value.getBytes(StandardCharsets.UTF_8);
        Json replaced = replaced(json, new int[] {field % 40}, new JsonParser(100).parse(other, 0, other.length));

        readsOnce(new JsonWriter().compact(replaced));
    }

    @Property(tries = 1000)
    void anyText(@ForAll String text) {
        readsOnce(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Texts.clean(text)).hasSizeLessThanOrEqualTo(512).doesNotContain("\u0000");
    }

    @Property(tries = 1000)
    void anyNameInAColumn(@ForAll String text) {
        Times.read(text);
        ModelIds.read(text, Channel.BEDROCK_RUNTIME);
        ModelIds.read("arn:aws:bedrock:::custom-model/" + text, Channel.CLAUDE_PLATFORM);
        assertThat(CallerReader.ofArn(text).name()).isNotNull();
        assertThat(CallerReader.ofArn("arn:aws:sts::1:assumed-role/" + text).id())
                .isNotNull();
        assertThat(Failure.of(text, text).outcome()).isNotEqualTo(Outcome.USE);
    }

    @Provide
    Arbitrary<String> value() {
        return Arbitraries.of(VALUES);
    }

    private static void readsOnce(byte[] bytes) {
        Records records = new Records();
        records.add(bytes);
        assertThat(records.kept.size() + records.skipped.size() + records.rejected.size())
                .isEqualTo(1);
        for (Reading reading : records.kept) {
            assertThat(reading.key().id()).isNotBlank().hasSizeLessThanOrEqualTo(128);
            assertThat(reading.key().account()).isNotBlank();
            assertThat(OriginalRecord.of(reading.original()).fields()).isNotEmpty();
            assertThat(String.valueOf(reading)).doesNotContain("\u0000");
        }
    }

    /** Replaces the value that is reached when so many were passed. */
    private static Json replaced(Json json, int[] left, Json by) {
        if (left[0]-- == 0) {
            return by;
        }
        if (json instanceof Json.Obj object) {
            Json.Obj changed = object;
            for (int i = 0; i < object.size(); i++) {
                changed = changed.with(object.name(i), replaced(object.value(i), left, by));
            }
            return changed;
        }
        if (json instanceof Json.Arr array) {
            return new Json.Arr(
                    array.elements().stream().map(e -> replaced(e, left, by)).toList());
        }
        return json;
    }
}
