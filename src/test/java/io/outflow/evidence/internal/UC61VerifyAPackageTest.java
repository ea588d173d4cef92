package io.outflow.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import io.outflow.evidence.Verification.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/** A changed package never verifies and a genuine one always does, by both verifiers. {@code -Dlong} tries many more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UC61VerifyAPackageTest {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int FLIPS = LONG ? 10_000 : 400;
    private static final int FLIPS_BY_SCRIPT = LONG ? 100 : 8;
    private static final int GENUINE = LONG ? 200 : 12;

    private final SigningKey key = SigningKey.make(Instant.now());

    @TempDir
    static Path temp;

    private LocalTsa tsa;
    private Path genuine;
    private Path signer;
    private Path authority;

    @BeforeAll
    void make() throws Exception {
        tsa = new LocalTsa();
        signer = SamplePackage.pem(temp.resolve("signer.pem"), key.certificate());
        authority = SamplePackage.pem(temp.resolve("tsa-ca.pem"), tsa.ca());
        SamplePackage.make(temp.resolve("a"), temp.resolve("a.zip"), 1, 6, 5, key, tsa.stamps());
        SamplePackage.make(temp.resolve("b"), temp.resolve("b.zip"), 2, 6, 5, key, tsa.stamps());
        genuine = SamplePackage.unpack(temp.resolve("a.zip"), temp.resolve("unpacked"));
        SamplePackage.copy(
                SamplePackage.unpack(temp.resolve("b.zip"), temp.resolve("unpacked-b")), temp.resolve(Tampering.OTHER));
    }

    @AfterAll
    void stop() {
        tsa.close();
    }

    @ParameterizedTest
    @EnumSource
    void aNamedTamperingIsFoundByBothVerifiers(Tampering tampering) throws Exception {
        var changed = temp.resolve(tampering.name());
        SamplePackage.copy(genuine, changed);
        tampering.on(changed);

        var verification = SamplePackage.verify(changed, key.certificate(), tsa.ca());

        assertThat(verification.verified()).isFalse();
        assertThat(verification.findings()).isNotEmpty();
        assertThat(SamplePackage.script(changed, signer, authority).verified()).isFalse();
    }

    @Test
    void noFlippedBitIsAccepted() throws Exception {
        var random = new Random(20261126);
        List<Path> files;
        try (Stream<Path> all = Files.walk(genuine)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        var stampedAt =
                SamplePackage.verify(genuine, key.certificate(), tsa.ca()).stampedAt();
        var accepted = new ArrayList<String>();
        for (var i = 0; i < FLIPS; i++) {
            var file = files.get(random.nextInt(files.size()));
            var bytes = Files.readAllBytes(file);
            var bit = random.nextInt(bytes.length * 8);
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(file, changed);
            try {
                var found = SamplePackage.verify(genuine, key.certificate(), tsa.ca());
                var stamp = file.endsWith(BagNames.STAMP);
                // A response has bytes outside of what is signed; they tell nothing.
                if (found.verified() && !(stamp && stampedAt.equals(found.stampedAt()))) {
                    accepted.add(genuine.relativize(file) + " bit " + bit);
                }
                if (i < FLIPS_BY_SCRIPT
                        && !stamp
                        && SamplePackage.script(genuine, signer, authority).verified()) {
                    accepted.add("by script: " + genuine.relativize(file) + " bit " + bit);
                }
            } finally {
                Files.write(file, bytes);
            }
        }

        assertThat(accepted).isEmpty();
    }

    @Test
    void genuinePackagesVerifyWithBothVerifiersAndAnIndependentReader() throws Exception {
        for (var i = 0; i < GENUINE; i++) {
            var zip = temp.resolve("genuine-" + i + ".zip");
            var folder = temp.resolve("genuine-" + i);
            var stamped = i % 3 == 0;
            SamplePackage.make(
                    temp.resolve("making-" + i),
                    zip,
                    100 + i,
                    i % 5 == 0 ? 0 : i % 17,
                    1 + i * 7,
                    key,
                    stamped ? tsa.stamps() : TimeStamps.none());
            var unpacked = SamplePackage.unpack(zip, folder);

            assertThat(SamplePackage.verify(zip, key.certificate(), tsa.ca()).findings())
                    .as("archive %d", i)
                    .isEmpty();
            assertThat(SamplePackage.verify(unpacked, key.certificate(), tsa.ca())
                            .findings())
                    .as("folder %d", i)
                    .isEmpty();
            var said = SamplePackage.script(unpacked, signer, authority);
            assertThat(said.verified()).as(said.text()).isTrue();
            assertThat(said.text()).contains(stamped ? "existed at" : "no outside time");
            readByOthers(unpacked);
            FileSystemUtils.deleteRecursively(folder);
            FileSystemUtils.deleteRecursively(temp.resolve("making-" + i));
        }
    }

    private static void readByOthers(Path folder) throws Exception {
        var bag = new BagReader().read(folder);
        try (var verifier = new BagVerifier()) {
            verifier.isValid(bag, false);
        }
    }

    @Test
    void theSamePackageTwiceHasTheSameArchiveButForItsSignature() throws Exception {
        SamplePackage.make(temp.resolve("s1"), temp.resolve("s1.zip"), 7, 5, 9, key, TimeStamps.none());
        SamplePackage.make(temp.resolve("s2"), temp.resolve("s2.zip"), 7, 5, 9, key, TimeStamps.none());
        var one = SamplePackage.unpack(temp.resolve("s1.zip"), temp.resolve("u1"));
        var two = SamplePackage.unpack(temp.resolve("s2.zip"), temp.resolve("u2"));

        assertThat(one.resolve(BagNames.TAG_MANIFEST)).hasSameBinaryContentAs(two.resolve(BagNames.TAG_MANIFEST));
    }

    @Test
    void withoutAnAnswerOfTheAuthorityThePackageIsMadeUnstampedAndStampedLaterBesideIt() throws Exception {
        var zip = temp.resolve("late.zip");
        tsa.answering = false;
        BagWriter.Sealed sealed;
        try {
            sealed = SamplePackage.make(temp.resolve("late"), zip, 3, 4, 5, key, tsa.stamps());
        } finally {
            tsa.answering = true;
        }
        var bytes = Files.readAllBytes(zip);
        assertThat(sealed.stampedAt()).isEmpty();
        assertThat(SamplePackage.verify(zip, key.certificate(), tsa.ca()).stamp())
                .isEqualTo(Stamp.NONE);

        var unpacked = SamplePackage.unpack(zip, temp.resolve("late-unpacked"));
        var stamp = tsa.stamps()
                .over(Files.readAllBytes(unpacked.resolve(BagNames.TAG_MANIFEST)))
                .orElseThrow();
        Files.write(temp.resolve("late.tsr"), stamp.response());
        Files.write(unpacked.resolveSibling(unpacked.getFileName() + ".tsr"), stamp.response());

        assertThat(zip).hasBinaryContent(bytes);
        var verification = SamplePackage.verify(zip, key.certificate(), tsa.ca());
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.stamp()).isEqualTo(Stamp.HOLDS);
        assertThat(verification.stampedAt()).isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
        assertThat(SamplePackage.script(unpacked, signer, authority).text()).contains("OK timestamp", "existed at");
    }

    @Test
    void withoutACertificateOfTheAuthorityTheStampIsSaidToBeUnchecked() throws Exception {
        assertThat(SamplePackage.verify(genuine, key.certificate()).stamp()).isEqualTo(Stamp.NOT_CHECKED);
        assertThat(SamplePackage.script(genuine, signer).text()).contains("RESULT: VERIFIED, outside time not checked");
    }

    @Test
    void findingsAreSentencesThatNameTheFile() throws Exception {
        var changed = temp.resolve("words");
        SamplePackage.copy(genuine, changed);
        Tampering.APPENDED_ROW.on(changed);
        Tampering.EXTRA_FILE_AT_THE_TOP.on(changed);

        var verification = SamplePackage.verify(changed, key.certificate(), tsa.ca());

        assertThat(verification.findings())
                .contains(
                        "data/records/facts.jsonl was changed: its content is not what was signed.",
                        "NOTE.txt was put in: nothing that was signed names it.");
        assertThat(verification.sentence()).startsWith("Not as it was made: ");
    }

    @Test
    void anArchiveThatLeadsOutOfItsFolderIsNamedAndNothingIsUnpacked() throws IOException {
        var zip = temp.resolve("slip.zip");
        try (var out = Zip.open(Files.newOutputStream(zip))) {
            out.putNextEntry(Zip.entry("top/../../outside.txt"));
            out.closeEntry();
        }

        assertThat(SamplePackage.verify(zip, key.certificate()).findings())
                .contains("top/../../outside.txt leads out of the folder of the package.");
    }
}
