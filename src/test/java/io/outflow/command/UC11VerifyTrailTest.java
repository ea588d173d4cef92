package io.outflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.SignedTrail;
import io.outflow.testing.SignedTrail.Hour;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** UC-11: verifies downloaded log files in a terminal. */
class UC11VerifyTrailTest {
    private static final Instant START = Instant.parse("2026-03-02T00:01:31Z");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private List<Hour> hours;

    @BeforeEach
    void makeTrail() {
        var trail = new SignedTrail(folder).withKey(SignedTrail.KEY, START, START.plus(Duration.ofDays(30)));
        hours = trail.hours(START, 24, 2);
        trail.publicKeys(folder);
    }

    @Test
    void aWholeFolderEndsWithZero() {
        assertThat(verify()).isZero();

        assertThat(out.toString())
                .contains("VERIFIED. Every log file is as AWS wrote it")
                .containsPattern("verified +24 +48");
    }

    @Test
    void aChangedFileEndsWithOneAndIsNamed() throws IOException {
        Path log = hours.get(3).logs().getFirst();
        Files.write(log, SignedTrail.gzip("{\"Records\":[]}".getBytes()));

        assertThat(verify()).isEqualTo(1);

        assertThat(out.toString())
                .contains("BROKEN.", log.getFileName() + ": invalid. This log file was changed")
                .containsPattern("verified +24 +47");
    }

    @Test
    void aPeriodWithoutDigestsEndsWithTwoAndNamesTheHours() {
        assertThat(verify("--from", "2026-03-01", "--to", "2026-03-03T00:01:31Z"))
                .isEqualTo(2);

        assertThat(out.toString())
                .contains(
                        "NOT COVERED. Nothing is broken, but 25 hours lack a digest.",
                        "2026-03-01T00:00:00Z to 2026-03-02T00:01:31Z, 25 h.");
    }

    @Test
    void theJsonListsEveryFile() {
        assertThat(verify("--json")).isZero();

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.get("result").asString()).isEqualTo("VERIFIED");
        assertThat(report.get("digests")).hasSize(24);
        assertThat(report.get("logs")).hasSize(48);
        assertThat(report.get("logs").get(0).get("digest").asString()).contains("CloudTrail-Digest");
        assertThat(report.get("logCounts").get("VERIFIED").asInt()).isEqualTo(48);
        assertThat(report.get("notCovered")).isEmpty();
    }

    @Test
    void anotherBucketIsNotTheSame() {
        assertThat(verify("--bucket", "trail-logs")).isZero();
        assertThat(verify("--bucket", "other")).isEqualTo(1);
        assertThat(out.toString()).contains("it was moved: it says that it lies at s3://trail-logs/");
    }

    @Test
    void withoutKeysOrFoldersItSaysWhatToDoAndEndsWithSixtyFour() throws IOException {
        Files.delete(folder.resolve("public-keys").resolve("eu-central-1.json"));
        assertThat(verify()).isEqualTo(64);
        assertThat(err.toString()).contains("aws cloudtrail list-public-keys", "Try: outflow verify-trail --help");

        assertThat(run("verify-trail", folder.resolve("nothing").toString())).isEqualTo(64);
        assertThat(err.toString()).contains("There is no folder at");
        assertThat(verify("--from", "yesterday")).isEqualTo(64);
        assertThat(err.toString()).contains("write it as 2026-03-01");
        assertThat(verify("--keys", folder.toString())).isEqualTo(64);
    }

    private int verify(String... more) {
        var arguments = new String[more.length + 2];
        arguments[0] = "verify-trail";
        arguments[1] = folder.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        return OutflowCommand.run(
                UC11VerifyTrailTest.class, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
