package io.outflow.imports.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import io.outflow.aws.AwsConfig;
import io.outflow.imports.RunState;
import io.outflow.imports.SourceKind;
import io.outflow.sample.BulkLogs;
import io.outflow.testing.Database;
import io.outflow.testing.LocalAws;
import io.outflow.testing.SignedTrail;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the import of a signed trail of 10,000 files from a bucket beside that of the same files on the disk, turn by turn, and
 * the next look at the unchanged bucket; no test, because a time is no promise of another machine. The bucket is a process of its
 * own. Run it with -Xmx512m.
 */
final class BucketBench {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int FILES = Integer.getInteger("files", 10_000);
    private static final int HOURS = 240;
    private static final int RECORDS = 100;
    private static final int TURNS = Integer.getInteger("turns", 3);

    private BucketBench() {}

    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        if (args.length > 0) {
            serve(Path.of(args[0]), Path.of(args[1]));
            return;
        }
        Path folder = Files.createTempDirectory("outflow-bench-");
        Process bucket = null;
        try {
            SignedTrail trail = trail(folder);
            Path keys = trail.publicKeys(folder);
            bucket = bucket(folder);
            String address = bucket.inputReader().readLine();
            double[] disk = new double[TURNS];
            double[] fetched = new double[TURNS];
            double[] again = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                disk[turn] = fromDisk(folder, keys, turn);
                double[] times = fromBucket(folder, URI.create(address), turn);
                fetched[turn] = times[0];
                again[turn] = times[1];
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d files of %d records: from disk %.1f s, from the bucket %.1f s (%+.0f%%), next look %.2f s;"
                            + " medians of %d; most heap %d MiB%n",
                    FILES,
                    RECORDS,
                    median(disk),
                    median(fetched),
                    (median(fetched) / median(disk) - 1) * 100,
                    median(again),
                    TURNS,
                    mostHeap() >> 20);
        } finally {
            if (bucket != null) {
                bucket.destroy();
            }
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static double fromDisk(Path folder, Path keys, int turn) {
        try (var importing = new Importing(
                database(folder.resolve("disk-" + turn)),
                2,
                () -> {},
                LocalBytes::new,
                RunKeys.of(keys.getParent(), id -> Optional.empty(), AwsConfig.of("")))) {
            long began = System.nanoTime();
            var run = importing.run(folder.resolve("bucket"));
            check(run.state() == RunState.DONE && run.message().contains(String.format(Locale.ROOT, "%,d log", FILES)));
            return seconds(began);
        }
    }

    private static double[] fromBucket(Path folder, URI address, int turn) {
        try (var fetching = new Fetching(
                database(folder.resolve("fetched-" + turn)),
                address,
                folder.resolve("home-" + turn),
                Duration.ofMillis(1),
                () -> {})) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            long began = System.nanoTime();
            var run = fetching.look(source).getFirst();
            double first = seconds(began);
            check(run.state() == RunState.DONE && run.message().contains(String.format(Locale.ROOT, "%,d log", FILES)));
            began = System.nanoTime();
            check(fetching.look(source).isEmpty());
            return new double[] {first, seconds(began)};
        }
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("Not all was imported and verified.");
        }
    }

    private static HikariDataSource database(Path file) {
        var source = Database.open("jdbc:h2:file:" + file, Database.H2.userName());
        Database.migrate(source);
        return source;
    }

    private static SignedTrail trail(Path folder) throws IOException {
        Path made = folder.resolve("made");
        new BulkLogs(1, START, Duration.ofHours(HOURS), FILES, RECORDS, 0.02).writeTo(made);
        var trail = new SignedTrail(folder.resolve("bucket"))
                .withKey(SignedTrail.KEY, START.minus(Duration.ofDays(1)), START.plus(Duration.ofDays(99)));
        trail.bucket = "example-logs";
        List<Path> sources;
        try (var files = Files.list(made)) {
            sources = files.sorted().toList();
        }
        for (int hour = 0; hour < HOURS; hour++) {
            var start = START.plus(Duration.ofHours(hour));
            var ofHour = new ArrayList<Path>();
            for (Path file : sources.subList(FILES * hour / HOURS, FILES * (hour + 1) / HOURS)) {
                Path log = trail.log(start.plus(Duration.ofMinutes(10 + ofHour.size() % 40)), "n" + ofHour.size());
                Files.move(file, log, StandardCopyOption.REPLACE_EXISTING);
                ofHour.add(log);
            }
            trail.hourOf(start, ofHour);
        }
        return trail;
    }

    private static Process bucket(Path folder) throws IOException {
        // Keys of the other process would be others.
        Path key = folder.resolve("key.der");
        Files.write(key, SignedTrail.pkcs1(SignedTrail.KEY));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BucketBench.class.getName(),
                        folder.resolve("bucket").toString(),
                        key.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void serve(Path folder, Path key) throws IOException {
        try (var aws = new LocalAws()) {
            aws.publicKey(Files.readAllBytes(key), START.minus(Duration.ofDays(1)), START.plus(Duration.ofDays(99)));
            aws.putAll(folder);
            System.out.println(aws.address());
            // Until the other process ends.
            System.in.readAllBytes();
        }
    }

    private static long mostHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
