package io.outflow.imports.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.aws.AwsAccess;
import io.outflow.aws.AwsConfig;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.SourceTest;
import io.outflow.imports.SourceTest.Finding;
import io.outflow.testing.LocalAws;
import io.outflow.testing.LocalAws.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final String KEY = "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/03/02/a.json.gz";

    static {
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "made-up");
    }

    private final LocalAws aws = new LocalAws();

    @BeforeEach
    void speakSts() {
        wrong(request -> null);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    private void wrong(LocalAws.Fault fault) {
        aws.fault(request -> {
            var wrong = fault.apply(request);
            return wrong == null && request.body().contains("GetCallerIdentity") ? identity() : wrong;
        });
    }

    private static Reply identity() {
        return Reply.of(200, """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>arn:aws:iam::111122223333:user/sample</Arn><UserId>A</UserId><Account>111122223333</Account>
                </GetCallerIdentityResult></GetCallerIdentityResponse>""".getBytes(StandardCharsets.UTF_8));
    }

    private SourceTest test(AwsAccess access) {
        var settings = new SourceSettings(
                "Example",
                SourceKind.TRAIL_BUCKET,
                "eu-central-1",
                "example-logs",
                "",
                "",
                List.of(),
                List.of(),
                access,
                null,
                15,
                24);
        try (var door = settings.door(new AwsConfig(aws.address(), Duration.ofMillis(1), 3))) {
            return new Trial(settings, door, new LookupPace(Duration.ofMillis(1))).run(Instant.now());
        }
    }

    private SourceTest test() {
        return test(new AwsAccess.DefaultChain());
    }

    @Test
    void allStepsAreNamedWhereTheyWork() {
        aws.put(KEY, new byte[] {1, 2, 3});

        var result = test();

        assertThat(result.good()).isTrue();
        assertThat(result.findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "Outflow reaches AWS as arn:aws:iam::111122223333:user/sample.",
                        "Outflow may list the bucket and found logs of 1 accounts and Regions below "
                                + "s3://example-logs/AWSLogs/.",
                        "Outflow may read a log file: " + KEY + ".",
                        "There are no digest files, so log files are read and nothing proves them. Switch on log file "
                                + "validation for the trail.");
        assertThat(aws.gets()).singleElement().satisfies(get -> assertThat(get.headers())
                .containsEntry("range", "bytes=0-0"));
    }

    @Test
    void keysThatMayNotBeAskedForAreNamedWithTheirPermission() {
        aws.put(KEY, new byte[] {1, 2, 3});
        aws.put(KEY.replace("/CloudTrail/", "/CloudTrail-Digest/"), new byte[] {1});
        assertThat(test().findings().getLast().sentence()).contains("may ask AWS for the public keys");
        wrong(request -> request.headers().containsKey("x-amz-target")
                ? Reply.of(
                        400,
                        "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}".getBytes(StandardCharsets.UTF_8))
                : null);

        assertThat(last(test())).contains("cloudtrail:ListPublicKeys");
    }

    @Test
    void listingThatIsRefusedIsNamedWithItsPermission() {
        wrong(request -> request.list() ? Reply.error(403, "AccessDenied") : null);

        assertThat(last(test())).contains("list the bucket example-logs", "s3:ListBucket");
    }

    @Test
    void readingThatIsRefusedIsNamedWithItsPermission() {
        aws.put(KEY, new byte[] {1});
        wrong(request -> request.get() ? Reply.error(403, "AccessDenied") : null);

        assertThat(last(test())).contains("s3:GetObject");
    }

    @Test
    void aWrongPrefixIsToldFromNoPermission() {
        aws.put("elsewhere/" + KEY, new byte[] {1});

        assertThat(last(test())).contains("there is no folder of CloudTrail log files", "Check prefix");
    }

    @Test
    void aRoleThatMayNotBeTakenIsSaid() {
        wrong(request -> request.body().contains("AssumeRole")
                ? Reply.of(
                        403,
                        ("<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>"
                                        + "<Message>not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>")
                                .getBytes(StandardCharsets.UTF_8))
                : null);

        assertThat(last(test(new AwsAccess.Role("arn:aws:iam::111122223333:role/Outflow", "x-1"))))
                .startsWith("AWS does not let Outflow take the role.")
                .contains("external id", "sts:AssumeRole");
    }

    @Test
    void aProfileThatIsNotThereIsSaid() {
        assertThat(last(test(new AwsAccess.Profile("no-such-profile")))).contains("no credentials");
    }

    @Test
    void keysThatAwsDoesNotKnowAreSaid() {
        wrong(request -> request.method().equals("POST")
                ? Reply.of(
                        403,
                        ("<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code>"
                                        + "<Message>no such key</Message></Error></ErrorResponse>")
                                .getBytes(StandardCharsets.UTF_8))
                : null);

        assertThat(last(test())).startsWith("AWS does not know the credentials that Outflow uses");
    }

    private static String last(SourceTest result) {
        assertThat(result.good()).isFalse();
        assertThat(result.findings().getLast().good()).isFalse();
        return result.findings().getLast().sentence();
    }
}
