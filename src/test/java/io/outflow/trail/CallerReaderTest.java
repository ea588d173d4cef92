package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerReaderTest {
    private static final String SSO_ARN =
            "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/dana@example.com";

    @Test
    void aServiceThatBorrowsAPersonsSessionIsTheCaller() {
        Caller caller = caller(identity(
                "dana@example.com",
                "\"invokedBy\":\"sagemaker.amazonaws.com\",\"onBehalfOf\":{\"userId\":\"u-1\"}",
                ""));

        assertThat(caller.kind()).isEqualTo(CallerKind.SERVICE);
        assertThat(caller.grade()).isEqualTo(Grade.SERVICE);
        assertThat(caller.name()).isEqualTo("sagemaker.amazonaws.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BedrockSession-AGENT12345", "BedrockQueryKnowledgeBaseSession-KB12345678"})
    void aSessionOfBedrockItselfIsTheService(String session) {
        Caller caller = caller(identity(session, "", ""));

        assertThat(caller.grade()).isEqualTo(Grade.SERVICE);
        assertThat(caller.id()).isEqualTo("bedrock.amazonaws.com");
        assertThat(caller.session()).isEqualTo("(agent session)");
    }

    @Test
    void identityCenterNamesAPerson() {
        String sso = """
                {"type":"AssumedRole","principalId":"AROAX:dana@example.com","arn":"%s","accountId":"111122223333",
                "sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Dev_0123456789abcdef",
                "userName":"AWSReservedSSO_Dev_0123456789abcdef"},"sourceIdentity":"other"},"onBehalfOf":{"userId":"92671ba5-0001"}}""".formatted(SSO_ARN);

        Caller caller = caller(sso);

        assertThat(caller.kind()).isEqualTo(CallerKind.PERSON);
        assertThat(caller.grade()).isEqualTo(Grade.NAMED);
        assertThat(caller.id()).isEqualTo("92671ba5-0001");
        assertThat(caller.name()).isEqualTo("dana@example.com");
        assertThat(caller.role()).contains(":role/aws-reserved/sso.amazonaws.com/eu-west-1/");
    }

    @Test
    void identityCenterWithoutASessionShowsTheId() {
        Caller caller = caller(
                "{\"type\":\"IdentityCenterUser\",\"onBehalfOf\":{\"userId\":\"92671ba5-0001\"},\"credentialId\":\"c\"}");

        assertThat(caller.name()).isEqualTo("92671ba5-0001");
        assertThat(caller.grade()).isEqualTo(Grade.NAMED);
    }

    @Test
    void aChosenSessionNameIsNotShownForAnIdentityCenterUserOfAnotherRole() {
        Caller caller = caller(identity("boss@example.com", "\"onBehalfOf\":{\"userId\":\"92671ba5-0001\"}", ""));

        assertThat(caller.name()).isEqualTo("92671ba5-0001");
    }

    @Test
    void aSourceIdentityOutweighsTheSessionName() {
        Caller caller = caller(identity("boss@example.com", "", "\"sourceIdentity\":\"dana\""));

        assertThat(caller.id()).isEqualTo("dana");
        assertThat(caller.grade()).isEqualTo(Grade.NAMED);
    }

    @Test
    void aSessionOfAnIdentityCenterRoleIsNamed() {
        Caller byRole = CallerReader.ofArn(SSO_ARN);
        Caller byPath = caller("""
                {"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/DevAdmin/dana","sessionContext":{"sessionIssuer":
                {"arn":"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/us-west-2/DevAdmin","userName":"DevAdmin"}}}""");

        assertThat(byRole.grade()).isEqualTo(Grade.NAMED);
        assertThat(byRole.id()).isEqualTo("dana@example.com");
        assertThat(byPath.grade()).isEqualTo(Grade.NAMED);
        assertThat(byPath.name()).isEqualTo("dana");
    }

    @Test
    void aLambdaFunctionIsAWorkloadWithItsName() {
        Caller caller = caller(identity(
                "claims-fn",
                "\"inScopeOf\":{\"issuerType\":\"AWS::Lambda\",\"credentialsIssuedTo\":\"arn:aws:lambda:eu-west-1:111122223333:function:claims-fn:7\"}",
                ""));

        assertThat(caller.kind()).isEqualTo(CallerKind.WORKLOAD);
        assertThat(caller.grade()).isEqualTo(Grade.SERVICE);
        assertThat(caller.name()).isEqualTo("claims-fn");
        assertThat(caller.id()).isEqualTo("arn:aws:lambda:eu-west-1:111122223333:function:claims-fn");
        assertThat(caller.session()).isEqualTo("claims-fn");
        assertThat(caller.role()).isEqualTo("arn:aws:iam::111122223333:role/apps/claims-app");
    }

    @Test
    void anInstanceIsAWorkloadOfItsRole() {
        Caller bySession = caller(identity("i-0abcdef1234567890", "", ""));
        Caller byDelivery = caller(identity("worker", "", "\"ec2RoleDelivery\":\"2.0\""));

        assertThat(bySession.kind()).isEqualTo(CallerKind.WORKLOAD);
        assertThat(bySession.name()).isEqualTo("claims-app");
        assertThat(bySession.session()).isEqualTo("(instance)");
        assertThat(byDelivery.grade()).isEqualTo(Grade.SERVICE);
        assertThat(byDelivery.id()).isEqualTo(bySession.id());
    }

    @Test
    void anEmptyScopeMakesNoWorkload() {
        assertThat(caller(identity("worker", "\"inScopeOf\":{}", "")).grade()).isEqualTo(Grade.ROLE_ONLY);
    }

    @Test
    void aKeyUserIsASharedKey() {
        Caller caller = caller("""
                {"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/BedrockAPIKey-ab12","userName":"BedrockAPIKey-ab12",
                "accountId":"111122223333"}""");

        assertThat(caller.kind()).isEqualTo(CallerKind.API_KEY);
        assertThat(caller.grade()).isEqualTo(Grade.SHARED_KEY);
        assertThat(caller.name()).isEqualTo("BedrockAPIKey-ab12");
    }

    @ParameterizedTest
    @CsvSource({"ABSK, SHARED_KEY", "LONG_TERM, SHARED_KEY", "SHORT_TERM, NAMED"})
    void onlyALongTermKeyHidesItsUser(String type, Grade grade) {
        ModelCall call = Records.call(Trail.mantle("CreateInference")
                .with("userIdentity", user())
                .with(
                        "requestParameters",
                        "{\"model\":\"anthropic.claude-opus-4-7\",\"callWithBearerToken\":true,\"bearerTokenType\":\""
                                + type + "\"}")
                .json());

        assertThat(call.caller().grade()).isEqualTo(grade);
        assertThat(call.caller().name()).isEqualTo("dana");
        assertThat(call.apiKey()).isTrue();
    }

    @Test
    void aKeyWithoutAUserIsNamedByItsEnd() {
        ModelCall call = Records.call(Trail.mantle("CreateInference")
                .with("userIdentity", "{\"type\":\"Unknown\",\"accountId\":\"1\",\"credentialId\":\"ACCAEXAMPLE77Q2\"}")
                .with("requestParameters", "{\"callWithBearerToken\":\"true\",\"bearerTokenType\":\"ABSK\"}")
                .json());

        assertThat(call.caller().name()).isEqualTo("Key ABSK…7Q2");
        assertThat(call.caller().kind()).isEqualTo(CallerKind.API_KEY);
    }

    @Test
    void anIamUserIsNamed() {
        Caller caller = caller(user());

        assertThat(caller)
                .isEqualTo(new Caller(
                        CallerKind.PERSON, "arn:aws:iam::111122223333:user/eng/dana", "dana", null, null, Grade.NAMED));
    }

    @Test
    void aSessionLikeAnEMailAddressIsClaimed() {
        Caller caller = caller(identity("dana@example.com", "", ""));

        assertThat(caller.kind()).isEqualTo(CallerKind.PERSON);
        assertThat(caller.grade()).isEqualTo(Grade.CLAIMED);
        assertThat(caller.name()).isEqualTo("dana@example.com");
        assertThat(caller.session()).isEqualTo("dana@example.com");
    }

    @Test
    void otherwiseOnlyTheRoleIsKnown() {
        Caller caller = caller(identity("worker", "", ""));

        assertThat(caller)
                .isEqualTo(new Caller(
                        CallerKind.ROLE,
                        "arn:aws:iam::111122223333:role/apps/claims-app",
                        "claims-app",
                        "arn:aws:iam::111122223333:role/apps/claims-app",
                        "worker",
                        Grade.ROLE_ONLY));
    }

    @Test
    void aRolesSessionWithoutIssuerStillTellsTheRole() {
        Caller caller = caller("""
                {"type":"AssumedRole","arn":"arn:aws-us-gov:sts::111122223333:assumed-role/claims-app/worker",
                "sessionContext":{"sessionIssuer":{}}}""");

        assertThat(caller.id()).isEqualTo("arn:aws-us-gov:iam::111122223333:role/claims-app");
        assertThat(caller.name()).isEqualTo("claims-app");
        assertThat(caller.grade()).isEqualTo(Grade.ROLE_ONLY);
    }

    @Test
    void theSessionNameMayStandInThePrincipalIdOnly() {
        Caller caller = caller("""
                {"type":"AssumedRole","principalId":"AROAEXAMPLE:dana@example.com","sessionContext":{"sessionIssuer":
                {"arn":"arn:aws:iam::1:role/claims-app","userName":"claims-app"}}}""");

        assertThat(caller.grade()).isEqualTo(Grade.CLAIMED);
    }

    @Test
    void aFederatedSessionIsKnownByTheUserWhoLentIt() {
        Caller caller = caller("""
                {"type":"FederatedUser","principalId":"1:job","arn":"arn:aws:sts::1:federated-user/job","accountId":"1",
                "sessionContext":{"sessionIssuer":{"type":"IAMUser","arn":"arn:aws:iam::1:user/broker","userName":"broker"}}}""");

        assertThat(caller)
                .isEqualTo(new Caller(
                        CallerKind.ROLE, "arn:aws:iam::1:user/broker", "broker", null, "job", Grade.ROLE_ONLY));
    }

    @Test
    void rootIsNamedAndOfItsOwnKind() {
        Caller caller =
                caller("{\"type\":\"Root\",\"arn\":\"arn:aws:iam::111122223333:root\",\"accountId\":\"111122223333\"}");

        assertThat(caller.kind()).isEqualTo(CallerKind.ROOT);
        assertThat(caller.name()).isEqualTo("root");
        assertThat(caller.grade()).isEqualTo(Grade.NAMED);
        assertThat(caller("{\"type\":\"Root\",\"arn\":\"arn:aws:iam::1:root\",\"sessionContext\":{\"sessionIssuer\":"
                                + "{\"arn\":\"arn:aws:iam::1:root\"}}}")
                        .kind())
                .isEqualTo(CallerKind.ROOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "\"text\"",
                "[]",
                "{\"type\":\"Unknown\"}",
                "{\"type\":\"AWSAccount\",\"principalId\":\"\",\"accountId\":\"anonymous\"}",
                "{\"type\":\"AWSAccount\",\"principalId\":\"AIDAX\",\"accountId\":\"444455556666\"}",
                "{\"sessionContext\":{\"sessionIssuer\":null}}",
                "{\"type\":7,\"arn\":{},\"accountId\":false}",
                "{\"arn\":\"arn:aws\"}",
                "{\"type\":\"IAMUser\"}",
                "{\"type\":\"AssumedRole\",\"principalId\":\"AROAX:\"}"
            })
    void whatNamesNobodyIsUnknown(String identity) {
        Caller caller = caller(identity);

        assertThat(caller.kind()).isEqualTo(CallerKind.UNKNOWN);
        assertThat(caller.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(caller.name()).isNotBlank();
    }

    @Test
    void aRecordWithoutAnyIdentityIsUnknown() {
        ModelCall call = Records.call(
                Trail.bedrock("InvokeModel").without("userIdentity").json());

        assertThat(call.caller().name()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "worker, worker",
        "cli, cli",
        "GitHubActions, GitHubActions",
        "suspicious.user, suspicious.user",
        "dana@example.com, dana@example.com",
        "i-0abcdef1234567890, (instance)",
        "mi-0abcdef1234567890, (instance)",
        "botocore-session-1777882530, (sdk session)",
        "aws-sdk-js-session-1777882530123, (sdk session)",
        "aws-go-sdk-1777882530123456789, (sdk session)",
        "6f0d5f0e-0000-4000-8000-000000000001, (id)",
        "run-20260504, (id)",
        "s0a1b2c3d4e5f60718293, (id)",
        "job-48213, (id)",
        "eks-prod-api-6f0d5f0e-0000-4000-8000-000000000001, (id)",
        "worker-7, worker-7",
        "team-2026, team-2026"
    })
    void keepsOnlySessionNamesThatLast(String session, String kept) {
        assertThat(Sessions.lasting(session)).isEqualTo(kept);
    }

    @Test
    void twoSessionsOfOneRoleAreOneCaller() {
        assertThat(caller(identity("botocore-session-1777882530", "", "")))
                .isEqualTo(caller(identity("botocore-session-1777889999", "", "")));
    }

    @Test
    void makesNamesFitForTables() {
        Caller caller = caller(
                "{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::1:user/a\\u0000b\",\"userName\":\"a\\u0000b\\ud83d\"}");

        assertThat(caller.name()).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(caller.id()).isEqualTo("arn:aws:iam::1:user/a\uFFFDb");
    }

    @Test
    void aLogLineTellsItsCallerByTheArnAlone() {
        assertThat(CallerReader.ofArn("arn:aws:sts::1:assumed-role/app/dana@example.com")
                        .grade())
                .isEqualTo(Grade.CLAIMED);
        assertThat(CallerReader.ofArn("arn:aws:sts::1:assumed-role/app/i-0abcdef1234567890")
                        .grade())
                .isEqualTo(Grade.ROLE_ONLY);
        assertThat(CallerReader.ofArn("arn:aws:sts::1:assumed-role/kb/BedrockQueryKnowledgeBaseSession-KB1")
                        .grade())
                .isEqualTo(Grade.SERVICE);
        assertThat(CallerReader.ofArn("arn:aws:iam::1:user/dana").grade()).isEqualTo(Grade.NAMED);
        assertThat(CallerReader.ofArn("arn:aws:iam::1:user/BedrockAPIKey-x").grade())
                .isEqualTo(Grade.SHARED_KEY);
        assertThat(CallerReader.ofArn("arn:aws:iam::1:root").kind()).isEqualTo(CallerKind.ROOT);
        assertThat(CallerReader.ofArn("arn:aws:iam::1:role/path/app").name()).isEqualTo("app");
        assertThat(CallerReader.ofArn(null).grade()).isEqualTo(Grade.UNKNOWN);
    }

    private static Caller caller(String identity) {
        return Records.call(Trail.bedrock("InvokeModel")
                        .with("userIdentity", identity)
                        .json())
                .caller();
    }

    private static String user() {
        return """
                {"type":"IAMUser","principalId":"AIDAX","arn":"arn:aws:iam::111122223333:user/eng/dana","accountId":"111122223333",
                "accessKeyId":"AKIAX","userName":"dana"}""";
    }

    /** An assumed role with more fields beside its session context, and inside of it. */
    private static String identity(String session, String beside, String inside) {
        return """
                {"type":"AssumedRole","principalId":"AROAX:%1$s","arn":"arn:aws:sts::111122223333:assumed-role/claims-app/%1$s",
                "accountId":"111122223333","sessionContext":{"sessionIssuer":{"type":"Role","arn":
                "arn:aws:iam::111122223333:role/apps/claims-app","userName":"claims-app"}%3$s}%2$s}""".formatted(session, beside.isEmpty() ? "" : "," + beside, inside.isEmpty() ? "" : "," + inside);
    }
}
