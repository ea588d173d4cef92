package io.outflow.trail;

import static io.outflow.testing.SignedTrail.KEY;
import static io.outflow.testing.SignedTrail.NEXT_KEY;
import static io.outflow.testing.SignedTrail.beside;
import static io.outflow.testing.SignedTrail.fingerprint;
import static io.outflow.testing.SignedTrail.gzip;
import static io.outflow.testing.SignedTrail.pkcs1;
import static io.outflow.testing.SignedTrail.unpacked;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.SignedTrail;
import io.outflow.testing.SignedTrail.Hour;
import io.outflow.trail.TrailVerdict.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The thirty scenarios CT-01 to CT-30; what the AWS command line says to each stands in docs/log-verification.md. */
class TrailVerifierTest {
    private static final Instant START = Instant.parse("2026-03-02T00:01:31Z");
    private static final Instant END = START.plus(Duration.ofHours(24));
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @TempDir
    Path keyFolder;

    private final List<Finding> findings = new ArrayList<>();
    private SignedTrail trail;
    private TrailVerdict verdict;

    @BeforeEach
    void makeTrail() {
        trail = new SignedTrail(folder).withKey(KEY, LONG_AGO, FAR);
    }

    @Test
    void ct01AWholeDayIsVerified() throws IOException {
        trail.hours(START, 24, 2);

        verify(START, END);

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
        assertThat(verdict.digests(Proof.VERIFIED)).isEqualTo(24);
        assertThat(verdict.logs(Proof.VERIFIED)).isEqualTo(48);
        assertThat(verdict.gaps()).isZero();
        assertThat(verdict.first()).isEqualTo(START);
        assertThat(verdict.last()).isEqualTo(END);
    }

    @Test
    void ct02AChangedByteOfALogIsFound() throws IOException {
        Path log = trail.hours(START, 24, 2).get(7).logs().get(1);
        byte[] content = unpacked(log);
        content[content.length / 2] ^= 1;
        Files.write(log, gzip(content));

        verify(START, END);

        broken();
        assertThat(invalidLogs()).singleElement().satisfies(found -> {
            assertThat(found.name()).endsWith(log.getFileName().toString());
            assertThat(found.reason()).contains("was changed", "not what its digest names");
        });
        assertThat(verdict.logs(Proof.VERIFIED)).isEqualTo(47);
    }

    @Test
    void ct03ADeletedLogIsFound() throws IOException {
        Files.delete(trail.hours(START, 24, 2).get(7).logs().get(1));

        verify(START, END);

        broken();
        assertThat(invalidLogs()).singleElement().satisfies(found -> assertThat(found.reason())
                .contains("is missing"));
    }

    @Test
    void ct04ALogThatTookThePlaceOfAnotherIsFound() throws IOException {
        List<Hour> hours = trail.hours(START, 24, 1);
        Files.copy(hours.get(3).logs().getFirst(), hours.get(4).logs().getFirst(), StandardCopyOption.REPLACE_EXISTING);

        verify(START, END);

        broken();
        assertThat(invalidLogs()).hasSize(1);
    }

