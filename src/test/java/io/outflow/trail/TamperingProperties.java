package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.SignedTrail;
import io.outflow.testing.SignedTrail.Hour;
import io.outflow.trail.TrailVerdict.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.springframework.util.FileSystemUtils;

/** Whatever is done to a file of a genuine chain, it is never called verified. */
class TamperingProperties {
    private static final Instant START = Instant.parse("2026-03-02T00:01:31Z");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final int HOURS = 4;

    enum Way {
        FLIP_A_BIT,
        CUT,
        APPEND,
        REPLACE_BY_ANOTHER,
        FLIP_A_BIT_OF_THE_CONTENT,
        DELETE,
        EMPTY
    }

    private Path folder = Path.of("unset");

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("outflow-tampering");
    }

    @AfterTry
    void deleteFolder() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Property(tries = 300)
    void aTouchedFileIsNeverVerified(@ForAll Way way, @ForAll boolean digest, @ForAll long seed) throws IOException {
        var random = new Random(seed);
        Path logs = folder.resolve("logs");
        var trail = new SignedTrail(logs).withKey(SignedTrail.KEY, START, NOW);
        List<Hour> hours = trail.hours(START, HOURS, 2);
        Hour hour = hours.get(random.nextInt(HOURS));
        Path file = digest ? hour.digest() : hour.logs().get(random.nextInt(2));
        byte[] content = SignedTrail.unpacked(file);
        tamper(way, file, hours, hour, digest, random);

        var findings = new ArrayList<Finding>();
        TrailVerdict verdict = new TrailVerifier(
                        new TrailFiles().add(logs, null), new KeyFiles().add(trail.publicKeys(folder)))
                .verify(START, hours.getLast().end(), NOW, findings::add);

        // A bit of the header of gzip, such as the time of packing, is no part of what was recorded.
        if (Files.exists(file) && unpacksToTheSame(file, content)) {
            assertThat(verdict.result()).isEqualTo(Result.VERIFIED);
            return;
        }
        assertThat(verdict.result()).isNotEqualTo(Result.VERIFIED);
        assertThat(findings)
                .filteredOn(found -> found instanceof Finding.OfFile of
                        && of.name().endsWith(file.getFileName().toString()))
                .noneSatisfy(
                        found -> assertThat(((Finding.OfFile) found).proof()).isEqualTo(Proof.VERIFIED));
    }

    private static boolean unpacksToTheSame(Path file, byte[] content) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return LogContent.of(in).sha256().equals(Sha256.hex(content));
        }
    }

    private static void tamper(Way way, Path file, List<Hour> hours, Hour hour, boolean digest, Random random)
            throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (way) {
            case FLIP_A_BIT -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bytes);
            }
            case CUT -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            case APPEND -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(20)));
            case REPLACE_BY_ANOTHER -> {
                Hour other = hours.get((hours.indexOf(hour) + 1) % HOURS);
                Path source = digest ? other.digest() : other.logs().getFirst();
                Files.write(file, Files.readAllBytes(source));
            }
            case FLIP_A_BIT_OF_THE_CONTENT -> {
                byte[] content = SignedTrail.unpacked(file);
                content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, SignedTrail.gzip(content));
            }
            case DELETE -> Files.delete(file);
            case EMPTY -> Files.write(file, new byte[0]);
        }
    }
}
