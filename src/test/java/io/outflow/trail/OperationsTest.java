package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.Operations.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "InvokeModel",
                "InvokeModelWithResponseStream",
                "InvokeModelWithBidirectionalStream",
                "Converse",
                "ConverseStream",
                "StartAsyncInvoke",
                "CreateModelInvocationJob"
            })
    void callsOfTheRuntime(String operation) {
        assertThat(Records.call(Trail.bedrock(operation).json()).channel()).isEqualTo(Channel.BEDROCK_RUNTIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvokeAgent", "InvokeInlineAgent", "InvokeFlow", "Retrieve", "RetrieveAndGenerate"})
    void callsOfAgentsAndKnowledgeBases(String operation) {
        ModelCall call = Records.call(Trail.bedrock(operation)
                .with("requestParameters", "null")
                .data()
                .json());

        assertThat(call.channel()).isEqualTo(Channel.BEDROCK_AGENTS);
        assertThat(call.model().name()).isEqualTo("Model not named");
    }

    @ParameterizedTest
    @CsvSource({
        "bedrock.amazonaws.com, ListFoundationModels, READ_ONLY",
        "bedrock.amazonaws.com, GetFoundationModelAvailability, READ_ONLY",
        "bedrock.amazonaws.com, ListAsyncInvokes, READ_ONLY",
        "bedrock.amazonaws.com, GetModelInvocationLoggingConfiguration, READ_ONLY",
        "bedrock.amazonaws.com, CountTokens, COUNT_TOKENS",
        "bedrock.amazonaws.com, ApplyGuardrail, NOT_INFERENCE",
        "bedrock.amazonaws.com, InvokeGuardrailChecks, NOT_INFERENCE",
        "bedrock.amazonaws.com, RenderPrompt, NOT_INFERENCE",
        "bedrock.amazonaws.com, GetAsyncInvoke, NOT_INFERENCE",
        "bedrock.amazonaws.com, CreateInvocation, NOT_INFERENCE",
        "bedrock.amazonaws.com, CreateEvaluationJob, OTHER_OPERATION",
        "bedrock.amazonaws.com, TagResource, OTHER_OPERATION",
        "bedrock-mantle.amazonaws.com, CountTokens, COUNT_TOKENS",
        "bedrock-mantle.amazonaws.com, GetInference, NOT_INFERENCE",
        "bedrock-mantle.amazonaws.com, CancelInference, NOT_INFERENCE",
        "bedrock-mantle.amazonaws.com, DeleteInference, NOT_INFERENCE",
        "bedrock-mantle.amazonaws.com, CreateFile, NOT_INFERENCE",
        "bedrock-mantle.amazonaws.com, ListFiles, NOT_INFERENCE",
        "bedrock-mantle.amazonaws.com, ListModels, READ_ONLY",
        "bedrock-mantle.amazonaws.com, CreateFineTuningJob, OTHER_OPERATION",
        "aws-external-anthropic.amazonaws.com, ListWorkspaces, READ_ONLY",
        "aws-external-anthropic.amazonaws.com, CountTokens, COUNT_TOKENS",
        "aws-external-anthropic.amazonaws.com, CreateFile, NOT_INFERENCE",
        "aws-external-anthropic.amazonaws.com, CreateSkill, NOT_INFERENCE",
        "bedrock-agentcore.amazonaws.com, InvokeAgentRuntime, NOT_INFERENCE",
        "bedrock-agentcore.amazonaws.com, ListMemories, READ_ONLY",
        "s3.amazonaws.com, GetObject, OTHER_SERVICE",
        "sts.amazonaws.com, AssumeRole, OTHER_SERVICE",
        "kms.amazonaws.com, Decrypt, OTHER_SERVICE",
        "iam.amazonaws.com, CreateUser, OTHER_SERVICE",
        "cloudtrail.amazonaws.com, LookupEvents, READ_ONLY",
        "cloudtrail.amazonaws.com, DescribeTrails, READ_ONLY",
        "cloudtrail.amazonaws.com, AddTags, OTHER_SERVICE"
    })
    void skipsTheRestWithItsReason(String source, String operation, SkipReason reason) {
        assertThat(Records.skip(Trail.of(source, operation).json())).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "bedrock.amazonaws.com, PutModelInvocationLoggingConfiguration, INVOCATION_LOGGING",
        "bedrock.amazonaws.com, DeleteModelInvocationLoggingConfiguration, INVOCATION_LOGGING",
        "bedrock.amazonaws.com, CreateGuardrail, GUARDRAIL",
        "bedrock.amazonaws.com, UpdateGuardrail, GUARDRAIL",
        "bedrock.amazonaws.com, CreateGuardrailVersion, GUARDRAIL",
        "bedrock.amazonaws.com, PutFoundationModelEntitlement, ACCESS",
        "bedrock.amazonaws.com, CreateFoundationModelAgreement, ACCESS",
        "bedrock.amazonaws.com, PutUseCaseForModelAccess, ACCESS",
        "bedrock.amazonaws.com, PutResourcePolicy, ACCESS",
        "bedrock.amazonaws.com, PutAccountDataRetention, RETENTION",
        "bedrock.amazonaws.com, CreateInferenceProfile, RESOURCE",
        "bedrock.amazonaws.com, DeleteInferenceProfile, RESOURCE",
        "bedrock.amazonaws.com, CreateProvisionedModelThroughput, RESOURCE",
        "bedrock.amazonaws.com, DeleteProvisionedModelThroughput, RESOURCE",
        "bedrock-mantle.amazonaws.com, CreateProject, RESOURCE",
        "bedrock-mantle.amazonaws.com, UpdateProject, RESOURCE",
        "bedrock-mantle.amazonaws.com, ArchiveProject, RESOURCE",
        "aws-external-anthropic.amazonaws.com, CreateWorkspace, RESOURCE",
        "aws-external-anthropic.amazonaws.com, CreateApiKey, API_KEY",
        "cloudtrail.amazonaws.com, StopLogging, TRAIL",
        "cloudtrail.amazonaws.com, StartLogging, TRAIL",
        "cloudtrail.amazonaws.com, CreateTrail, TRAIL",
        "cloudtrail.amazonaws.com, UpdateTrail, TRAIL",
        "cloudtrail.amazonaws.com, DeleteTrail, TRAIL",
        "cloudtrail.amazonaws.com, PutEventSelectors, TRAIL",
        "cloudtrail.amazonaws.com, PutInsightSelectors, TRAIL"
    })
    void keepsChangesOfHowModelsMayBeUsed(String source, String operation, GovernanceKind kind) {
        GovernanceEvent change = Records.change(
                Trail.of(source, operation).with("readOnly", "false").json());

        assertThat(change.kind()).isEqualTo(kind);
        assertThat(change.operation()).isEqualTo(operation);
    }

    @Test
    void aProjectsRetentionIsRetention() {
        assertThat(Records.change(Trail.of("bedrock-mantle.amazonaws.com", "UpdateProject")
                                .with("requestParameters", "{\"project_id\":\"p\",\"data_retention\":\"none\"}")
                                .json())
                        .kind())
                .isEqualTo(GovernanceKind.RETENTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"serviceName\":\"bedrock.amazonaws.com\",\"userName\":\"dana\"}",
                "{\"serviceName\":\"aws-external-anthropic.amazonaws.com\",\"userName\":\"dana\"}",
                "{\"userName\":\"BedrockAPIKey-ab12\",\"serviceSpecificCredentialId\":\"ACCAEXAMPLE\"}",
                "{\"userName\":\"AeaApiKey-ab12\",\"serviceSpecificCredentialId\":\"ACCAEXAMPLE\"}"
            })
    void keepsChangesOfApiKeys(String request) {
        for (String verb : new String[] {"Create", "Update", "Delete", "Reset"}) {
            GovernanceEvent change = Records.change(Trail.of("iam.amazonaws.com", verb + "ServiceSpecificCredential")
                    .with("requestParameters", request)
                    .json());

            assertThat(change.kind()).isEqualTo(GovernanceKind.API_KEY);
        }
    }

    @Test
    void tellsAnApiKeyByTheAnswerToo() {
        String answer = "{\"serviceSpecificCredential\":{\"serviceName\":\"bedrock.amazonaws.com\"}}";
        Trail reset =
                Trail.of("iam.amazonaws.com", "ResetServiceSpecificCredential").with("requestParameters", "null");

        assertThat(Records.change(reset.with("responseElements", answer).json()).kind())
                .isEqualTo(GovernanceKind.API_KEY);
    }

    @Test
    void credentialsOfOtherServicesAreNotKept() {
        assertThat(Records.skip(Trail.of("iam.amazonaws.com", "CreateServiceSpecificCredential")
                        .with(
                                "requestParameters",
                                "{\"serviceName\":\"codecommit.amazonaws.com\",\"userName\":\"dana\"}")
                        .json()))
                .isEqualTo(SkipReason.OTHER_SERVICE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "InvokeModelTwice | {} | call",
                "ConverseLater | null | call",
                "InvokeSomething | {\"modelId\":\"anthropic.claude-x\"} | call",
                "InvokeSomething | {} | OTHER_OPERATION",
                "DoSomething | {\"modelId\":\"anthropic.claude-x\",\"inferenceConfig\":{}} | call",
                "DoSomething | {\"modelId\":\"anthropic.claude-x\"} | OTHER_OPERATION",
                "CreateInferenceThing | {} | OTHER_OPERATION",
                "GetSomething | {\"modelId\":\"anthropic.claude-x\",\"stream\":true} | READ_ONLY",
                "DoSomething | {} | OTHER_OPERATION"
            })
    void countsAnUnknownOperationOnlyWhenItLooksLikeInference(String operation, String request, String expected) {
        Verdict verdict = verdictOn(
                Trail.bedrock(operation).with("requestParameters", request).json());

        assertThat(verdict instanceof Verdict.Skip(SkipReason reason) ? reason.name() : "call")
                .isEqualTo(expected);
    }

    @Test
    void aNewKindOfInferenceOnMantleIsACall() {
        assertThat(Records.call(Trail.mantle("CreateInferenceStream").json()).channel())
                .isEqualTo(Channel.BEDROCK_MANTLE);
    }

    private static Verdict verdictOn(String record) {
        Records result = Records.read(record);
        return result.kept.isEmpty()
                ? new Verdict.Skip(result.skipped.getFirst())
                : new Verdict.Call(((ModelCall) result.kept.getFirst()).channel());
    }
}
