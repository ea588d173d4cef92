package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.invoke;
import static io.outflow.testing.TrailFiles.logLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.aws.AwsAccess;
import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.RunState;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceSettings;
import io.outflow.testing.Database;
import io.outflow.testing.LocalAws;
import io.outflow.testing.LocalAws.Reply;
import io.outflow.testing.OnBothDatabases;
import io.outflow.usage.JoinedCalls;
import io.outflow.usage.internal.Stores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bucket as a source: the real client of the AWS SDK against a bucket on the loopback. */
class BucketSourceTest {
    private static final String ROOT = "AWSLogs/111122223333/CloudTrail/eu-central-1/";

    @TempDir
    Path folder;

    private final LocalAws aws = new LocalAws();

    @AfterEach
    void close() {
        aws.close();
    }

    private Fetching fetching(Database database) {
        return new Fetching(database, aws.address(), folder);
    }

    private static String key(int number) {
        return ROOT
                + "2026/03/%02d/111122223333_CloudTrail_eu-central-1_202603%02dT12%02dZ_%016d.json.gz"
                        .formatted(2 + number / 1000, 2 + number / 1000, number % 60, number);
    }

    private void putTrail(int number) {
        aws.put(key(number), trail(invoke(number, "ana")));
    }

    private static byte[] trail(String... records) {
        return gzip("{\"Records\":[" + String.join(",", records) + "]}");
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @OnBothDatabases
    void whatIsNewIsImportedAndAnUnchangedBucketIsNotDownloadedAgain(Database database) throws IOException {
        for (int i = 0; i < 20; i++) {
            putTrail(i);
        }
        // Beside the log files, and none of them.
        aws.put("AWSLogs/111122223333/CloudTrail-Digest/eu-central-1/2026/03/02/a.json.gz", trail(invoke(99, "ana")));
        aws.put("AWSLogs/111122223333/CloudTrail-Insight/eu-central-1/2026/03/02/a.json.gz", trail(invoke(99, "ana")));
        aws.put("AWSLogs/111122223333/Config/eu-central-1/a.json.gz", trail(invoke(99, "ana")));
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            var run = fetching.look(source).getFirst();
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.totals()).isEqualTo(new Counts(20, 20, 0, 0, 0));
            assertThat(run.origin()).isEqualTo("TRAIL_BUCKET");
            assertThat(run.bytes()).isPositive().isEqualTo(run.bytesRead());
            assertThat(aws.gets()).hasSize(20);
            assertThat(fetching.state(source).newestAt()).isNotNull();
            assertThat(fetching.lastLook(source)).satisfies(look -> {
                assertThat(look.seen()).isEqualTo(20);
                assertThat(look.found()).isEqualTo(20);
                assertThat(look.runId()).isEqualTo(run.id());
            });
            assertThat(fetching.spool)
                    .as("objects of this size are not put into files")
                    .doesNotExist();

            assertThat(fetching.look(source)).isEmpty();
            assertThat(aws.gets()).hasSize(20);

            putTrail(20);
            assertThat(fetching.look(source)).singleElement().satisfies(second -> assertThat(second.totals())
                    .isEqualTo(new Counts(1, 1, 0, 0, 0)));
            assertThat(aws.gets()).hasSize(21);
        }
    }

    @Test
    void objectsAreFetchedAheadOfTheirReadersAndOnlySomeOfThem() {
        for (int i = 0; i < 150; i++) {
            putTrail(i);
        }
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        aws.fault(request -> {
            if (request.get()) {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
                // As far away as a Region is.
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                open.decrementAndGet();
            }
            return null;
        });
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));

            var run = fetching.look(source).getFirst();

            assertThat(run.totals()).isEqualTo(new Counts(150, 150, 0, 0, 0));
            assertThat(most).satisfies(count -> assertThat(count.get()).isBetween(10, 40));
        }
    }

    @OnBothDatabases
    void aLateFileOfADayThatWasSeenIsTakenAndOlderDaysAreNotListedAgain(Database database) {
        for (int day = 0; day < 9; day++) {
            putTrail(day * 1000);
        }
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.look(source);
            putTrail(7001);
            aws.requests.clear();

            assertThat(fetching.look(source).getFirst().totals()).isEqualTo(new Counts(1, 1, 0, 0, 0));
            assertThat(aws.lists())
                    .anySatisfy(list -> assertThat(list.query()).containsEntry("start-after", ROOT + "2026/03/07"));
            assertThat(fetching.lastLook(source).seen()).isEqualTo(5);
        }
    }

    @Test
    void anOrganisationsFoldersAreFoundAndAPrefixIsKept() {
        aws.put("team/AWSLogs/o-abcde12345/" + key(1).substring("AWSLogs/".length()), trail(invoke(1, "ana")));
        aws.put("team/" + key(2), trail(invoke(2, "ana")));
        aws.put(key(3), trail(invoke(3, "ana")));
        try (var fetching = fetching(Database.H2)) {
            var all = Fetching.bucket(SourceKind.TRAIL_BUCKET);
            long source = fetching.source(new SourceSettings(
                    all.name(),
                    all.kind(),
                    all.homeRegion(),
                    all.bucket(),
                    "team",
                    "",
                    List.of("111122223333"),
                    List.of("eu-central-1"),
                    all.access(),
                    null,
                    15,
                    24));
            assertThat(fetching.look(source).getFirst().totals()).isEqualTo(new Counts(2, 2, 0, 0, 0));
        }
    }

    @OnBothDatabases
    void anObjectThatWasChangedIsTakenAgainAndItsEventsCountOnce(Database database) {
        putTrail(1);
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.look(source);
            aws.put(key(1), trail(invoke(1, "ana"), invoke(2, "ana")));

            assertThat(fetching.look(source).getFirst().totals()).isEqualTo(new Counts(2, 1, 1, 0, 0));
        }
    }

    @Test
    void anObjectChangedBetweenListAndGetIsFetchedAsItIsNow() {
        putTrail(1);
        try (var fetching = fetching(Database.H2)) {
            var once = new AtomicInteger();
            aws.fault(request -> {
                if (request.get() && once.getAndIncrement() == 0) {
                    aws.put(key(1), trail(invoke(1, "ana"), invoke(2, "ana")));
                }
                return null;
            });
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            assertThat(fetching.look(source).getFirst().totals()).isEqualTo(new Counts(2, 2, 0, 0, 0));
            assertThat(fetching.look(source)).isEmpty();
        }
    }

    @OnBothDatabases
    void invocationLogsAreJoinedToTheirRecordsAndTheRatioIsCounted(Database database) {
        putTrail(1);
        putTrail(2);
        var logs = "AWSLogs/111122223333/BedrockModelInvocationLogs/eu-central-1/2026/03/02/12/";
        aws.put(logs + "20260302T120000000Z_a.json.gz", gzip(String.join("\n", logLine(1, 10, 1), logLine(2, 10, 1))));
        aws.put(logs + "20260302T120100000Z_b.json.gz", gzip(logLine(3, 10, 1)));
        aws.put(logs + "data/" + "x_input.json.gz", gzip("{\"prompt\":\"never read\"}"));
        aws.put(logs + "amazon-bedrock-logs-permission-check", "x".getBytes(StandardCharsets.UTF_8));
        try (var fetching = fetching(database)) {
            fetching.look(fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET)));
            long source = fetching.source(Fetching.bucket(SourceKind.INVOCATION_LOG_BUCKET));
            var run = fetching.look(source).getFirst();
            assertThat(run.totals()).isEqualTo(new Counts(3, 3, 0, 0, 0));
            assertThat(aws.gets()).noneMatch(get -> get.key().contains("/data/"));
            var calls = Stores.loggedCalls(fetching.imports.jdbc);
            assertThat(calls.ofRun(run.id())).isEqualTo(new JoinedCalls(3, 2));
            assertThat(calls.between(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                    .isEqualTo(new JoinedCalls(3, 2));
            assertThat(calls.between(Instant.EPOCH, Instant.EPOCH)).isEqualTo(new JoinedCalls(0, 0));
            assertThat(calls.ofSource(source)).isEqualTo(new JoinedCalls(3, 2));
        }
    }

    @Test
    void fiveThousandKeysAreListedPageByPageAndOneThatAppearsMeanwhileIsNotLost() {
        for (int i = 0; i < 5_000; i++) {
            putTrail(i);
        }
        try (var fetching = fetching(Database.H2)) {
            var lists = new AtomicInteger();
            aws.fault(request -> {
                if (request.list()
                        && request.query().containsKey("continuation-token")
                        && lists.incrementAndGet() == 4) {
                    // Before the place that the listing has reached.
                    aws.put(key(3_000).replace(".json", "x.json"), trail(invoke(7_000, "ana")));
                }
                return null;
            });
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            assertThat(fetching.look(source).getFirst().totals().inserted()).isEqualTo(5_000);
            assertThat(lists).hasValue(4);
            assertThat(fetching.look(source).getFirst().totals()).isEqualTo(new Counts(1, 1, 0, 0, 0));
        }
    }

    @Test
    void throttledFiveTimesItWaitsAndGoesOn() {
        putTrail(1);
        var times = new AtomicInteger();
        aws.fault(request -> request.get() && times.getAndIncrement() < 5 ? Reply.error(503, "SlowDown") : null);
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            assertThat(fetching.look(source).getFirst().state()).isEqualTo(RunState.DONE);
            assertThat(times).hasValue(6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, FileBytes.IN_HEAP})
    void aConnectionResetAtAnyByteAndAShortBodyAreFetchedAgain(int inHeap) throws IOException {
        for (int i = 0; i < 6; i++) {
            putTrail(i);
        }
        var body = trail(invoke(0, "ana"));
        var cuts = new AtomicInteger();
        aws.fault(request -> {
            int cut = cuts.get();
            if (request.get() && cut < 9 && cuts.compareAndSet(cut, cut + 1)) {
                return Reply.of(200, body, "ETag", "\"x\"").cutAt(cut * body.length / 9, cut % 2 == 0);
            }
            return null;
        });
        try (var fetching = fetching(Database.H2)) {
            fetching.inHeap = inHeap;
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            var run = fetching.look(source).getFirst();
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.totals()).isEqualTo(new Counts(6, 6, 0, 0, 0));
            assertThat(aws.gets()).hasSize(15);
            if (inHeap == 0) {
                assertThat(fetching.spool).as("files go when they are read").isEmptyDirectory();
            }
        }
    }

    @Test
    void accessDeniedForOneObjectIsSaidOfItAndTheOthersAreRead() {
        putTrail(1);
        putTrail(2);
        aws.fault(request -> request.get() && request.key().equals(key(1)) ? Reply.error(403, "AccessDenied") : null);
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            var run = fetching.look(source).getFirst();
            assertThat(run.state()).isEqualTo(RunState.DONE_WITH_QUARANTINE);
            assertThat(fetching.imports.rows.files(run.id()))
                    .filteredOn(file -> file.state() == FileState.FAILED)
                    .singleElement()
                    .satisfies(file -> assertThat(file.reason()).contains("s3:GetObject"));
            // Not again and again: not before some hours.
            assertThat(fetching.look(source)).isEmpty();
        }
    }

    @Test
    void whenAllObjectsAreRefusedTheRunStopsInWordsAndIsTakenUpWhenTheyAreAllowed() {
        for (int i = 0; i < 50; i++) {
            putTrail(i);
        }
        aws.fault(request -> request.get()
                ? Reply.of(
                        403,
                        ("<Error><Code>AccessDenied</Code><Message>not authorized to perform: kms:Decrypt</Message></Error>")
                                .getBytes(StandardCharsets.UTF_8))
                : null);
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            var run = fetching.look(source).getFirst();
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.message()).contains("kms:Decrypt");
            // Five refusals say it; what the two readers and those before them had asked for by then comes on top.
            assertThat(aws.gets()).hasSizeLessThan(20);

            aws.fault(request -> null);
            var second = fetching.look(source).getFirst();
            assertThat(second.state()).isEqualTo(RunState.DONE);
            assertThat(second.files()).isGreaterThan(40);
        }
    }

    @Test
    void aBucketThatMayNotBeListedIsSaidInWords() {
        aws.fault(request -> request.list() ? Reply.error(403, "AccessDenied") : null);
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            assertThat(fetching.look(source)).isEmpty();
            assertThat(fetching.state(source).problem())
                    .startsWith("AWS does not let Outflow list the bucket example-logs. It needs s3:ListBucket");
            assertThat(fetching.lastLook(source).problem())
                    .isEqualTo(fetching.state(source).problem());

            aws.fault(request -> null);
            fetching.look(source);
            assertThat(fetching.state(source).problem()).isNull();
        }
    }

    @Test
    void aBucketInAnotherRegionIsFollowedThereByAllWhoAskAtOnce() {
        for (int i = 0; i < 20; i++) {
            putTrail(i);
        }
        // The first two objects are on their way before either answer says where the bucket is.
        var asked = new CountDownLatch(2);
        aws.fault(request -> {
            if (request.signedFor().equals("eu-west-1")) {
                return null;
            }
            if (request.get()) {
                asked.countDown();
                Awaitility.await().until(() -> asked.getCount() == 0);
            }
            return Reply.error(301, "PermanentRedirect", "x-amz-bucket-region", "eu-west-1");
        });
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            assertThat(fetching.look(source).getFirst().totals()).isEqualTo(new Counts(20, 20, 0, 0, 0));
            assertThat(asked.getCount()).isZero();
        }
    }

    @Test
    void aClockThatIsTwentyMinutesOffIsMadeUpFor() {
        putTrail(1);
        var there = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20));
        aws.clock(there);
        aws.fault(request ->
                skewed(request.headers().get("x-amz-date"), there) ? Reply.error(403, "RequestTimeTooSkewed") : null);
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            assertThat(fetching.look(source).getFirst().totals()).isEqualTo(new Counts(1, 1, 0, 0, 0));
            assertThat(aws.requests)
                    .anyMatch(request -> skewed(request.headers().get("x-amz-date"), there));
        }
    }

    @Test
    void aClockThatAwsNeverAcceptsIsSaidInWords() {
        aws.fault(request -> Reply.error(403, "RequestTimeTooSkewed"));
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.look(source);
            assertThat(fetching.state(source).problem()).startsWith("The clock of this server differs");
        }
    }

    private static boolean skewed(String amzDate, Clock there) {
        var sent = Instant.parse(
                amzDate.replaceAll("(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z", "$1-$2-$3T$4:$5:$6Z"));
        return Duration.between(sent, there.instant()).abs().compareTo(Duration.ofMinutes(15)) > 0;
    }

    @Test
    void credentialsOfARoleThatExpireInMidRunAreRenewed() {
        for (int i = 0; i < 10; i++) {
            putTrail(i);
        }
        var roles = new AtomicInteger();
        aws.fault(request -> {
            if (request.body().contains("Action=AssumeRole")) {
                assertThat(request.body()).contains("ExternalId=outflow-1").contains("RoleSessionName=Outflow");
                return role(roles.incrementAndGet());
            }
            boolean old = request.get()
                    && request.signedBy().equals("ASIA1")
                    && aws.gets().size() > 4;
            return old ? Reply.error(400, "ExpiredToken") : null;
        });
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.as(
                    Fetching.bucket(SourceKind.TRAIL_BUCKET),
                    new AwsAccess.Role("arn:aws:iam::111122223333:role/Outflow", "outflow-1")));
            var run = fetching.look(source).getFirst();
            assertThat(run.state()).as("%s", run.message()).isEqualTo(RunState.DONE);
            assertThat(run.totals()).isEqualTo(new Counts(10, 10, 0, 0, 0));
        }
    }

    private static Reply role(int number) {
        return Reply.of(200, """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
                <AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/Outflow/Outflow</Arn>
                <AssumedRoleId>A:Outflow</AssumedRoleId></AssumedRoleUser>
                <Credentials><AccessKeyId>ASIA%d</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
                <SessionToken>t</SessionToken><Expiration>%s</Expiration></Credentials>
                </AssumeRoleResult></AssumeRoleResponse>""".formatted(number, Instant.now().plus(Duration.ofHours(1)))
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void credentialsThatStayExpiredStopTheRunAndTheNextLookTakesTheRest() {
        for (int i = 0; i < 10; i++) {
            putTrail(i);
        }
        aws.fault(request -> request.get() && aws.gets().size() > 4 ? Reply.error(400, "ExpiredToken") : null);
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            var run = fetching.look(source).getFirst();
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.message()).startsWith("The credentials have expired");
            assertThat(fetching.imports.rows.files(run.id()))
                    .extracting(ImportFile::state)
                    .contains(FileState.DONE, FileState.CANCELLED)
                    .doesNotContain(FileState.FAILED);

            aws.fault(request -> null);
            fetching.look(source);
            assertThat(fetching.imports.count("invocation")).isEqualTo(10);
        }
    }

    @OnBothDatabases
    void aRunThatIsInterruptedGoesOnWithTheNextStart(Database database) {
        for (int i = 0; i < 60; i++) {
            putTrail(i);
        }
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            long run = fetching.begin(source);
            Awaitility.await().until(() -> aws.gets().size() > 10);
            fetching.imports.engine.stop();
            // Known already: a look does not take them again.
            assertThat(fetching.begin(source)).isEqualTo(-1);
            fetching.imports.engine.start();

            var ended = fetching.imports.await(run);
            assertThat(ended.state()).isEqualTo(RunState.DONE);
            assertThat(ended.totals()).isEqualTo(new Counts(60, 60, 0, 0, 0));
        }
    }

    @OnBothDatabases
    void aRunThatSomebodyCancelledIsLeftToThemAndNotTakenUpByTheNextLook(Database database) {
        for (int i = 0; i < 60; i++) {
            putTrail(i);
        }
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            // Held in the midst, else a quick machine has read all of it before anybody can cancel.
            var cancelled = new AtomicBoolean();
            aws.fault(request -> {
                if (request.get() && aws.gets().size() > 10) {
                    Awaitility.await().untilTrue(cancelled);
                }
                return null;
            });
            long run = fetching.begin(source);
            Awaitility.await().until(() -> aws.gets().size() > 10);
            fetching.imports.engine.cancel(run);
            cancelled.set(true);
            assertThat(fetching.imports.await(run).state()).isEqualTo(RunState.CANCELLED);
            assertThat(fetching.look(source)).isEmpty();

            assertThat(fetching.imports.rows.reopen(run)).isTrue();
            fetching.imports.engine.submit(run);
            assertThat(fetching.imports.await(run).totals()).isEqualTo(new Counts(60, 60, 0, 0, 0));
        }
    }

    @Test
    void whatTheBucketKeepsBesideAnObjectIsKept() {
        aws.put(key(1), trail(invoke(1, "ana")), Instant.now(), Map.of("signature", "00ff"));
        try (var fetching = fetching(Database.H2)) {
            fetching.look(fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET)));
            assertThat(fetching.imports.jdbc.queryForObject("SELECT metadata FROM source_file", String.class))
                    .isEqualTo("{\"signature\":\"00ff\"}");
        }
    }

    @Test
    void aBucketThatIsGoneOrUnreachableIsSaid() {
        aws.fault(request -> Reply.error(404, "NoSuchBucket"));
        try (var fetching = fetching(Database.H2)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.look(source);
            assertThat(fetching.state(source).problem()).startsWith("There is no bucket of this name.");
            aws.close();
            fetching.look(source);
            assertThat(fetching.state(source).problem()).startsWith("AWS cannot be reached from this server.");
        }
    }
}
