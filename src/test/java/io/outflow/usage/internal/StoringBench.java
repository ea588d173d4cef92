package io.outflow.usage.internal;

import io.outflow.sample.BulkLogs;
import io.outflow.testing.Database;
import io.outflow.trail.BadRecord;
import io.outflow.trail.Coverage;
import io.outflow.trail.Limits;
import io.outflow.trail.Proof;
import io.outflow.trail.Reading;
import io.outflow.trail.SkipReason;
import io.outflow.trail.TrailReader;
import io.outflow.trail.TrailSink;
import io.outflow.usage.EventStore.Batch;
import io.outflow.usage.EventStore.Prepared;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how fast the one writer stores calls, and refuses them when they come again, on a database on the disk; no test,
 * because a time is no promise of another machine. Arguments: the databases. {@code -Dfiles=N} files of 2,500 calls.
 */
final class StoringBench {
    private static final int FILES = Integer.getInteger("files", 100);
    /** As {@code BatchingSink} cuts them and {@code BatchWriter} joins them. */
    private static final int STRETCH = 1_000;

    private static final int STRETCHES = 4;

    private StoringBench() {}

    public static void main(String[] arguments) throws IOException {
        for (var database : arguments) {
            measure(Database.valueOf(database));
        }
    }

    private static void measure(Database database) throws IOException {
        var folder = Files.createTempDirectory("outflow-storing-");
        try (var store = database == Database.H2
                ? new TestStore(Database.onDisk(folder.resolve("data")))
                : new TestStore(database)) {
            var logs = new BulkLogs(2, Instant.parse("2026-06-01T00:00:00Z"), Duration.ofDays(90), FILES, 2_500, 1.0);
            logs.writeTo(folder.resolve("logs"));
            long storing = 0;
            long processor = 0;
            long repeating = 0;
            long events = 0;
            // A tenth at a time, so that what is read does not fill the heap; its first is not counted, while the JVM
            // warms up.
            var files = files(folder.resolve("logs"));
            int part = Math.max(1, files.size() / 10);
            for (int from = 0; from < files.size(); from += part) {
                var groups = prepared(store, files.subList(from, Math.min(files.size(), from + part)));
                long processorBefore = cpu();
                long began = System.nanoTime();
                long inserted = store(store, groups);
                long stored = System.nanoTime();
                long used = cpu() - processorBefore;
                long again = store(store, groups);
                long repeated = System.nanoTime();
                if (again != 0) {
                    throw new IllegalStateException("A duplicate was stored.");
                }
                if (from > 0) {
                    events += inserted;
                    storing += stored - began;
                    processor += used;
                    repeating += repeated - stored;
                }
            }
            System.out.printf(
                    "%s: %,d events stored at %,.0f a second (%.1f us of the writer's processor time each), refused at %,.0f a"
                            + " second%s%n",
                    database,
                    events,
                    events * 1e9 / storing,
                    processor / 1e3 / events,
                    events * 1e9 / repeating,
                    database == Database.H2
                            ? ", %,d bytes on the disk".formatted(Files.size(folder.resolve("data.mv.db")))
                            : "");
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long store(TestStore store, List<List<Prepared>> groups) {
        long inserted = 0;
        long file = 1;
        for (var group : groups) {
            var batches = new ArrayList<Batch>();
            for (var prepared : group) {
                batches.add(new Batch(file++, prepared, Set.of(), Proof.NO_DIGEST));
            }
            inserted += store.saveAll(batches).batches().stream()
                    .mapToInt(outcome -> outcome.inserted())
                    .sum();
            store.changes.clear();
        }
        return inserted;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return List.copyOf(new TreeSet<>(all.toList()));
        }
    }

    /** In the order in which two readers give them to the writer. */
    private static List<List<Prepared>> prepared(TestStore store, List<Path> files) {
        var groups = new ArrayList<List<Prepared>>();
        var open = new ArrayList<Prepared>();
        for (int at = 0; at < files.size(); at += 2) {
            var first = stretches(files.get(at));
            var second = at + 1 < files.size() ? stretches(files.get(at + 1)) : List.<List<Reading>>of();
            for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
                for (var stretches : List.of(first, second)) {
                    if (i < stretches.size()) {
                        open.add(store.prepared(stretches.get(i)));
                    }
                    if (open.size() == STRETCHES) {
                        groups.add(List.copyOf(open));
                        open.clear();
                    }
                }
            }
        }
        groups.add(List.copyOf(open));
        return groups;
    }

    private static List<List<Reading>> stretches(Path file) {
        var read = new Kept();
        new TrailReader(Limits.STANDARD).read(file, read);
        var stretches = new ArrayList<List<Reading>>();
        for (int from = 0; from < read.readings.size(); from += STRETCH) {
            stretches.add(read.readings.subList(from, Math.min(read.readings.size(), from + STRETCH)));
        }
        return stretches;
    }

    private static final class Kept implements TrailSink {
        final List<Reading> readings = new ArrayList<>();

        @Override
        public void kept(Reading reading) {
            readings.add(reading);
        }

        @Override
        public void skipped(int recordNo, SkipReason reason) {}

        @Override
        public void rejected(BadRecord bad) {}

        @Override
        public void covered(Coverage coverage) {}

        @Override
        public boolean progress(long rawBytesSoFar) {
            return true;
        }
    }
}
