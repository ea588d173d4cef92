package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.BadRecord.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTrailReaderTest {

    @Test
    void readsACallWithAllThatItTells() {
        ModelCall call = Records.call(Trail.bedrock("Converse")
                .with(
                        "requestParameters",
                        "{\"modelId\":\"eu.anthropic.claude-sonnet-4-5-20250929-v1:0\",\"guardrailConfig\":{\"guardrailIdentifier\":\"gr1\"}}")
                .with(
                        "additionalEventData",
                        "{\"inferenceRegion\":\"eu-west-3\",\"inputTokens\":944,\"outputTokens\":126,\"callWithBearerToken\":\"true\"}")
                .text("vpcEndpointId", "vpce-0123456789abcdef0")
                .json());

        assertThat(call.evidence()).isEqualTo(Evidence.CLOUDTRAIL);
        assertThat(call.key())
                .isEqualTo(new EventKey(
                        Instant.parse("2026-05-04T08:15:30Z"), "111122223333", "6f0d5f0e-0000-4000-8000-00000000000a"));
        assertThat(call.channel()).isEqualTo(Channel.BEDROCK_RUNTIME);
        assertThat(call.operation()).isEqualTo("Converse");
        assertThat(call.model().name()).isEqualTo("Claude Sonnet 4.5");
        assertThat(call.sourceRegion()).isEqualTo("eu-central-1");
        assertThat(call.inferenceRegion()).isEqualTo("eu-west-3");
        assertThat(call.outcome()).isEqualTo(Outcome.USE);
        assertThat(call.errorFamily()).isEqualTo(ErrorFamily.NONE);
        assertThat(call.guardrail()).isEqualTo(Guardrail.APPLIED);
        assertThat(call.requestId()).isEqualTo("6f0d5f0e-0000-4000-8000-000000000001");
        assertThat(call.viaVpcEndpoint()).isTrue();
        assertThat(call.apiKey()).isTrue();
        assertThat(call.step()).isFalse();
        assertThat(call.tokens()).isEqualTo(new Tokens(944L, 126L, null, null));
    }

    @Test
    void whatARecordDoesNotTellStaysOpen() {
        ModelCall call = Records.call(Trail.bedrock("InvokeModel")
                .with("requestParameters", "null")
                .without("requestID")
                .without("awsRegion")
                .without("recipientAccountId")
                .text("vpcEndpointId", "AWS Internal")
                .json());

        assertThat(call.model().claude()).isEqualTo(Claude.UNDECIDED);
        assertThat(call.requestId()).isNull();
        assertThat(call.sourceRegion()).isEqualTo("unknown");
        assertThat(call.key().account()).isEqualTo("111122223333");
        assertThat(call.viaVpcEndpoint()).isFalse();
        assertThat(call.apiKey()).isFalse();
        assertThat(call.inferenceRegion()).isNull();
        assertThat(call.tokens()).isEqualTo(Tokens.NONE);
        assertThat(call.metadata()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, DENIED, ACCESS_DENIED", "AccessDeniedException, DENIED, ACCESS_DENIED",
        "Client.UnauthorizedOperation, DENIED, ACCESS_DENIED", "VpceAccessDenied, DENIED, ACCESS_DENIED",
        "ExpiredTokenException, DENIED, ACCESS_DENIED", "permission_error, DENIED, ACCESS_DENIED",
        "ValidationException, FAILED, VALIDATION", "ResourceNotFoundException, FAILED, NOT_FOUND",
        "ThrottlingException, FAILED, THROTTLED", "TooManyRequestsException, FAILED, THROTTLED",
        "ServiceQuotaExceededException, FAILED, QUOTA", "ModelTimeoutException, FAILED, TIMEOUT",
        "ModelErrorException, FAILED, MODEL", "ModelNotReadyException, FAILED, MODEL",
        "ModelStreamErrorException, FAILED, MODEL", "InternalServerException, FAILED, SERVICE",
        "ServiceUnavailableException, FAILED, SERVICE", "com.amazonaws.bedrock#ThrottlingException, FAILED, THROTTLED",
        "SomethingNew, FAILED, OTHER"
    })
    void anErrorIsAnAttempt(String code, Outcome outcome, ErrorFamily family) {
        ModelCall call = Records.call(Trail.bedrock("InvokeModel")
                .text("errorCode", code)
                .text("errorMessage", "some words")
                .json());

        assertThat(call.outcome()).isEqualTo(outcome);
        assertThat(call.errorFamily()).isEqualTo(family);
        assertThat(call.errorCode()).isEqualTo(code);
    }

    @Test
    void notFoundMayMeanDenied() {
        ModelCall call = Records.call(Trail.bedrock("InvokeModel")
                .text("errorCode", "ResourceNotFoundException")
                .text("errorMessage", "Access denied. This Model is marked by provider as Legacy")
                .json());

        assertThat(call.outcome()).isEqualTo(Outcome.DENIED);
        assertThat(call.errorFamily()).isEqualTo(ErrorFamily.ACCESS_DENIED);
        assertThat(call.errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void anEmptyErrorIsNone() {
        assertThat(Records.call(Trail.bedrock("InvokeModel")
                                .with("errorCode", "null")
                                .text("errorMessage", "")
                                .json())
                        .outcome())
                .isEqualTo(Outcome.USE);
    }

    @Test
    void anAgentsModelCallIsAStepOfTheService() {
        ModelCall call = Records.call(
                Trail.bedrock("InvokeModel").with("userIdentity", """
                        {"type":"AssumedRole","principalId":"AROAX:BedrockSession-AGENT12345","arn":
                        "arn:aws:sts::111122223333:assumed-role/AmazonBedrockExecutionRoleForAgents_x/BedrockSession-AGENT12345",
                        "accountId":"111122223333","sessionContext":{"sessionIssuer":{"arn":
                        "arn:aws:iam::111122223333:role/service-role/AmazonBedrockExecutionRoleForAgents_x"}},
                        "invokedBy":"bedrock.amazonaws.com"}""").json());

        assertThat(call.step()).isTrue();
        assertThat(call.channel()).isEqualTo(Channel.BEDROCK_AGENTS);
        assertThat(call.agent()).isEqualTo("AGENT12345");
        assertThat(call.caller().kind()).isEqualTo(CallerKind.SERVICE);
        assertThat(call.caller().grade()).isEqualTo(Grade.SERVICE);
    }

    @Test
    void anotherServicesCallIsNoStep() {
        ModelCall call = Records.call(Trail.bedrock("InvokeModel")
                .with("userIdentity", "{\"type\":\"AWSService\",\"invokedBy\":\"q.amazonaws.com\"}")
                .json());

        assertThat(call.step()).isFalse();
        assertThat(call.channel()).isEqualTo(Channel.BEDROCK_RUNTIME);
        assertThat(call.caller().grade()).isEqualTo(Grade.SERVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"agentId\":\"A1\",\"agentAliasId\":\"X\"}",
                "{\"knowledgeBaseId\":\"A1\"}",
                "{\"flowIdentifier\":\"A1\"}",
                "{\"retrieveAndGenerateConfiguration\":{\"knowledgeBaseConfiguration\":{\"knowledgeBaseId\":\"A1\"}}}"
            })
    void namesTheAgentThatIsEntered(String request) {
        assertThat(Records.call(Trail.bedrock("InvokeAgent")
                                .with("requestParameters", request)
                                .data()
                                .json())
                        .agent())
                .isEqualTo("A1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent-alias/A1/TSTALIASID", "knowledge-base/A1", "agent/A1", "flow/A1/alias/B2"})
    void namesTheAgentByItsResource(String resource) {
        ModelCall call = Records.call(Trail.bedrock("Retrieve")
                .with("requestParameters", "null")
                .with("resources", "[7,{\"ARN\":\"arn:aws:bedrock:eu-west-1:111122223333:" + resource + "\"}]")
                .data()
                .json());

        assertThat(call.agent()).isEqualTo("A1");
        assertThat(call.channel()).isEqualTo(Channel.BEDROCK_AGENTS);
    }

    @Test
    void findsTheModelOfAnAnswerFromAKnowledgeBase() {
        ModelCall call = Records.call(Trail.bedrock("RetrieveAndGenerate")
                .with(
                        "requestParameters",
                        "{\"input\":{\"text\":\"a secret question\"},\"retrieveAndGenerateConfiguration\":{\"knowledgeBaseConfiguration\":{\"modelArn\":\"arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0\"}}}")
                .data()
                .json());

        assertThat(call.model().name()).isEqualTo("Claude 3 Haiku");
        assertThat(original(call)).doesNotContain("secret").contains("modelArn");
    }

    @Test
    void readsMantle() {
        ModelCall call = Records.call(Trail.mantle("CreateInference")
                .with(
                        "requestParameters",
                        "{\"model\":\"anthropic.claude-opus-4-7\",\"max_tokens\":9,\"metadata\":{\"team\":\"claims\",\"level\":2,\"deep\":{\"x\":1},\"nul\":null,\"ctl\":\"a\\u0000\"},\"callWithBearerToken\":true,\"bearerTokenType\":\"SHORT_TERM\"}")
                .with(
                        "resources",
                        "[{\"type\":\"AWS::BedrockMantle::Project\",\"ARN\":\"arn:aws:bedrock-mantle:us-east-1:111122223333:project/proj_1\"}]")
                .json());

        assertThat(call.channel()).isEqualTo(Channel.BEDROCK_MANTLE);
        assertThat(call.model().name()).isEqualTo("Claude Opus 4.7");
        assertThat(call.project()).isEqualTo("proj_1");
        assertThat(call.metadata()).isEqualTo(Map.of("team", "claims", "level", "2", "ctl", "a\uFFFD"));
        assertThat(call.apiKey()).isTrue();
        assertThat(call.caller().grade()).isEqualTo(Grade.ROLE_ONLY);
    }

    @Test
    void readsTheClaudePlatform() {
        ModelCall call = Records.call(Trail.platform("CreateBatchInference")
                .with(
                        "resources",
                        "[{\"type\":\"AWS::AWSExternalAnthropic::Workspace\",\"ARN\":\"arn:aws:aws-external-anthropic:us-east-1:111122223333:workspace/wrkspc_1\"}]")
                .json());

        assertThat(call.channel()).isEqualTo(Channel.CLAUDE_PLATFORM);
        assertThat(call.model().name()).isEqualTo("Claude Sonnet 4.5");
        assertThat(call.project()).isEqualTo("wrkspc_1");
    }

    @Test
    void readsAChangeWithItsTarget() {
        GovernanceEvent change = Records.change(Trail.bedrock("DeleteGuardrail")
                .with(
                        "requestParameters",
                        "{\"guardrailIdentifier\":\"gr1\",\"name\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"}")
                .text("errorCode", "AccessDeniedException")
                .json());

        assertThat(change.kind()).isEqualTo(GovernanceKind.GUARDRAIL);
        assertThat(change.target()).isEqualTo("gr1");
        assertThat(change.outcome()).isEqualTo(Outcome.DENIED);
        assertThat(change.source()).isEqualTo("bedrock.amazonaws.com");
        assertThat(change.region()).isEqualTo("eu-central-1");
    }

    @Test
    void acceptsPaddedIdsAndAliasesOfTheSource() {
        ModelCall call = Records.call(Trail.of(" Bedrock-Runtime.amazonaws.com ", "InvokeModel")
                .text("eventID", " 6f0d5f0e-0000-4000-8000-00000000000a  ")
                .text("awsRegion", "megov-northeast-1r")
                .text("recipientAccountId", "12345678901")
                .text("sourceIPAddress", "035.249.253.232")
                .json());

        assertThat(call.key().id()).isEqualTo("6f0d5f0e-0000-4000-8000-00000000000a");
        assertThat(call.sourceRegion()).isEqualTo("megov-northeast-1r");
        assertThat(call.key().account()).isEqualTo("12345678901");
    }

    @Test
    void setsARecordWithoutTimeAsideWithAnExcerpt() {
        BadRecord missing =
                Records.reject(Trail.bedrock("InvokeModel").without("eventTime").json());
        BadRecord hidden = Records.reject(
                Trail.bedrock("InvokeModel").text("eventTime", "[REDACTED]").json());

        assertThat(missing.reason()).isEqualTo(Reason.NO_TIME);
        assertThat(missing.excerpt()).contains("InvokeModel");
        assertThat(hidden.reason()).isEqualTo(Reason.BAD_TIME);
        assertThat(hidden.sentence()).contains("[REDACTED]").endsWith(".");
    }

    @Test
    void setsAnEndlessIdAside() {
        BadRecord bad = Records.reject(
                Trail.bedrock("InvokeModel").text("eventID", "a".repeat(129)).json());

        assertThat(bad.reason()).isEqualTo(Reason.BAD_ID);
        assertThat(Records.call(Trail.bedrock("InvokeModel")
                                .text("eventID", "a".repeat(128))
                                .json())
                        .key()
                        .id())
                .hasSize(128);
    }

    @Test
    void keepsTheFirstVersionOfACorrectedEvent() {
        BadRecord bad = Records.reject(Trail.bedrock("InvokeModel")
                .with("addendum", "{\"reason\":\"UPDATED_DATA\",\"originalEventID\":\"e-1\"}")
                .json());

        assertThat(bad.reason()).isEqualTo(Reason.CORRECTION);
        assertThat(bad.sentence()).contains("e-1");
        assertThat(Records.call(Trail.bedrock("InvokeModel")
                                .with("addendum", "{\"reason\":\"DELIVERY_DELAY\"}")
                                .json())
                        .outcome())
                .isEqualTo(Outcome.USE);
    }

    @Test
    void anExcerptIsShort() {
        BadRecord bad = Records.reject(Trail.bedrock("InvokeModel")
                .without("eventTime")
                .text("userAgent", "é".repeat(9000))
                .json());

        assertThat(bad.excerpt()).hasSizeLessThanOrEqualTo(2000);
    }

    @Test
    void aSkippedKindIsSkippedEvenWithoutTime() {
        assertThat(Records.skip(Trail.of("s3.amazonaws.com", "GetObject")
                        .without("eventTime")
                        .json()))
                .isEqualTo(SkipReason.OTHER_SERVICE);
    }

    @Test
    void theOriginalIsCompactAndKeepsUnknownFields() {
        String record = Trail.bedrock("InvokeModel")
                .text("eventVersion", "1.99")
                .text("newField", "a\\u0000b")
                .json();

        assertThat(original(Records.call(record.replace(",\"", " ,\n \"")))).isEqualTo(record);
    }

    @Test
    void noContentIsKeptShouldAServicePutItIntoARecord() {
        ModelCall call = Records.call(Trail.bedrock("InvokeAgent")
                .with(
                        "requestParameters",
                        "{\"agentId\":\"A1\",\"inputText\":\"secret\",\"messages\":[{\"text\":\"secret\"}]}")
                .with("responseElements", "{\"completion\":\"secret\"}")
                .with("input", "{\"inputBodyJson\":\"secret\"}")
                .data()
                .json());

        assertThat(original(call)).doesNotContain("secret").contains("agentId");
    }

    @Test
    void aCallProvesThatItsDayWasLogged() {
        Records records = Records.read(
                Trail.bedrock("InvokeModel")
                        .text("eventTime", "2026-05-04T23:59:59-02:00")
                        .json(),
                Trail.mantle("CreateInference").json(),
                Trail.bedrock("InvokeAgent")
                        .with("requestParameters", "{\"agentId\":\"A\"}")
                        .data()
                        .json());

        assertThat(records.covered)
                .contains(
                        new Coverage("111122223333", "eu-central-1", Channel.BEDROCK_RUNTIME, LocalDate.of(2026, 5, 5)),
                        new Coverage("111122223333", "eu-central-1", Channel.BEDROCK_MANTLE, LocalDate.of(2026, 5, 4)),
                        new Coverage("111122223333", "eu-central-1", Channel.BEDROCK_AGENTS, LocalDate.of(2026, 5, 4)));
    }

    @Test
    void aStepProvesNothingOfTheAgentsOwnEvents() {
        Records records = Records.read(Trail.bedrock("InvokeModel")
                .session("kb", "BedrockSession-AGENT12345")
                .json());

        assertThat(records.covered).extracting(Coverage::channel).containsOnly(Channel.BEDROCK_RUNTIME);
    }

    @Test
    void batchJobsProveNothingOfOrdinaryCalls() {
        Records records = Records.read(
                Trail.bedrock("CreateModelInvocationJob")
                        .with("readOnly", "false")
                        .json(),
                Trail.bedrock("StartAsyncInvoke").data().json());

        assertThat(records.kept).hasSize(2);
        assertThat(records.covered).isEmpty();
    }

    @Test
    void anyManagementReadOfATrailProvesTheDay() {
        Coverage day = new Coverage("111122223333", "eu-central-1", Channel.BEDROCK_RUNTIME, LocalDate.of(2026, 5, 4));

        assertThat(covered(Trail.of("ec2.amazonaws.com", "DescribeInstances").json()))
                .containsExactly(day);
        assertThat(covered(
                        Trail.bedrock("ListGuardrails").without("eventCategory").json()))
                .containsExactly(day);
        assertThat(covered(Trail.bedrock("DeleteGuardrail")
                        .with("readOnly", "false")
                        .json()))
                .isEmpty();
        assertThat(covered(Trail.of("s3.amazonaws.com", "GetObject")
                        .text("eventCategory", "Data")
                        .json()))
                .isEmpty();
        assertThat(covered(Trail.of("ec2.amazonaws.com", "DescribeInstances")
                        .text("eventTime", "?")
                        .json()))
                .isEmpty();
    }

    @Test
    void theEventHistoryProvesNoTrail() {
        String looked = "{\"EventId\":\"x\",\"CloudTrailEvent\":"
                + quoted(Trail.of("ec2.amazonaws.com", "DescribeInstances").json()) + "}";

        assertThat(covered(looked)).isEmpty();
    }

    private static List<Coverage> covered(String record) {
        return Records.read(record).covered;
    }

    private static String original(Reading reading) {
        return new String(reading.original(), StandardCharsets.UTF_8);
    }

    static String quoted(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