    @Test
    void ct05AChangedDigestIsFoundAndItsHourIsNotCovered() throws IOException {
        Hour hour = trail.hours(START, 24, 1).get(5);
        String text = new String(unpacked(hour.digest()), StandardCharsets.UTF_8);
        Files.write(
                hour.digest(),
                gzip(text.replace("\"hashAlgorithm\":\"SHA-256\"", "\"hashAlgorithm\":\"SHA-257\"")
                        .getBytes(StandardCharsets.UTF_8)));

        verify(START, END);

        broken();
        assertThat(invalidDigests()).singleElement().satisfies(found -> assertThat(found.reason())
                .contains("signature does not fit"));
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(hour.start());
            assertThat(gap.to()).isEqualTo(hour.end());
        });
        assertThat(log(hour.logs().getFirst()).proof()).isEqualTo(Proof.UNCHAINED);
    }

    @Test
    void ct06ADeletedDigestIsFound() throws IOException {
        Hour hour = trail.hours(START, 24, 1).get(5);
        Files.delete(hour.digest());

        verify(START, END);

        broken();
        assertThat(invalidDigests()).singleElement().satisfies(found -> {
            assertThat(found.name()).endsWith(hour.digest().getFileName().toString());
            assertThat(found.reason()).contains("is missing");
        });
        assertThat(verdict.hoursNotCovered()).isEqualTo(1);
        assertThat(log(hour.logs().getFirst()).proof()).isEqualTo(Proof.UNCHAINED);
    }

    @Test
    void ct07TwoDeletedDigestsSideBySideAreTwoHours() throws IOException {
        List<Hour> hours = trail.hours(START, 24, 1);
        Files.delete(hours.get(5).digest());
        Files.delete(hours.get(6).digest());

        verify(START, END);

        broken();
        assertThat(verdict.hoursNotCovered()).isEqualTo(2);
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(hours.get(5).start());
            assertThat(gap.to()).isEqualTo(hours.get(6).end());
            assertThat(gap.reason()).contains("digests are missing");
        });
    }

    @Test
    void ct08EverySecondDigestDeletedIsCountedOneByOne() throws IOException {
        List<Hour> hours = trail.hours(START, 24, 1);
        for (int i = 0; i < 24; i += 2) {
            Files.delete(hours.get(i).digest());
        }

        verify(START, END);

        broken();
        assertThat(verdict.digests(Proof.VERIFIED)).isEqualTo(12);
        assertThat(verdict.digests(Proof.INVALID)).isEqualTo(12);
        assertThat(verdict.hoursNotCovered()).isEqualTo(12);
        assertThat(verdict.logs(Proof.UNCHAINED)).isEqualTo(12);
    }

    @Test
    void ct09TheNewestDigestDeletedLeavesATailThatIsNotCovered() throws IOException {
        Hour newest = trail.hours(START, 24, 1).getLast();
        Files.delete(newest.digest());

        verify(START, END);

        assertThat(verdict.result()).isEqualTo(Result.NOT_COVERED);
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(newest.start());
            assertThat(gap.to()).isEqualTo(END);
            assertThat(gap.reason()).contains("after the newest digest");
        });
    }

    @Test
    void theNewestDigestDeletedIsFoundByItsLogsWithoutAnyPeriod() throws IOException {
        Files.delete(trail.hours(START, 24, 2).getLast().digest());

        verify(null, null);

        assertThat(verdict.result()).isEqualTo(Result.NOT_COVERED);
        assertThat(verdict.logs(Proof.UNCHAINED)).isEqualTo(2);
    }

    @Test
    void aDigestThatMayStillBeOnItsWayIsNotMissed() throws IOException {
        trail.hours(START, 24, 1);

        verify(START, END.plus(Duration.ofHours(3)), END.plus(Duration.ofMinutes(90)));
        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);

        verify(START, END.plus(Duration.ofHours(3)), END.plus(Duration.ofHours(6)));
        assertThat(verdict.result()).isEqualTo(Result.NOT_COVERED);
    }

    @Test
    void ct10TheOldestDigestDeletedLeavesAHeadThatIsNotCovered() throws IOException {
        Hour oldest = trail.hours(START, 24, 1).getFirst();
        Files.delete(oldest.digest());

        verify(START, END);

        // Its successor names it, so it is known to have been there.
        broken();
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(START);
            assertThat(gap.to()).isEqualTo(oldest.end());
        });
    }

    @Test
    void ct11AMovedDigestIsFound() throws IOException {
        Path digest = trail.hours(START, 24, 1).get(5).digest();
        Path elsewhere = digest.getParent().getParent().resolve("09").resolve(digest.getFileName());
        Files.createDirectories(elsewhere.getParent());
        Files.move(digest, elsewhere);
        Files.move(beside(digest), beside(elsewhere));

        verify(START, END);

        broken();
        assertThat(invalidDigests())
                .anySatisfy(found -> assertThat(found.reason()).contains("it was moved"));
    }

    @Test
    void ct12DigestsCopiedToAnotherBucketAreFound() throws IOException {
        trail.hours(START, 24, 1);

        verify(new TrailFiles().add(folder, "another-bucket"), START, END, NOW);

        broken();
        assertThat(verdict.digests(Proof.INVALID)).isEqualTo(24);
        assertThat(verdict.digests(Proof.VERIFIED)).isZero();
        assertThat(verdict.logs(Proof.VERIFIED)).isZero();
    }

    @Test
    void ct13ADigestWithoutItsSignatureIsInvalid() throws IOException {
        Path digest = trail.hours(START, 24, 1).get(5).digest();
        Files.delete(beside(digest));

        verify(START, END);

        broken();
        assertThat(invalidDigests()).singleElement().satisfies(found -> assertThat(found.reason())
                .contains("its signature is missing"));
    }

    @Test
    void ct14TheSignatureOfANeighbourDoesNotFit() throws IOException {
        List<Hour> hours = trail.hours(START, 24, 1);
        Files.copy(beside(hours.get(4).digest()), beside(hours.get(5).digest()), StandardCopyOption.REPLACE_EXISTING);

        verify(START, END);

        broken();
        assertThat(invalidDigests()).hasSize(1);
    }

    @Test
    void ct15ASignatureOfAnUnknownKindIsNotTrusted() throws IOException {
        Path digest = trail.hours(START, 24, 1).get(5).digest();
        String metadata = Files.readString(beside(digest));
        Files.writeString(beside(digest), metadata.replace("SHA256withRSA", "MD5withRSA"));

        verify(START, END);

        broken();
        assertThat(invalidDigests()).singleElement().satisfies(found -> assertThat(found.reason())
                .contains("unknown kind MD5withRSA"));
    }

    @Test
    void ct16AnUnknownFingerprintIsNotTrusted() throws IOException {
        trail.key = NEXT_KEY;
        trail.hours(START, 24, 1);

        verify(START, END);

        broken();
        assertThat(verdict.digests(Proof.VERIFIED)).isZero();
        assertThat(invalidDigests()).hasSize(24).allSatisfy(found -> assertThat(found.reason())
                .contains("public key", "is not among those"));
        assertThat(verdict.logs(Proof.UNCHAINED)).isEqualTo(24);
    }

    @Test
    void ct17AKeyChangedExactlyAtTheEndOfAnHourIsNoFault() throws IOException {
        Instant change = START.plus(Duration.ofHours(12));
        trail = new SignedTrail(folder).withKey(KEY, LONG_AGO, change).withKey(NEXT_KEY, change, FAR);
        trail.hours(START, 11, 1);
        trail.key = NEXT_KEY;
        trail.hours(START.plus(Duration.ofHours(11)), 1, 1);
        trail.hours(change, 12, 1);

        verify(START, END);
        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);

        // The end of the period is the end of the old key.
        verify(START, change);
        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
    }

    @Test
    void ct18AKeyInAnotherFormIsSaidInWords() throws IOException {
        trail = new SignedTrail(folder)
                .withKey(fingerprint(KEY), KEY.getPublic().getEncoded(), LONG_AGO, FAR);
        trail.hours(START, 24, 1);

        verify(START, END);

        broken();
        assertThat(invalidDigests()).isNotEmpty().allSatisfy(found -> assertThat(found.reason())
                .contains("SubjectPublicKeyInfo", "PKCS #1"));
    }

    @Test
    void ct19TheFirstDigestIsSignedOverTheWordNull() throws IOException {
        trail.hours(START, 1, 1);

        verify(START, START.plus(Duration.ofHours(1)));

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
    }

    @Test
    void ct20AStoppedTrailIsAGapAndNotGreen() throws IOException {
        trail.hours(START, 24, 1);
        Instant again = END.plus(Duration.ofDays(8));
        trail.newChain();
        trail.hours(again, 24, 1);

        verify(START, again.plus(Duration.ofHours(24)));

        assertThat(verdict.result()).isEqualTo(Result.NOT_COVERED);
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(END);
            assertThat(gap.to()).isEqualTo(again);
            assertThat(gap.hours()).isEqualTo(8 * 24);
            assertThat(gap.reason()).contains("the trail was stopped, or the validation of its files switched off");
        });
    }

    @Test
    void ct21ADigestWithoutLogsProvesThatThereWereNone() throws IOException {
        trail.hours(START, 24, 0);

        verify(START, END);

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
        assertThat(findings).filteredOn(Finding.OfDigest.class::isInstance).allSatisfy(found -> assertThat(
                        ((Finding.OfDigest) found).reason())
                .contains("nothing was recorded in its time"));
    }

    @Test
    void ct22DigestsFilledInLaterAreAChainOfTheirOwn() throws IOException {
        trail.filledInAt = END.plus(Duration.ofDays(3));
        trail.hours(START, 24, 1);

        verify(START, END);

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
        assertThat(verdict.digests(Proof.VERIFIED)).isEqualTo(24);
    }

    @Test
    void ct23FilledInAndStandardDigestsMayOverlap() throws IOException {
        List<Hour> standard = trail.hours(START, 14, 1);
        SignedTrail later = new SignedTrail(folder);
        later.filledInAt = END.plus(Duration.ofDays(3));
        later.hourOf(standard.get(12).start(), standard.get(12).logs());
        later.hourOf(standard.get(13).start(), standard.get(13).logs());
        later.hours(standard.get(13).end(), 10, 0);

        verify(START, END);

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
        assertThat(verdict.gaps()).isZero();
        assertThat(verdict.digests(Proof.VERIFIED)).isEqualTo(26);
    }

    @ParameterizedTest
    @ValueSource(longs = {-59, 59})
    void ct24FilledInDigestsAreSignedByTheKeyOfTheirOwnTime(long minutes) throws IOException {
        Instant made = END.plus(Duration.ofDays(30));
        trail = new SignedTrail(folder)
                .withKey(KEY, LONG_AGO, END.plus(Duration.ofDays(1)))
                .withKey(
                        NEXT_KEY,
                        minutes > 0 ? made.plus(Duration.ofMinutes(minutes)) : END.plus(Duration.ofDays(2)),
                        minutes > 0 ? FAR : made.plus(Duration.ofMinutes(minutes)));
        trail.filledInAt = made;
        trail.key = NEXT_KEY;
        trail.hours(START, 24, 1);

        verify(START, END);

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
    }

    @Test
    void filledInDigestsThatDoNotSayWhenAreInvalid() throws IOException {
        trail.filledInAt = END.plus(Duration.ofDays(3));
        Path digest = trail.hours(START, 2, 0).getFirst().digest();
        Files.writeString(
                beside(digest), Files.readString(beside(digest)).replace("backfill-generation", "other-generation"));

        verify(START, START.plus(Duration.ofHours(2)));

        broken();
        assertThat(invalidDigests()).singleElement().satisfies(found -> assertThat(found.reason())
                .contains("does not say when"));
    }

    @Test
    void ct25AChainMayGoOnInAnotherBucket(@TempDir Path second) throws IOException {
        SignedTrail moved = new SignedTrail(folder);
        moved.bucket = "first-bucket";
        moved.hours(START, 12, 1);
        SignedTrail all = moved.inBucket("second-bucket", second);
        all.hours(START.plus(Duration.ofHours(12)), 12, 1);

        verify(new TrailFiles().add(folder, "first-bucket").add(second, "second-bucket"), START, END, NOW);

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
        assertThat(verdict.digests(Proof.VERIFIED)).isEqualTo(24);
    }

    @Test
    void ct26AMemberOfAnOrganisationTrailHasDigestsOfItsOwn() throws IOException {
        trail.organisation = "o-abc1234567";
        trail.account = "222233334444";
        trail.hours(START, 24, 1);

        verify(START, END);

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
        assertThat(findings).allSatisfy(found -> {
            if (found instanceof Finding.OfDigest digest) {
                assertThat(digest.chain().account()).isEqualTo("222233334444");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-gov-west-1", "cn-northwest-1", "us-iso-east-1"})
    void everyPartitionHasRegionsThatAreRead(String region) throws IOException {
        trail.region = region;
        trail.home = region;
        trail.hours(START, 2, 1);

        verify(START, START.plus(Duration.ofHours(2)));

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
    }

    @Test
    void ct27APrefixWithSignsOfPatternsIsAPrefix() throws IOException {
        trail.prefix = "a+b(c)[d]";
        trail.name = "our_trail.of(2026)";
        trail.hours(START, 24, 1);

        verify(START, END);

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
    }

    @Test
    void ct28BytesBehindTheFirstCompressedPartAreFound() throws IOException {
        List<Hour> hours = trail.hours(START, 24, 1);
        Files.write(
                hours.get(3).logs().getFirst(),
                gzip("{\"Records\":[]}".getBytes(StandardCharsets.UTF_8)),
                StandardOpenOption.APPEND);
        Files.write(hours.get(4).logs().getFirst(), new byte[] {0}, StandardOpenOption.APPEND);

        verify(START, END);

        broken();
        assertThat(invalidLogs())
                .extracting(Finding.OfLog::reason)
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("a second compressed part follows"),
                        reason -> assertThat(reason).contains("other bytes follow"));
    }

    @Test
    void ct29ALogThatNoDigestNamesIsFound() throws IOException {
        List<Hour> hours = trail.hours(START, 24, 1);
        Path added = trail.log(hours.get(9).start().plus(Duration.ofMinutes(40)), "added");

        verify(START, END);

        broken();
        assertThat(log(added).proof()).isEqualTo(Proof.UNREFERENCED);
        assertThat(log(added).reason()).contains("none of them names it");
        assertThat(verdict.logs(Proof.VERIFIED)).isEqualTo(24);
    }

    @Test
    void aFileOfTheSameNameInAnotherFolderIsNoCopyThatADigestNames() throws IOException {
        Path log = trail.hours(START, 24, 1).get(9).logs().getFirst();
        Path second = log.getParent().resolveSibling("28").resolve(log.getFileName());
        Files.createDirectories(second.getParent());
        Files.write(second, gzip("{\"Records\":[{}]}".getBytes(StandardCharsets.UTF_8)));

        verify(START, END);

        broken();
        assertThat(verdict.logs(Proof.UNREFERENCED)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digestPublicKeyFingerprint",
                "digestS3Bucket",
                "digestS3Object",
                "previousDigestSignature",
                "digestEndTime",
                "digestStartTime"
            })
    void ct30ADigestThatLacksAFieldIsInvalid(String field) throws IOException {
        trail.hours(START, 5, 1);
        trail.edit = fields -> fields.remove(field);
        Hour bare = trail.hour(START.plus(Duration.ofHours(5)), 1);

        verify(START, START.plus(Duration.ofHours(6)));

        broken();
        assertThat(invalidDigests()).singleElement().satisfies(found -> {
            assertThat(found.name()).endsWith(bare.digest().getFileName().toString());
            assertThat(found.reason()).contains("it has no " + field);
        });
    }

    @Test
    void aSoundDigestThatIsNotTheOneItsSuccessorWasLinkedToIsFound() throws IOException {
        List<Hour> hours = trail.hours(START, 24, 1);
        // Signed by the right key, for the same hour, but another digest: only the link tells.
        SignedTrail other = new SignedTrail(folder);
        other.hourOf(hours.get(5).start(), List.of());

        verify(START, END);

        broken();
        assertThat(invalidDigests()).singleElement().satisfies(found -> assertThat(found.reason())
                .contains("is not the one that the digest after it was"));
    }

    @Test
    void withoutAnyDigestNothingIsProven() throws IOException {
        Path log = trail.log(START, "alone");

        verify(null, null);

        assertThat(verdict.result()).isEqualTo(Result.NOT_COVERED);
        assertThat(log(log).proof()).isEqualTo(Proof.NO_DIGEST);
    }

    @Test
    void aFolderWithoutAFileIsNotCovered() throws IOException {
        verify(null, null);

        assertThat(verdict.result()).isEqualTo(Result.NOT_COVERED);
        assertThat(findings).isEmpty();
    }

    @Test
    void filesThatLieFlatInOneFolderAreFoundByTheirNames(@TempDir Path flat) throws IOException {
        trail.prefix = "logs";
        trail.hours(START, 24, 2);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, flat.resolve(file.getFileName()));
            }
        }

        verify(new TrailFiles().add(flat, null), START, END, NOW);

        assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
        assertThat(verdict.logs(Proof.VERIFIED)).isEqualTo(48);
    }

    @Test
    void theFormOfTheExamplesInTheManualOfAwsIsRead() throws Exception {
        var digest = new DigestReader(new KeyFiles(), LONG_AGO, FAR);
        Path example = Path.of("src/test/resources/digest/manual-1.json");
        String name = "111122223333_CloudTrail-Digest_us-east-2_your-trail-name_us-east-2_20150817T150131Z.json.gz";
        Path copy = folder.resolve(name);
        Files.write(copy, gzip(Files.readAllBytes(example)));
        Files.writeString(beside(copy), "{\"signature\":\"00\",\"signature-algorithm\":\"SHA256withRSA\"}");
        var found = new ArrayList<TrailObject>();
        new TrailFiles().add(folder, null).digests(LONG_AGO, FAR, found::add);
        DigestName parsed = DigestName.of(name);

        assertThat(parsed).isNotNull();
        assertThat(parsed.chain())
                .isEqualTo(new Chain("111122223333", "us-east-2", "your-trail-name", "us-east-2", false));
        assertThat(parsed.end()).isEqualTo("2015-08-17T15:01:31Z");
        // Everything fits but the key, which nobody has.
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> digest.read(found.getFirst(), parsed)))
                .hasMessageContaining("31e8b5433410dfb61a9dc45cc65b22ff");
    }

    @Test
    void keysAreReadInTheFormInWhichTheCommandPrintsThem() throws IOException {
        Path seconds = keyFolder.resolve("keys.json");
        Files.writeString(
                seconds,
                "{\"PublicKeyList\":[{\"Value\":\"%s\",\"ValidityStartTime\":1767225600.0,\"ValidityEndTime\":\"2026-05-01T02:00:00+02:00\",\"Fingerprint\":\"f1\"}]}"
                        .formatted(java.util.Base64.getEncoder().encodeToString(pkcs1(KEY))));
        var keys = new KeyFiles().add(keyFolder);

        assertThat(keys.find("any-region-1", "f1", LONG_AGO, LONG_AGO)).isPresent();
        assertThat(keys.find("any-region-1", "f1", Instant.parse("2026-05-01T00:00:01Z"), FAR))
                .isEmpty();
        assertThat(keys.find("any-region-1", "f2", LONG_AGO, FAR)).isEmpty();
    }

    private void verify(@Nullable Instant from, @Nullable Instant to) throws IOException {
        verify(from, to, NOW);
    }

    private void verify(@Nullable Instant from, @Nullable Instant to, Instant now) throws IOException {
        verify(new TrailFiles().add(folder, null), from, to, now);
    }

    private void verify(TrailFiles files, @Nullable Instant from, @Nullable Instant to, Instant now)
            throws IOException {
        findings.clear();
        verdict = new TrailVerifier(files, new KeyFiles().add(trail.publicKeys(keyFolder)))
                .verify(from, to, now, findings::add);
    }

    private void broken() {
        assertThat(verdict.result()).isEqualTo(Result.BROKEN);
    }

    private List<Finding.OfDigest> invalidDigests() {
        return findings.stream()
                .filter(Finding.OfDigest.class::isInstance)
                .map(Finding.OfDigest.class::cast)
                .filter(found -> found.proof() == Proof.INVALID)
                .toList();
    }

    private List<Finding.OfLog> invalidLogs() {
        return findings.stream()
                .filter(Finding.OfLog.class::isInstance)
                .map(Finding.OfLog.class::cast)
                .filter(found -> found.proof() == Proof.INVALID)
                .toList();
    }

    private List<Finding.NotCovered> gaps() {
        return findings.stream()
                .filter(Finding.NotCovered.class::isInstance)
                .map(Finding.NotCovered.class::cast)
                .toList();
    }

    private Finding.OfLog log(Path file) {
        return findings.stream()
                .filter(Finding.OfLog.class::isInstance)
                .map(Finding.OfLog.class::cast)
                .filter(found -> folder.resolve(found.name()).equals(file))
                .findFirst()
                .orElseThrow();
    }
}
