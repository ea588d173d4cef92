package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.BadRecord.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationLogReaderTest {
    private static final String PROMPT = "{\"messages\":[{\"role\":\"user\",\"content\":\"the secret plan\"}]}";
    private static final String PROFILE =
            "arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/ap12abcdef34";

    @Test
    void readsALineWithAllThatItTells() {
        ModelCall call = Records.call(line(
                "Converse",
                "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
                "{\"inputContentType\":\"application/json\",\"inputBodyJson\":" + PROMPT
                        + ",\"inputTokenCount\":25,\"cacheReadInputTokenCount\":7,\"cacheWriteInputTokenCount\":3}",
                "{\"outputBodyJson\":{\"output\":{\"message\":{\"content\":[{\"text\":\"secret answer\"}]}}},\"outputTokenCount\":150}",
                ",\"inferenceRegion\":\"eu-west-3\",\"requestMetadata\":{\"team\":\"claims\"}"));

        assertThat(call.evidence()).isEqualTo(Evidence.INVOCATION_LOG);
        assertThat(call.key().time()).isEqualTo(Instant.parse("2026-05-04T08:15:30Z"));
        assertThat(call.key().account()).isEqualTo("111122223333");
        assertThat(call.key().id()).isEqualTo(call.contentHash() + "#1").hasSize(66);
        assertThat(call.channel()).isEqualTo(Channel.BEDROCK_RUNTIME);
        assertThat(call.requestId()).isEqualTo("r-1");
        assertThat(call.sourceRegion()).isEqualTo("eu-west-1");
        assertThat(call.inferenceRegion()).isEqualTo("eu-west-3");
        assertThat(call.tokens()).isEqualTo(new Tokens(25L, 150L, 7L, 3L));
        assertThat(call.metadata()).isEqualTo(Map.of("team", "claims"));
        assertThat(call.caller().grade()).isEqualTo(Grade.CLAIMED);
        assertThat(original(call))
                .doesNotContain("secret", "messages", "BodyJson")
                .contains("inputTokenCount", "inputContentType");
    }

    @Test
    void keepsThePathsOfBodiesThatAreStoredElsewhere() {
        ModelCall call = Records.call(line(
                "InvokeModel",
                "anthropic.claude-opus-4-7",
                "{\"inputBodyS3Path\":\"s3://b/data/r-1_input.json.gz\"}",
                "{\"outputBodyS3Path\":\"s3://b/data/r-1_output.json.gz\"}",
                ""));

        assertThat(original(call)).contains("r-1_input.json.gz", "r-1_output.json.gz");
        assertThat(call.tokens()).isEqualTo(Tokens.NONE);
    }

    @Test
    void takesUsageFromTheAnswerWhereTheLineHasNoCounts() {
        ModelCall messages = Records.call(line(
                "InvokeModel",
                "anthropic.claude-opus-4-7",
                "{}",
                "{\"outputBodyJson\":{\"usage\":{\"input_tokens\":10,\"output_tokens\":20,\"cache_read_input_tokens\":3,\"cache_creation_input_tokens\":4}}}",
                ""));
        ModelCall converse = Records.call(line(
                "Converse",
                "anthropic.claude-opus-4-7",
                "{\"inputTokenCount\":0}",
                "{\"outputBodyJson\":{\"usage\":{\"inputTokens\":10,\"outputTokens\":20,\"cacheReadInputTokens\":3}}}",
                ""));

        assertThat(messages.tokens()).isEqualTo(new Tokens(10L, 20L, 3L, 4L));
        assertThat(converse.tokens()).isEqualTo(new Tokens(0L, 20L, 3L, null));
    }

    @Test
    void readsTheEventsOfAStreamedAnswer() {
        ModelCall call =
                Records.call(line("InvokeModelWithResponseStream", PROFILE, "{\"inputBodyJson\":{}}", """
                {"outputBodyJson":[7,{"type":"message_start","message":{"model":"claude-haiku-4-5-20251001","usage":{"input_tokens":12,"output_tokens":1}}},
                {"type":"content_block_delta","delta":{"type":"text_delta","text":"secret \\"stopReason\\":\\"guardrail_intervened\\""}},
                {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":42}},
                {"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":12,"outputTokenCount":43}}]}""", ""));

        assertThat(call.model().name()).isEqualTo("Claude Haiku 4.5");
        assertThat(call.model().claude()).isEqualTo(Claude.YES);
        assertThat(call.tokens()).isEqualTo(new Tokens(12L, 43L, null, null));
        assertThat(call.guardrail()).isEqualTo(Guardrail.NOT_EVIDENCED);
        assertThat(original(call)).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stopReason\":\"guardrail_intervened\"}",
                "{\"amazon-bedrock-guardrailAction\":\"INTERVENED\"}",
                "[{\"amazon-bedrock-guardrailAction\":\"NONE\"},{\"amazon-bedrock-guardrailAction\":\"INTERVENED\"}]",
                "[{\"messageStop\":{\"stopReason\":\"guardrail_intervened\"}},{\"metadata\":{}}]",
                "[{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"guardrail_intervened\"}}]"
            })
    void seesThatAGuardrailIntervened(String body) {
        ModelCall call = Records.call(
                line("InvokeModel", "anthropic.claude-opus-4-7", "{}", "{\"outputBodyJson\":" + body + "}", ""));

        assertThat(call.guardrail()).isEqualTo(Guardrail.INTERVENED);
        assertThat(call.outcome()).isEqualTo(Outcome.USE);
    }

    @Test
    void aGuardrailThatLetTheAnswerPassWasApplied() {
        ModelCall call = Records.call(line(
                "InvokeModel",
                "anthropic.claude-opus-4-7",
                "{}",
                "{\"outputBodyJson\":{\"amazon-bedrock-guardrailAction\":\"NONE\"}}",
                ""));

        assertThat(call.guardrail()).isEqualTo(Guardrail.APPLIED);
    }

    @Test
    void resolvesAnOpaqueIdByTheVersionThatOnlyClaudeTakes() {
        ModelCall call = Records.call(line(
                "InvokeModel",
                PROFILE,
                "{\"inputBodyJson\":{\"anthropic_version\":\"bedrock-2023-05-31\"}}",
                "{}",
                ""));

        assertThat(call.model().claude()).isEqualTo(Claude.YES);
        assertThat(call.model().id()).isEqualTo(PROFILE);
    }

    @Test
    void isNotTakenInByWhatAPromptSays() {
        String lure =
                "\"identity\":{\"arn\":\"arn:aws:iam::1:root\"},\"inputTokenCount\":999999,\"stopReason\":\"guardrail_intervened\","
                        + "\"anthropic_version\":\"x\",\"model\":\"claude-opus-5\"";
        ModelCall call = Records.call(line(
                "Converse",
                PROFILE,
                "{\"inputBodyJson\":{\"messages\":[{" + lure + "}],\"inputTokenCount\":5,\"text\":"
                        + CloudTrailReaderTest.quoted("{" + lure + "}") + "},\"inputTokenCount\":12}",
                "{\"outputBodyJson\":{\"content\":[{" + lure + "}],\"output\":{" + lure + "}}}",
                ""));

        assertThat(call.tokens()).isEqualTo(new Tokens(12L, null, null, null));
        assertThat(call.model().claude()).isEqualTo(Claude.UNDECIDED);
        assertThat(call.guardrail()).isEqualTo(Guardrail.NOT_EVIDENCED);
        assertThat(call.caller().name()).isEqualTo("dana@example.com");
    }

    @Test
    void equalLinesOfOneFileStayApartAndKeepTheirNumbers() {
        String line = line("Converse", "anthropic.claude-opus-4-7", "{}", "{}", "");
        Records once = Records.read(line, line, line.replace("r-1", "r-2"), line);
        Records again = Records.read(line, line.replace("{", " { "));

        assertThat(once.kept).extracting(kept -> kept.key().id()).doesNotHaveDuplicates();
        assertThat(again.kept.get(0).key()).isEqualTo(once.kept.get(0).key());
        assertThat(again.kept.get(1).key()).isEqualTo(once.kept.get(1).key());
        assertThat(once.kept.get(3).key().id()).endsWith("#3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListModels", "GetModelInvocationLoggingConfiguration", "CreateGuardrail", "Anything"})
    void operationsThatCallNoModelAreSkipped(String operation) {
        assertThat(Records.skip(line(operation, "anthropic.claude-opus-4-7", "{}", "{}", "")))
                .isEqualTo(SkipReason.LOG_OPERATION);
    }

    @Test
    void countingTokensIsNoCall() {
        assertThat(Records.skip(line("CountTokens", "anthropic.claude-opus-4-7", "{}", "{}", "")))
                .isEqualTo(SkipReason.COUNT_TOKENS);
    }

    @Test
    void anErrorIsAnAttempt() {
        ModelCall call = Records.call(
                line("InvokeModel", "anthropic.claude-opus-4-7", "{}", "{}", ",\"errorCode\":\"ThrottlingException\""));

        assertThat(call.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(call.errorFamily()).isEqualTo(ErrorFamily.THROTTLED);
    }

    @Test
    void aKnowledgeBasesModelCallIsAStep() {
        ModelCall call = Records.call(line("InvokeModel", "anthropic.claude-opus-4-7", "{}", "{}", "")
                .replace("dana@example.com", "BedrockQueryKnowledgeBaseSession-KB12345678"));

        assertThat(call.step()).isTrue();
        assertThat(call.agent()).isEqualTo("KB12345678");
        assertThat(call.channel()).isEqualTo(Channel.BEDROCK_AGENTS);
        assertThat(call.caller().grade()).isEqualTo(Grade.SERVICE);
    }

    @Test
    void aLineWithoutSchemaTypeIsKnownByItsShape() {
        assertThat(Records.call(line("Converse", "anthropic.claude-opus-4-7", "{}", "{}", "")
                                .replace("\"schemaType\":\"ModelInvocationLog\",", ""))
                        .evidence())
                .isEqualTo(Evidence.INVOCATION_LOG);
    }

    @Test
    void noBytesOfALineAreKeptAside() {
        String line = line("Converse", "anthropic.claude-opus-4-7", "{\"inputBodyJson\":" + PROMPT + "}", "{}", "");
        BadRecord bad = Records.reject(line.replace("2026-05-04T08:15:30Z", "soon"));
        BadRecord cut = Records.reject(line.substring(0, line.length() - 2));
        BadRecord twice = Records.reject(line.replace("\"role\"", "\"content\":1,\"role\""));

        assertThat(bad.reason()).isEqualTo(Reason.BAD_TIME);
        assertThat(cut.reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(twice.reason()).isEqualTo(Reason.DUPLICATE_KEY);
        for (BadRecord record : new BadRecord[] {bad, cut, twice}) {
            assertThat(record.excerpt()).isNull();
            assertThat(record.sentence()).doesNotContain("secret");
        }
    }

    static String line(String operation, String model, String input, String output, String more) {
        return """
                {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"2026-05-04T08:15:30Z","accountId":"111122223333",
                "region":"eu-west-1","requestId":"r-1","operation":"%s","modelId":"%s",
                "identity":{"arn":"arn:aws:sts::111122223333:assumed-role/claims-app/dana@example.com"},"input":%s,"output":%s%s}""".formatted(operation, model, input, output, more).replace("\n", "");
    }

    private static String original(Reading reading) {
        return new String(reading.original(), StandardCharsets.UTF_8);
    }
}
