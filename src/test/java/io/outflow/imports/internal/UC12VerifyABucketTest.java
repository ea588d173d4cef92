package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.governance;
import static io.outflow.testing.TrailFiles.invoke;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.imports.Counts;
import io.outflow.imports.DigestGap;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.ImportRun;
import io.outflow.imports.RunState;
import io.outflow.imports.SourceKind;
import io.outflow.testing.Database;
import io.outflow.testing.LocalAws;
import io.outflow.testing.LocalAws.Reply;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.SignedTrail;
import io.outflow.testing.SignedTrail.Hour;
import io.outflow.trail.Proof;
import io.outflow.usage.Unproven;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** UC-12: digests and log files in a trail's bucket, and those that people bring, find each other whichever comes first. */
class UC12VerifyABucketTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant ALWAYS = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final LocalAws aws = new LocalAws();
    private Path logs;
    private SignedTrail trail;

    @BeforeEach
    void makeTrail() {
        logs = folder.resolve("logs");
        trail = new SignedTrail(logs);
        trail.bucket = "example-logs";
        aws.publicKey(SignedTrail.KEY, NOON.minus(Duration.ofDays(1)), ALWAYS);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @OnBothDatabases
    void logFilesOfABucketAreVerifiedByItsDigestsWithOneDownloadEach(Database database) throws IOException {
        trail.hourOf(NOON, List.of(log(NOON, "first", 1, 2), log(NOON, "second", 3)));
        log(NOON, "added", 4);
        aws.putAll(logs);
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));

            ImportRun run = fetching.look(source).getFirst();

            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 3, Proof.UNREFERENCED, 1));
            assertThat(run.message())
                    .contains("2 log files are verified", "0 are invalid or missing", "1 are named by no digest");
            assertThat(aws.gets()).hasSize(4);
            assertThat(fetching.lastLook(source).found()).isEqualTo(3);
            assertThat(keysAsked()).isEqualTo(1);

            assertThat(fetching.look(source)).isEmpty();
            assertThat(aws.gets()).hasSize(4);
        }
        assertThat(folder.resolve("public-keys/fetched/eu-central-1.json")).exists();
    }

    @OnBothDatabases
    void digestsThatComeAnHourLaterProveLogFilesWithoutFetchingThemAgain(Database database) throws IOException {
        Path log = log(NOON, "first", 1, 2);
        aws.putAll(logs);
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            ImportRun before = fetching.look(source).getFirst();
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.NO_DIGEST, 2));
            trail.hourOf(NOON, List.of(log));
            aws.putAll(logs);

            ImportRun after = fetching.look(source).getFirst();

            assertThat(after.files()).isEqualTo(1);
            assertThat(after.totals().inserted()).isZero();
            assertThat(after.message()).contains("1 have another proof now; 0 of them turned out invalid");
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 2));
            assertThat(fetching.imports.file(before.id(), 1).proof()).isEqualTo(Proof.VERIFIED);
            assertThat(aws.gets()).hasSize(2);
            assertThat(fetching.lastLook(source).found()).isZero();
        }
    }

    @OnBothDatabases
    void aFileThatTurnsOutInvalidLaterKeepsItsCallsMarked(Database database) throws IOException {
        Path log = log(NOON, "first", 1, 2);
        trail.hourOf(NOON, List.of(log));
        tamper(log);
        Path digests = logs.resolve("AWSLogs/111122223333/CloudTrail-Digest");
        Files.move(digests, folder.resolve("kept"));
        aws.putAll(logs);
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.look(source);
            Files.move(folder.resolve("kept"), digests);
            aws.putAll(logs);

            ImportRun after = fetching.look(source).getFirst();

            assertThat(after.message()).contains("1 of them turned out invalid");
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.INVALID, 2));
        }
    }

    @OnBothDatabases
    void aFileThatIsInvalidWhenItIsReadIsSetAsideAndMayBeAdmitted(Database database) throws IOException {
        Path first = log(NOON, "first", 1, 2);
        trail.hourOf(NOON, List.of(first, log(NOON, "second", 3)));
        tamper(first);
        aws.putAll(logs);
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));

            ImportRun run = fetching.look(source).getFirst();

            ImportFile aside = file(fetching, run, "first");
            assertThat(aside.state()).isEqualTo(FileState.SET_ASIDE);
            assertThat(aside.counts().read()).isZero();
            assertThat(aside.proof()).isEqualTo(Proof.INVALID);
            assertThat(aside.reason()).contains("This log file was changed", "set aside whole");
            assertThat(run.message()).contains("1 log files are verified, 1 are invalid or missing");
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 1));

            new TransactionTemplate(new DataSourceTransactionManager(fetching.imports.source))
                    .executeWithoutResult(status -> fetching.imports.rows.admit(aside.id(), "Packed anew by us."));
            fetching.imports.engine.submit(run.id());
            fetching.imports.await(run.id());

            assertThat(file(fetching, run, "first").state()).isEqualTo(FileState.DONE);
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 1, Proof.INVALID, 2));
        }
    }

    @OnBothDatabases
    void aLargeFileThatIsInvalidIsSetAsideBeforeAnythingOfItIsWritten(Database database) throws IOException {
        int[] calls = new int[3_000];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = i;
        }
        Path large = log(NOON, "large", calls);
        trail.hourOf(NOON, List.of(large));
        tamper(large);
        aws.putAll(logs);
        try (var fetching = fetching(database)) {
            ImportRun run = fetching.look(fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET)))
                    .getFirst();

            assertThat(file(fetching, run, "large").state()).isEqualTo(FileState.SET_ASIDE);
            assertThat(proofs(fetching)).isEmpty();
            // What is held back is not read as nothing: its day says so.
            var open = new ProofService(fetching.imports.jdbc)
                    .days(NOON, NOON.plus(Duration.ofDays(1)), Set.of(), Set.of("eu-central-1"));
            assertThat(open.get(LocalDate.parse("2026-03-02")).setAside()).isEqualTo(1);
            assertThat(new ProofService(fetching.imports.jdbc)
                            .days(NOON, NOON.plus(Duration.ofHours(1)), Set.of("444455556666"), Set.of()))
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void governanceEventsCarryTheProofOfTheirFile(Database database) throws IOException {
        Path log = trail.log(NOON.plus(Duration.ofMinutes(20)), "changes");
        Files.write(log, SignedTrail.gzip(records(List.of(governance(1)))));
        aws.putAll(logs);
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.look(source);
            assertThat(governanceProofs(fetching)).containsExactly(Proof.NO_DIGEST);
            trail.hourOf(NOON, List.of(log));
            aws.putAll(logs);

            fetching.look(source);

            assertThat(governanceProofs(fetching)).containsExactly(Proof.VERIFIED);
        }
    }

    @OnBothDatabases
    void hoursWithoutADigestAreKeptOneByOneAndGoWhenTheirDigestComes(Database database) throws IOException {
        trail.hourOf(NOON, List.of(log(NOON, "first", 1)));
        Hour missing = trail.hourOf(hour(1), List.of(log(hour(1), "second", 2)));
        Hour missingToo = trail.hourOf(hour(2), List.of(log(hour(2), "third", 3)));
        trail.hourOf(hour(3), List.of());
        for (Hour gone : List.of(missing, missingToo)) {
            Files.move(gone.digest(), folder.resolve(gone.digest().getFileName()));
        }
        aws.putAll(logs);
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.look(source);

            assertThat(gaps(fetching)).first().satisfies(gap -> {
                assertThat(gap.from()).isEqualTo(hour(1));
                assertThat(gap.to()).isEqualTo(hour(3));
                assertThat(gap.hours()).isEqualTo(2);
                assertThat(gap.trail()).isEqualTo("outflow");
                assertThat(gap.reason()).contains("digests are missing");
            });
            // Nothing newer is there, so nothing is proven of the days since.
            assertThat(gaps(fetching)).hasSize(2).last().satisfies(gap -> {
                assertThat(gap.from()).isEqualTo(hour(4));
                assertThat(gap.hours()).isGreaterThan(24);
            });
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 1, Proof.UNCHAINED, 2));
            for (Hour gone : List.of(missing, missingToo)) {
                Files.move(folder.resolve(gone.digest().getFileName()), gone.digest());
            }
            aws.putAll(logs);

            fetching.look(source);

            assertThat(gaps(fetching)).singleElement().satisfies(gap -> assertThat(gap.from())
                    .isEqualTo(hour(4)));
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 3));
            assertThat(new ProofService(fetching.imports.jdbc).gaps(hour(4), hour(7)))
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.hours()).isEqualTo(3));
            assertThat(new ProofService(fetching.imports.jdbc)
                            .days(NOON, NOON.plus(Duration.ofDays(2)), Set.of(), Set.of()))
                    .containsEntry(LocalDate.parse("2026-03-02"), new Unproven.Day(8, 0, 0))
                    .containsEntry(LocalDate.parse("2026-03-03"), new Unproven.Day(24, 0, 0));
        }
    }

    @OnBothDatabases
    void aLookThatFindsNothingSaysForHowLongTheNextDigestIsOverdue(Database database) throws IOException {
        trail.hourOf(NOON, List.of(log(NOON, "first", 1)));
        aws.putAll(logs);
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            fetching.look(source);
            // As it was told some months ago.
            fetching.imports.jdbc.update("UPDATE digest_gap SET to_at = ?", LogRows.time(hour(2)));

            assertThat(fetching.look(source)).isEmpty();

            assertThat(gaps(fetching)).singleElement().satisfies(gap -> {
                assertThat(gap.from()).isEqualTo(hour(1));
                assertThat(gap.to()).isAfter(Instant.now().minus(Duration.ofHours(4)));
            });
        }
    }

    @OnBothDatabases
    void aLogFileOfAnOlderVersionIsSaidToBeVerifiedWhenItIsSeenAgain(Database database) throws IOException {
        Path log = log(NOON, "first", 1, 2);
        Hour hour = trail.hourOf(NOON, List.of(log));
        trail.withKey(SignedTrail.KEY, NOON.minus(Duration.ofDays(1)), ALWAYS).publicKeys(folder);
        try (var fetching = fetching(database)) {
            fetching.imports.run(log);
            fetching.imports.jdbc.update("DELETE FROM trail_log");
            fetching.imports.jdbc.update("INSERT INTO unhashed_log (file_id) SELECT id FROM import_file");
            assertThat(days(fetching))
                    .containsExactly(Map.entry(LocalDate.parse("2026-03-02"), new Unproven.Day(0, 0, 1)));

            fetching.imports.run(log, hour.digest(), SignedTrail.beside(hour.digest()));

            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 2));
            assertThat(days(fetching)).isEmpty();
        }
    }

    private static Map<LocalDate, Unproven.Day> days(Fetching fetching) {
        return new ProofService(fetching.imports.jdbc)
                .days(Instant.parse("2026-01-01T00:00:00Z"), ALWAYS, Set.of(), Set.of());
    }

    @OnBothDatabases
    void keysThatMayNotBeAskedForAreSaidInWordsAndTheDigestsAreTriedAgain(Database database) throws IOException {
        trail.hourOf(NOON, List.of(log(NOON, "first", 1)));
        aws.putAll(logs);
        aws.fault(request -> request.headers().containsKey("x-amz-target")
                ? Reply.of(
                        400,
                        "{\"__type\":\"AccessDeniedException\",\"message\":\"not allowed\"}"
                                .getBytes(StandardCharsets.UTF_8))
                : null);
        try (var fetching = fetching(database)) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            ImportRun run = fetching.look(source).getFirst();
            assertThat(run.message()).contains("not verified yet", "cloudtrail:ListPublicKeys");
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.NO_DIGEST, 1));
            aws.fault(request -> null);
            trail.hourOf(hour(1), List.of());
            aws.putAll(logs);

            fetching.look(source);

            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 1));
        }
    }

    @OnBothDatabases
    void digestsThatSomebodyBringsProveWhatWasFetchedFromTheBucket(Database database) throws IOException {
        Path log = log(NOON, "first", 1, 2);
        aws.putAll(logs);
        try (var fetching = fetching(database)) {
            fetching.look(fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET)));
            Hour hour = trail.hourOf(NOON, List.of(log));
            trail.withKey(SignedTrail.KEY, NOON.minus(Duration.ofDays(1)), ALWAYS)
                    .publicKeys(folder);

            ImportRun run = fetching.imports.run(hour.digest(), SignedTrail.beside(hour.digest()));

            assertThat(run.message()).contains("1 have another proof now");
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 2));
        }
    }

    @OnBothDatabases
    void logFilesInsideAZipAreVerifiedEachByItself(Database database) throws IOException {
        Path first = log(NOON, "first", 1, 2);
        Path second = log(NOON, "second", 3);
        trail.hourOf(NOON, List.of(first, second));
        tamper(second);
        trail.withKey(SignedTrail.KEY, NOON.minus(Duration.ofDays(1)), ALWAYS).publicKeys(folder);
        Path zip = zip();
        try (var fetching = fetching(database)) {
            ImportRun run = fetching.imports.run(zip);

            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 2));
            assertThat(run.message()).contains("1 log files are verified, 1 are invalid");
            ImportFile archive = fetching.imports.file(run.id(), 1);
            assertThat(archive.state()).isEqualTo(FileState.DONE);
            assertThat(archive.proof()).isEqualTo(Proof.VERIFIED);
            assertThat(archive.reason()).startsWith("1 log file of this archive, not as AWS signed it, stands");
            ImportFile aside = fetching.imports.file(run.id(), 2);
            assertThat(aside.state()).isEqualTo(FileState.SET_ASIDE);
            assertThat(aside.name()).startsWith("logs.zip/AWSLogs/").endsWith("_second.json.gz");
            assertThat(aside.counts()).isEqualTo(Counts.ZERO);
            assertThat(aside.reason()).contains("This log file was changed", "admit it with a reason");
            assertThat(setAside(fetching)).isEqualTo(1);
            assertThat(run.state()).isEqualTo(RunState.DONE_WITH_QUARANTINE);
        }
    }

    @OnBothDatabases
    void aSetAsideEntryOfAZipMayBeAdmittedWithAReason(Database database) throws IOException {
        Path first = log(NOON, "first", 1, 2);
        Path second = log(NOON, "second", 3);
        trail.hourOf(NOON, List.of(first, second));
        tamper(second);
        trail.withKey(SignedTrail.KEY, NOON.minus(Duration.ofDays(1)), ALWAYS).publicKeys(folder);
        Path zip = zip();
        try (var fetching = fetching(database)) {
            ImportRun run = fetching.imports.run(zip);
            long entry = fetching.imports.file(run.id(), 2).id();
            var admitted = new TransactionTemplate(new DataSourceTransactionManager(fetching.imports.source))
                    .execute(status -> fetching.imports.rows.admit(entry, "Packed anew by our own job."));
            assertThat(admitted).isPresent();
            fetching.imports.engine.submit(run.id());
            fetching.imports.await(run.id());

            ImportFile file = fetching.imports.file(run.id(), 2);
            assertThat(file.state()).isEqualTo(FileState.DONE);
            assertThat(file.reason()).contains("was admitted: Packed anew by our own job.");
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 2, Proof.INVALID, 1));
            assertThat(setAside(fetching)).isZero();
            assertThat(fetching.imports.removed).hasSize(1);

            // The same archive again: what it holds is known, admitted or not.
            ImportRun again = fetching.imports.run(zip);
            assertThat(fetching.imports.rows.files(again.id()))
                    .extracting(ImportFile::state)
                    .containsOnly(FileState.SKIPPED_DUPLICATE);
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 2, Proof.INVALID, 1));
        }
    }

    private Path zip() throws IOException {
        Path zip = folder.resolve("logs.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.walk(logs)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(logs.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return zip;
    }

    private static long setAside(Fetching fetching) {
        return days(fetching).values().stream()
                .mapToLong(Unproven.Day::setAside)
                .sum();
    }

    @OnBothDatabases
    void twoFilesOfOneNameAreBothCompared(Database database) throws IOException {
        Path log = log(NOON, "first", 1, 2);
        Hour hour = trail.hourOf(NOON, List.of(log));
        trail.withKey(SignedTrail.KEY, NOON.minus(Duration.ofDays(1)), ALWAYS).publicKeys(folder);
        Path other = Files.createDirectories(folder.resolve("other")).resolve(log.getFileName());
        Files.write(other, SignedTrail.gzip(records(List.of(invoke(7, "ana")))));
        Path same = Files.createDirectories(folder.resolve("same")).resolve(log.getFileName());
        // Packed in another way, and the same content.
        Files.write(same, stored(SignedTrail.unpacked(log)));
        try (var fetching = fetching(database)) {
            ImportRun run = fetching.imports.run(log, same, other, hour.digest(), SignedTrail.beside(hour.digest()));

            assertThat(fetching.imports.file(run.id(), 1).proof()).isEqualTo(Proof.VERIFIED);
            assertThat(fetching.imports.file(run.id(), 2).proof()).isEqualTo(Proof.VERIFIED);
            assertThat(fetching.imports.file(run.id(), 3).state()).isEqualTo(FileState.SET_ASIDE);
            assertThat(proofs(fetching)).isEqualTo(Map.of(Proof.VERIFIED, 2));
        }
    }

    private static byte[] stored(byte[] content) {
        byte[] packed = SignedTrail.gzip(content);
        // The time in the header is not compared by anybody.
        packed[4] ^= 1;
        return packed;
    }

    private Fetching fetching(Database database) {
        return new Fetching(database, aws.address(), folder);
    }

    private static Instant hour(int number) {
        return NOON.plus(Duration.ofHours(number));
    }

    private long keysAsked() {
        return aws.requests.stream()
                .filter(request -> request.headers().containsKey("x-amz-target"))
                .count();
    }

    private Path log(Instant hour, String unique, int... calls) throws IOException {
        var records = new ArrayList<String>();
        for (int call : calls) {
            records.add(invoke(call, "ana"));
        }
        Path file = trail.log(hour.plus(Duration.ofMinutes(20)), unique);
        Files.write(file, SignedTrail.gzip(records(records)));
        return file;
    }

    private static byte[] records(List<String> records) {
        return ("{\"Records\":[" + String.join(",", records) + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static void tamper(Path file) throws IOException {
        String content = new String(SignedTrail.unpacked(file), StandardCharsets.UTF_8);
        Files.write(file, SignedTrail.gzip(content.replace("\"ana\"", "\"bob\"").getBytes(StandardCharsets.UTF_8)));
    }

    private static ImportFile file(Fetching fetching, ImportRun run, String unique) {
        return fetching.imports.rows.files(run.id()).stream()
                .filter(file -> file.name().endsWith("_" + unique + ".json.gz"))
                .findFirst()
                .orElseThrow();
    }

    private static List<DigestGap> gaps(Fetching fetching) {
        return new ProofService(fetching.imports.jdbc).gaps(Instant.parse("2026-01-01T00:00:00Z"), ALWAYS);
    }

    private static Map<Proof, Integer> proofs(Fetching fetching) {
        var proofs = new TreeMap<Proof, Integer>();
        fetching.imports.jdbc.query("SELECT proof, count(*) FROM invocation GROUP BY proof", row -> {
            proofs.put(Proof.values()[row.getInt(1)], row.getInt(2));
        });
        return proofs;
    }

    private static List<Proof> governanceProofs(Fetching fetching) {
        return fetching.imports.jdbc.query(
                "SELECT proof FROM governance_event", (row, i) -> Proof.values()[row.getInt(1)]);
    }
}
