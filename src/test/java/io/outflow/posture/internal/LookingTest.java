package io.outflow.posture.internal;

import static io.outflow.testing.LocalAccount.error;
import static io.outflow.testing.LocalAccount.jsonReply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.zaxxer.hikari.HikariDataSource;
import io.outflow.aws.AwsAccess;
import io.outflow.aws.AwsConfig;
import io.outflow.imports.LogSource;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import io.outflow.posture.Answer;
import io.outflow.posture.Observation;
import io.outflow.posture.PostureLook;
import io.outflow.posture.Question;
import io.outflow.posture.Setting;
import io.outflow.testing.Database;
import io.outflow.testing.LocalAccount;
import io.outflow.testing.LocalAws.Reply;
import io.outflow.testing.OnBothDatabases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking AWS: the real clients of the SDK against servers that speak the protocols, and what is kept of the answers. */
class LookingTest {
    private static final String REGION = "eu-central-1";
    private static final String TRAIL = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/main";

    private final LocalAccount aws = new LocalAccount();
    private Instant now = Instant.parse("2026-11-20T06:20:00Z");

    @AfterEach
    void close() {
        aws.close();
    }

    /** One database with one source that looks. */
    private final class House implements AutoCloseable {
        private final HikariDataSource source;
        final ObservationRows rows;
        final Looking looking;
        Set<String> evidenced = Set.of();

        House(Database database) {
            source = database.fresh();
            rows = new ObservationRows(JdbcClient.create(source));
            looking = new Looking(
                    rows,
                    new TransactionTemplate(new DataSourceTransactionManager(source)),
                    account -> evidenced,
                    new AwsConfig(aws.address(), Duration.ofMillis(1), 8),
                    new Clock() {
                        @Override
                        public Instant instant() {
                            return now;
                        }

                        @Override
                        public ZoneOffset getZone() {
                            return ZoneOffset.UTC;
                        }

                        @Override
                        public Clock withZone(ZoneId zone) {
                            return this;
                        }
                    });
        }

        PostureLook look() {
            return look(1);
        }

        PostureLook look(long id) {
            return looking.look(source(id), "a test", false).orElseThrow();
        }

        Observation answer(Question question) {
            return rows.latest().stream()
                    .filter(one -> one.question() == question)
                    .findFirst()
                    .orElseThrow();
        }

        String json(Question question) {
            return answer(question).answer() instanceof Answer.Seen(String json) ? json : "";
        }

        List<Setting> settings(Question question) {
            return SettingWords.of(answer(question));
        }

        @Override
        public void close() {
            source.close();
        }
    }

    private static LogSource source(long id) {
        var settings = new SourceSettings(
                "Example",
                SourceKind.TRAIL_BUCKET,
                REGION,
                "example-logs",
                "",
                "",
                List.of(),
                List.of(),
                new AwsAccess.DefaultChain(),
                null,
                15,
                24);
        return new LogSource(id, 1, settings, false, Instant.EPOCH, null, null, null);
    }

    private void describeTrail() {
        aws.json("cloudtrail:DescribeTrails", """
                {"trailList":[{"Name":"main","TrailARN":"%s","HomeRegion":"eu-central-1","IsMultiRegionTrail":true,
                "IsOrganizationTrail":false,"S3BucketName":"example-logs","KmsKeyId":"arn:aws:kms:eu-central-1:111122223333:key/1",
                "LogFileValidationEnabled":true}]}""".formatted(TRAIL));
        aws.answer(
                "cloudtrail:GetTrailStatus",
                request -> jsonReply(
                        200,
                        "{\"IsLogging\":true,\"StartLoggingTime\":1750000000,\"LatestDeliveryTime\":%d}"
                                .formatted(now.getEpochSecond())));
        aws.json("cloudtrail:GetEventSelectors", """
                {"TrailARN":"%s","EventSelectors":[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true,
                "DataResources":[],"ExcludeManagementEventSources":[]}]}""".formatted(TRAIL));
    }

