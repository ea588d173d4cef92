package io.outflow.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.Finding;
import io.outflow.trail.KeyFiles;
import io.outflow.trail.Limits;
import io.outflow.trail.Proof;
import io.outflow.trail.ScanReport;
import io.outflow.trail.SkipReason;
import io.outflow.trail.TrailFiles;
import io.outflow.trail.TrailVerdict;
import io.outflow.trail.TrailVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDigestsTest {
    private static final Instant UNTIL = Instant.parse("2026-03-21T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void mostLogsAreVerifiedAndWhatIsNotIsThereOnPurpose() throws Exception {
        new SampleLogs(7, UNTIL.minusSeconds(1), 20, 100, true).writeTo(folder);
        Path keys = folder.resolve(KeyFiles.FOLDER);
        new SampleDigests(UNTIL).addTo(folder, keys);

        var findings = new ArrayList<Finding>();
        TrailVerdict verdict = new TrailVerifier(
                        new TrailFiles().add(folder, "example-trail"), new KeyFiles().add(keys))
                .verify(null, null, UNTIL.plus(Duration.ofDays(1)), findings::add);

        assertThat(verdict.digests(Proof.INVALID)).isZero();
        assertThat(verdict.logs(Proof.VERIFIED)).isGreaterThan(100);
        assertThat(verdict.logs(Proof.UNREFERENCED)).isEqualTo(1);
        assertThat(verdict.logs(Proof.UNCHAINED)).isEqualTo(1);
        assertThat(verdict.logs(Proof.INVALID)).isEqualTo(1);
        assertThat(verdict.hoursNotCovered()).isEqualTo(24);
    }

    @Test
    void digestsTheirMetadataAndKeysHoldNoRecordsAndFailNoScan() throws Exception {
        new SampleLogs(7, UNTIL.minusSeconds(1), 3, 20, false).writeTo(folder);
        ScanReport before = ScanReport.of(List.of(folder), Limits.STANDARD);
        new SampleDigests(UNTIL).addTo(folder, folder.resolve(KeyFiles.FOLDER));

        ScanReport after = ScanReport.of(List.of(folder), Limits.STANDARD);

        assertThat(after.failures()).isEmpty();
        assertThat(after.rejected()).isZero();
        assertThat(after.calls()).isEqualTo(before.calls());
        long digests = after.skipReasons().get(SkipReason.DIGEST);
        assertThat(digests).isPositive();
        assertThat(after.skipReasons().get(SkipReason.PROOF_DATA)).isEqualTo(digests + 1);
    }
}
