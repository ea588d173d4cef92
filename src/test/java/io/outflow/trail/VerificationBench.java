package io.outflow.trail;

import io.outflow.sample.BulkLogs;
import io.outflow.testing.SignedTrail;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * Measures a verification beside one SHA-256 pass over the uncompressed bytes of the same files, turn by turn; no test,
 * because a time is no promise of another machine.
 */
final class VerificationBench {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int HOURS = 24;
    private static final int TURNS = 9;

    private VerificationBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("outflow-bench-");
        try {
            var trail = new SignedTrail(folder.resolve("bucket"))
                    .withKey(SignedTrail.KEY, START, START.plus(Duration.ofDays(2)));
            List<Path> logs = logs(folder, trail);
            Path keys = trail.publicKeys(folder);
            long bytes = 0;
            for (Path log : logs) {
                bytes += SignedTrail.unpacked(log).length;
            }
            double[] passes = new double[TURNS];
            double[] verifications = new double[TURNS];
            for (int turn = -2; turn < TURNS; turn++) {
                double pass = seconds(() -> pass(logs));
                double verification = seconds(() -> verify(folder.resolve("bucket"), keys, logs.size()));
                if (turn >= 0) {
                    passes[turn] = pass;
                    verifications[turn] = verification;
                }
            }
            double pass = median(passes);
            double verification = median(verifications);
            System.out.printf(
                    Locale.ROOT,
                    "%d files, %.0f MiB unpacked: one pass %.3f s, verification %.3f s of CPU, %+.1f%%; medians of %d%n",
                    logs.size(),
                    bytes / 1048576.0,
                    pass,
                    verification,
                    (verification / pass - 1) * 100,
                    TURNS);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Five files an hour, as one busy account has in a Region. */
    private static List<Path> logs(Path folder, SignedTrail trail) throws IOException {
        Path made = folder.resolve("made");
        new BulkLogs(1, START, Duration.ofHours(HOURS), HOURS * 5, 2_500, 0.02).writeTo(made);
        List<Path> sources;
        try (var files = Files.list(made)) {
            sources = files.sorted().toList();
        }
        var logs = new ArrayList<Path>();
        for (int hour = 0; hour < HOURS; hour++) {
            var ofHour = new ArrayList<Path>();
            for (Path source : sources.subList(hour * 5, hour * 5 + 5)) {
                Path log = trail.log(START.plus(Duration.ofHours(hour)).plusSeconds(600), "n%d".formatted(logs.size()));
                Files.move(source, log, StandardCopyOption.REPLACE_EXISTING);
                ofHour.add(log);
                logs.add(log);
            }
            trail.hourOf(START.plus(Duration.ofHours(hour)), ofHour);
        }
        return logs;
    }

    private static void pass(List<Path> logs) throws Exception {
        byte[] buffer = new byte[1 << 16];
        for (Path log : logs) {
            var sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new GZIPInputStream(Files.newInputStream(log), 1 << 16)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    sha256.update(buffer, 0, n);
                }
            }
            sha256.digest();
        }
    }

    private static void verify(Path bucket, Path keys, int expected) throws IOException {
        TrailVerdict verdict = new TrailVerifier(new TrailFiles().add(bucket, null), new KeyFiles().add(keys))
                .verify(null, null, START.plus(Duration.ofDays(9)), finding -> {});
        if (verdict.logs(Proof.VERIFIED) != expected) {
            throw new IllegalStateException("Not all was verified.");
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long began = cpu();
        work.run();
        return (cpu() - began) / 1e9;
    }

    /** Of this thread alone, so that other work on the machine counts less. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