    @OnBothDatabases
    void whatAwsAnswersIsKeptAndAnAnswerThatIsGivenAgainOnlyReachesFurther(Database database) {
        describeTrail();
        try (var house = new House(database)) {
            var first = house.look();
            assertThat(first.problem()).isNull();
            assertThat(first.account()).isEqualTo(LocalAccount.ACCOUNT);
            assertThat(first.regions()).containsExactly(REGION);
            assertThat(first.answered()).isEqualTo(Question.values().length);

            now = Instant.parse("2026-11-20T12:20:00Z");
            house.look();
            assertThat(house.rows.of(Question.TRAILS, now.plusSeconds(1)))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.seenFrom()).isEqualTo(Instant.parse("2026-11-20T06:20:00Z"));
                        assertThat(one.seenUntil()).isEqualTo(now);
                    });

            aws.json("cloudtrail:DescribeTrails", "{\"trailList\":[]}");
            now = Instant.parse("2026-11-20T18:20:00Z");
            house.look();
            assertThat(house.rows.of(Question.TRAILS, now.plusSeconds(1))).hasSize(2);
            assertThat(house.json(Question.TRAILS)).isEqualTo("[]");
            assertThat(house.rows.latest()).hasSize(Question.values().length);
            assertThat(house.rows.find(house.answer(Question.TRAILS).id())).isPresent();
            assertThat(house.rows.lastLooks()).singleElement().satisfies(look -> assertThat(look.endedAt())
                    .isEqualTo(now));
        }
    }

    @Test
    void trailOfWritesOnlyIsToldAsOneThatMissesCallsOfModels() {
        describeTrail();
        try (var house = new House(Database.H2)) {
            house.look();
            assertThat(house.settings(Question.TRAILS)).singleElement().satisfies(setting -> {
                assertThat(setting.state()).isEqualTo(Setting.State.WATCH);
                assertThat(setting.subject()).isEqualTo("main");
                assertThat(setting.words())
                        .isEqualTo("Logging; Bedrock runtime not recorded; Agents and knowledge bases not recorded;"
                                + " Bedrock mantle not recorded; Claude Platform on AWS not recorded; log file validation"
                                + " on; key arn:aws:kms:eu-central-1:111122223333:key/1.");
            });
            // The bucket of the trail is asked about too.
            assertThat(house.settings(Question.LOG_BUCKETS)).singleElement().satisfies(bucket -> assertThat(
                            bucket.words())
                    .isEqualTo("Encryption AES256; public access blocked."));
        }
    }

    @Test
    void everyPageOfAListIsRead() {
        aws.answer("bedrock:ListGuardrails", request -> {
            var second = "two".equals(request.query().get("nextToken"));
            return jsonReply(200, """
                    {"guardrails":[{"id":"g%1$d","arn":"arn:aws:bedrock:eu-central-1:111122223333:guardrail/g%1$d",
                    "name":"guard %1$d","status":"READY","version":"DRAFT","createdAt":"2026-01-01T00:00:00Z",
                    "updatedAt":"2026-01-01T00:00:00Z"}]%2$s}""".formatted(second ? 2 : 1, second ? "" : ",\"nextToken\":\"two\""));
        });
        aws.json("bedrock:GetGuardrail", """
                {"name":"guard","kmsKeyArn":"arn:aws:kms:eu-central-1:111122223333:key/9","status":"READY",
                "version":"DRAFT","guardrailId":"g","guardrailArn":"a","createdAt":"2026-01-01T00:00:00Z",
                "updatedAt":"2026-01-01T00:00:00Z","blockedInputMessaging":"","blockedOutputsMessaging":""}""");
        aws.answer(
                "ec2:DescribeVpcEndpoints",
                request -> LocalAccount.xml("""
                        <DescribeVpcEndpointsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId>
                        <vpcEndpointSet><item><vpcEndpointId>vpce-%1$s</vpcEndpointId><vpcId>vpc-1</vpcId>
                        <serviceName>com.amazonaws.eu-central-1.%2$s</serviceName><state>available</state>
                        <privateDnsEnabled>true</privateDnsEnabled></item></vpcEndpointSet>%3$s
                        </DescribeVpcEndpointsResponse>""".formatted(
                                request.body().contains("NextToken=") ? "2" : "1",
                                request.body().contains("NextToken=") ? "bedrock-runtime" : "s3",
                                request.body().contains("NextToken=") ? "" : "<nextToken>two</nextToken>")));
        try (var house = new House(Database.H2)) {
            house.look();
            assertThat(house.settings(Question.GUARDRAILS))
                    .extracting(Setting::subject)
                    .containsExactly("guard 1", "guard 2");
            assertThat(house.settings(Question.GUARDRAILS).getFirst().words())
                    .contains("key arn:aws:kms:eu-central-1:111122223333:key/9");
            // An endpoint to another service is none of Outflow's business.
            assertThat(house.settings(Question.VPC_ENDPOINTS)).singleElement().satisfies(endpoint -> assertThat(
                            endpoint.words())
                    .isEqualTo("To com.amazonaws.eu-central-1.bedrock-runtime from vpc-1, available, private DNS on."));
        }
    }

    @Test
    void whatIsRefusedCannotBeSeenAndNamesThePermissionForEachService() {
        for (var question : Question.values()) {
            question.actions().forEach(action -> aws.refuse(action.name()));
        }
        describeTrail();
        aws.refuse("cloudtrail:GetEventSelectors");
        try (var house = new House(Database.H2)) {
            var look = house.look();
            assertThat(look.problem()).isNull();
            assertThat(look.answered()).isZero();
            assertThat(look.refused()).isEqualTo(Question.values().length);
            for (var question : Question.values()) {
                var missing = question.actions().get(question == Question.TRAILS ? 2 : 0);
                assertThat(house.settings(question))
                        .allSatisfy(setting -> assertThat(setting.state()).isEqualTo(Setting.State.CANNOT_BE_SEEN))
                        .anySatisfy(setting -> assertThat(setting.words()).contains("allow " + missing.name()));
            }
            assertThat(house.answer(Question.GUARDRAILS).answer())
                    .isEqualTo(new Answer.Refused(List.of("bedrock:ListGuardrails")));
        }
    }

    @Test
    void callThatTheRegionDoesNotKnowIsNotOfferedAndNotRefused() {
        aws.answer("bedrock:GetAccountDataRetention", request -> error("bedrock:x", 404, "UnknownOperationException"));
        try (var house = new House(Database.H2)) {
            house.look();
            assertThat(house.settings(Question.DATA_RETENTION)).singleElement().satisfies(setting -> {
                assertThat(setting.state()).isEqualTo(Setting.State.NOT_OFFERED);
                assertThat(setting.words()).isEqualTo("eu-central-1 knows no call GetAccountDataRetention.");
            });
        }
    }

    @Test
    void retentionModeThatIsNewerThanTheSdkIsToldAsAwsWritesIt() {
        try (var house = new House(Database.H2)) {
            aws.json("bedrock:GetAccountDataRetention", "{\"mode\":\"aws_review\"}");
            house.look();
            assertThat(house.settings(Question.DATA_RETENTION).getFirst().words())
                    .startsWith("Mode aws_review:");

            aws.json("bedrock:GetAccountDataRetention", "{\"mode\":\"brand_new\"}");
            house.look();
            assertThat(house.settings(Question.DATA_RETENTION).getFirst().words())
                    .isEqualTo("Mode brand_new, which Outflow does not know.");
        }
    }

    @Test
    void awsThatAsksToBeSlowerIsAskedAgain() {
        var left = new AtomicInteger(5);
        aws.answer(
                "bedrock:ListGuardrails",
                request -> left.getAndDecrement() > 0 ? error("bedrock:x", 429, "ThrottlingException") : null);
        try (var house = new House(Database.H2)) {
            assertThat(house.look().problem()).isNull();
            assertThat(aws.asked().stream().filter("bedrock:ListGuardrails"::equals))
                    .hasSize(6);
        }
    }

    @Test
    void whatCannotBeAskedNowLeavesTheEarlierAnswerAndTheOthersAreAsked() {
        try (var house = new House(Database.H2)) {
            house.look();
            now = now.plus(Duration.ofHours(6));
            aws.answer("bedrock:ListGuardrails", request -> error("bedrock:x", 500, "InternalServerException"));

            var look = house.look();

            assertThat(look.problem()).startsWith("Guardrails in eu-central-1: AWS has a trouble of its own");
            assertThat(house.answer(Question.GUARDRAILS).seenUntil()).isEqualTo(now.minus(Duration.ofHours(6)));
            assertThat(house.answer(Question.API_KEYS).seenUntil()).isEqualTo(now);
        }
    }

    @Test
    void credentialsThatExpireInTheMiddleAreRenewedOnce() {
        var left = new AtomicInteger(1);
        aws.answer(
                "ec2:DescribeVpcEndpoints",
                request -> left.getAndDecrement() > 0 ? error("ec2:x", 400, "RequestExpired") : null);
        try (var house = new House(Database.H2)) {
            assertThat(house.look().problem()).isNull();

            aws.answer("sts:GetCallerIdentity", request -> error("sts:x", 403, "ExpiredToken"));
            var look = house.look();
            assertThat(look.problem()).startsWith("The credentials have expired");
            assertThat(look.account()).isEmpty();
            assertThat(look.answered()).isZero();
        }
    }

    @Test
    void regionThatTheAccountHasNotSwitchedOnEndsThatRegionAlone() {
        for (var action : List.of("cloudtrail:DescribeTrails", "bedrock:ListGuardrails")) {
            aws.answer(
                    action,
                    request -> request.signedFor().equals("eu-south-1")
                            ? error(action, 403, "UnrecognizedClientException")
                            : null);
        }
        try (var house = new House(Database.H2)) {
            house.evidenced = Set.of("eu-south-1", "eu-west-1");
            var look = house.look();
            assertThat(look.problem())
                    .startsWith("Trails in eu-south-1: AWS does not know the credentials")
                    .doesNotContain("Guardrails", "eu-west-1");
            assertThat(look.regions()).containsExactly("eu-central-1", "eu-south-1", "eu-west-1");
            assertThat(house.rows.of(Question.GUARDRAILS, now.plusSeconds(1)))
                    .extracting(Observation::region)
                    .containsExactly("eu-central-1", "eu-west-1");
        }
    }

    @Test
    void bucketWithoutEncryptionOrBlockIsToldApartFromOneThatMayNotBeSeenOrIsGone() {
        aws.json("bedrock:ListModelInvocationJobs", """
                {"invocationJobSummaries":[%s]}""".formatted(
                        String.join(",", job("bare"), job("foreign"), job("gone"))));
        aws.answer("s3:GetEncryptionConfiguration", request -> switch (request.path()) {
            case "/bare" -> Reply.error(404, "ServerSideEncryptionConfigurationNotFoundError");
            case "/foreign" -> Reply.error(403, "AccessDenied");
            case "/gone" -> Reply.error(404, "NoSuchBucket");
            default -> null;
        });
        aws.answer("s3:GetBucketPublicAccessBlock", request -> switch (request.path()) {
            case "/bare" -> Reply.error(404, "NoSuchPublicAccessBlockConfiguration");
            case "/gone" -> Reply.error(404, "NoSuchBucket");
            default -> null;
        });
        try (var house = new House(Database.H2)) {
            assertThat(house.look().problem()).isNull();
            assertThat(house.settings(Question.LOG_BUCKETS))
                    .extracting(Setting::subject, Setting::state)
                    .containsExactly(
                            tuple("bare", Setting.State.WATCH),
                            tuple("foreign", Setting.State.CANNOT_BE_SEEN),
                            tuple("gone", Setting.State.WATCH));
            assertThat(house.settings(Question.LOG_BUCKETS).getFirst().words())
                    .isEqualTo("Encryption none; public access not blocked as a whole.");
        }
    }

    private static String job(String bucket) {
        return """
                {"jobArn":"arn:aws:bedrock:eu-central-1:111122223333:model-invocation-job/1","jobName":"%1$s","modelId":"m",
                "roleArn":"r","submitTime":"2026-11-01T00:00:00Z","inputDataConfig":{"s3InputDataConfig":{"s3Uri":"s3://%1$s/in"}},
                "outputDataConfig":{"s3OutputDataConfig":{"s3Uri":"s3://%1$s/out/"}}}""".formatted(bucket);
    }

    @Test
    void applicationProfilesAndKeysAreResolvedAndOfSeveralSourcesTheOneThatSeesMostCounts() {
        aws.json("bedrock:ListInferenceProfiles", """
                {"inferenceProfileSummaries":[{"inferenceProfileName":"claims","inferenceProfileArn":
                "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/abc123def456","inferenceProfileId":
                "abc123def456","status":"ACTIVE","type":"APPLICATION","createdAt":"2026-01-01T00:00:00Z","models":[{"modelArn":
                "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-opus-4-7"}]}]}""");
        aws.json("bedrock:ListTagsForResource", "{\"tags\":[{\"key\":\"data-class\",\"value\":\"PERSONAL\"}]}");
        aws.answer("iam:ListServiceSpecificCredentials", request -> LocalAccount.xml("""
                <ListServiceSpecificCredentialsResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
                <ListServiceSpecificCredentialsResult><ServiceSpecificCredentials><member><UserName>BedrockAPIKey-1</UserName>
                <Status>Active</Status><ServiceUserName>x</ServiceUserName><CreateDate>2026-01-02T00:00:00Z</CreateDate>
                <ServiceSpecificCredentialId>ACCA1</ServiceSpecificCredentialId><ServiceName>bedrock.amazonaws.com</ServiceName>
                </member><member><UserName>git</UserName><Status>Active</Status><ServiceUserName>y</ServiceUserName>
                <CreateDate>2026-01-02T00:00:00Z</CreateDate><ServiceSpecificCredentialId>ACCA2</ServiceSpecificCredentialId>
                <ServiceName>codecommit.amazonaws.com</ServiceName></member></ServiceSpecificCredentials>
                <IsTruncated>false</IsTruncated></ListServiceSpecificCredentialsResult>
                </ListServiceSpecificCredentialsResponse>"""));
        try (var house = new House(Database.H2)) {
            house.look(1);
            assertThat(house.json(Question.APPLICATION_PROFILES))
                    .contains("anthropic.claude-opus-4-7", "\"tags\":{\"data-class\":\"PERSONAL\"}");
            assertThat(house.settings(Question.API_KEYS)).singleElement().satisfies(key -> assertThat(key.words())
                    .isEqualTo(
                            "bedrock.amazonaws.com key of the user BedrockAPIKey-1, active, without an end. Who holds it"
                                    + " cannot be told."));

            now = now.plusSeconds(60);
            aws.refuse("bedrock:ListInferenceProfiles");
            house.look(2);
            var best = StoredPosture.best(house.rows.latest()).stream()
                    .filter(one -> one.question() == Question.APPLICATION_PROFILES)
                    .toList();
            assertThat(best).singleElement().satisfies(one -> assertThat(one.sourceId())
                    .isEqualTo(1));

            // A profile that is deleted in AWS is kept: its calls stay, and it cannot be asked for any more.
            var seen = now.minusSeconds(60);
            now = now.plusSeconds(60);
            aws.json("bedrock:ListInferenceProfiles", "{\"inferenceProfileSummaries\":[]}");
            house.look(1);
            assertThat(new StoredProfiles(house.rows).all()).singleElement().satisfies(profile -> {
                assertThat(profile.arn()).endsWith("application-inference-profile/abc123def456");
                assertThat(profile.name()).isEqualTo("claims");
                assertThat(profile.models()).singleElement().asString().endsWith("anthropic.claude-opus-4-7");
                assertThat(profile.tags()).containsEntry("data-class", "PERSONAL");
                assertThat(profile.seenUntil()).isEqualTo(seen);
            });
        }
    }
}
