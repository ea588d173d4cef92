package io.outflow.imports.internal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.OperatingSystemMXBean;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the import of a signed trail of 10,000 files from a bucket beside that of the same files on the disk, turn by turn, and
 * the next look at the unchanged bucket; no test, because a time is no promise of another machine. The bucket is a process of its
 * own, whose processor time is told apart: with AWS it is another machine. Run it with -Xmx512m.
 */
final class BucketBench {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int FILES = Integer.getInteger("files", 10_000);
    private static final int HOURS = 240;
    private static final int RECORDS = Integer.getInteger("records", 100);
    private static final int TURNS = Integer.getInteger("turns", 4);
    /** {@code disk} or {@code bucket} to measure one of them in a process of its own. */
    private static final String ONLY = System.getProperty("only", "");

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
            var disk = new ArrayList<Cost>();
            var fetched = new ArrayList<Cost>();
            var again = new ArrayList<Cost>();
            for (int turn = 0; turn < TURNS; turn++) {
                if (!ONLY.equals("bucket")) {
                    disk.add(fromDisk(folder, keys, turn));
                }
                if (!ONLY.equals("disk")) {
                    fetched.add(fromBucket(folder, URI.create(address), turn, bucket, again));
                }
            }
            System.out.printf("%,d files of %d records%n", FILES, RECORDS);
            print("from the disk", disk);
            print("from the bucket", fetched);
            print("the next look at the unchanged bucket", again);
            System.out.printf("most heap %d MiB%n", mostHeap() >> 20);
        } finally {
            if (bucket != null) {
                bucket.destroy();
            }
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /**
     * What a turn took.
     *
     * @param processor of this process, in seconds
     * @param server processor time of the bucket's process
     */
    private record Cost(double seconds, double processor, double server) {
        static Cost of(Runnable work, @Nullable Process bucket) {
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long began = System.nanoTime();
            long own = system.getProcessCpuTime();
            long others = used(bucket);
            work.run();
            return new Cost(
                    (System.nanoTime() - began) / 1e9,
                    (system.getProcessCpuTime() - own) / 1e9,
                    (used(bucket) - others) / 1e9);
        }

        private static long used(@Nullable Process bucket) {
            return bucket == null
                    ? 0
                    : bucket.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        }
    }

    private static void print(String what, List<Cost> costs) {
        if (!costs.isEmpty()) {
            var warm = costs.size() == 1 ? costs : costs.subList(1, costs.size());
            System.out.printf(
                    Locale.ROOT,
                    "%s: first %.1f s; then %.1f s (processor %.1f s, of the bucket's process %.1f s), medians of %d; all %s%n",
                    what,
                    costs.getFirst().seconds(),
                    median(warm, Cost::seconds),
                    median(warm, Cost::processor),
                    median(warm, Cost::server),
                    warm.size(),
                    costs.stream()
                            .map(cost -> String.format(
                                    Locale.ROOT, "%.1f/%.1f/%.1f", cost.seconds(), cost.processor(), cost.server()))
                            .toList());
        }
    }

    private static Cost fromDisk(Path folder, Path keys, int turn) {
        try (var importing = new Importing(
                database(folder.resolve("disk-" + turn)),
                2,
                () -> {},
                LocalBytes::new,
                RunKeys.of(keys.getParent(), id -> Optional.empty(), AwsConfig.of("")))) {
            return Cost.of(() -> ended(importing, importing.begin(folder.resolve("bucket"))), null);
        }
    }

    private static Cost fromBucket(Path folder, URI address, int turn, Process bucket, List<Cost> again) {
        try (var fetching = new Fetching(
                database(folder.resolve("fetched-" + turn)),
                address,
                folder.resolve("home-" + turn),
                Duration.ofMillis(1),
                () -> {})) {
            long source = fetching.source(Fetching.bucket(SourceKind.TRAIL_BUCKET));
            var cost = Cost.of(() -> ended(fetching.imports, fetching.begin(source)), bucket);
            again.add(Cost.of(() -> check(fetching.begin(source) < 0), bucket));
            return cost;
        }
    }

    /** Looks seldom: each look adds up the files of the run, which costs more than some of them. */
    private static void ended(Importing importing, long id) {
        var state = RunState.RUNNING;
        while (state == RunState.RUNNING) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            state = RunState.valueOf(Objects.requireNonNull(
                    importing.jdbc.queryForObject("SELECT state FROM import_run WHERE id = ?", String.class, id)));
        }
        var message = importing.rows.run(id).orElseThrow().message();
        check(state == RunState.DONE
                && message != null
                && message.contains(String.format(Locale.ROOT, "%,d log files are verified", FILES)));
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
                        "-Xmx3g",
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

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> of) {
        double[] sorted = costs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
