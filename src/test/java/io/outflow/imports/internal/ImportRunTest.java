package io.outflow.imports.internal;

import static io.outflow.testing.TrailFiles.eventBridge;
import static io.outflow.testing.TrailFiles.gzip;
import static io.outflow.testing.TrailFiles.invoke;
import static io.outflow.testing.TrailFiles.lines;
import static io.outflow.testing.TrailFiles.logLine;
import static io.outflow.testing.TrailFiles.lookup;
import static io.outflow.testing.TrailFiles.other;
import static io.outflow.testing.TrailFiles.trail;
import static io.outflow.testing.TrailFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import io.outflow.imports.Imports.Stored;
import io.outflow.imports.RunState;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.StoredState;
import io.outflow.testing.TrailFiles;
import io.outflow.trail.BadRecord;
import io.outflow.trail.BadRecord.Reason;
import io.outflow.trail.SkipReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

class ImportRunTest {
    @TempDir
    Path folder;

    @OnBothDatabases
    void everyRecordIsAccountedFor(Database database) {
        try (var imports = new Importing(database)) {
            var file = trail(
                    folder.resolve("a.json.gz"),
                    List.of(
                            invoke(1, "ana"),
                            invoke(1, "ana"),
                            other(2),
                            other(3),
                            TrailFiles.governance(4),
                            "{\"eventTime\":\"no time\",\"eventSource\":\"bedrock.amazonaws.com\","
                                    + "\"eventName\":\"InvokeModel\",\"eventID\":\"x\"}"));
            var run = imports.run(file);

            assertThat(run.state())
                    .as("%s, %s", run.message(), imports.rows.files(run.id()))
                    .isEqualTo(RunState.DONE_WITH_QUARANTINE);
            assertThat(run.totals()).isEqualTo(new Counts(6, 2, 1, 2, 1));
            assertThat(run.bytesRead()).isEqualTo(run.bytes());
            assertThat(run.finishedFiles()).isEqualTo(1);
            assertThat(imports.rows.skipped(run.id())).containsEntry(SkipReason.OTHER_SERVICE, 2L);
            assertThat(imports.rows.quarantined(run.id(), null, null, 0, 10))
                    .singleElement()
                    .satisfies(aside -> {
                        assertThat(aside.record().place().recordNo()).isEqualTo(6);
                        assertThat(aside.fileName()).isEqualTo("a.json.gz");
                    });
        }
    }

    @OnBothDatabases
    void aFileSeenBeforeIsSkippedAndSaysWhen(Database database) throws IOException {
        try (var imports = new Importing(database)) {
            var file = trail(folder.resolve("a.json.gz"), List.of(invoke(1, "ana")));
            var first = imports.run(file);
            var copy = Files.copy(file, folder.resolve("b.json.gz"));
            var second = imports.run(copy);

            assertThat(second.state()).isEqualTo(RunState.DONE);
            var skipped = imports.file(second.id(), 1);
            assertThat(skipped.state()).isEqualTo(FileState.SKIPPED_DUPLICATE);
            assertThat(skipped.counts()).isEqualTo(Counts.ZERO);
            assertThat(skipped.reason()).contains("run " + first.id()).contains("a.json.gz");
        }
    }

    @OnBothDatabases
    void ofEqualFilesInOneRunTheFirstIsRead(Database database) throws IOException {
        try (var imports = new Importing(database)) {
            var one = trail(folder.resolve("one.json.gz"), List.of(invoke(1, "ana"), invoke(2, "ana")));
            for (int i = 0; i < 5; i++) {
                Files.copy(one, folder.resolve("two" + i + ".json.gz"));
            }
            var run = imports.run(folder);
            assertThat(run.totals()).isEqualTo(new Counts(2, 2, 0, 0, 0));
            assertThat(imports.rows.files(run.id()))
                    .extracting(ImportFile::state)
                    .containsExactly(
                            FileState.DONE,
                            FileState.SKIPPED_DUPLICATE,
                            FileState.SKIPPED_DUPLICATE,
                            FileState.SKIPPED_DUPLICATE,
                            FileState.SKIPPED_DUPLICATE,
                            FileState.SKIPPED_DUPLICATE);
        }
    }

    @OnBothDatabases
    void twoFilesThatShareHalfTheirEventsStoreEachOnce(Database database) {
        try (var imports = new Importing(database)) {
            trail(folder.resolve("a.json.gz"), calls(0, 400));
            trail(folder.resolve("b.json.gz"), calls(200, 600));
            var run = imports.run(folder);
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.totals()).isEqualTo(new Counts(800, 600, 200, 0, 0));
            assertThat(imports.count("invocation")).isEqualTo(600);
        }
    }

    @OnBothDatabases
    void theSameEventFromTrailLookupAndEventBridgeIsOne(Database database) {
        try (var imports = new Importing(database)) {
            var records = calls(0, 10);
            var run = imports.run(
                    trail(folder.resolve("a.json.gz"), records),
                    lookup(folder.resolve("b.json"), records),
                    eventBridge(folder.resolve("c.json"), records));
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.totals()).isEqualTo(new Counts(30, 10, 20, 0, 0));
        }
    }

    @OnBothDatabases
    void anEventWithOtherContentIsKeptAsideWithWhatDiffers(Database database) {
        try (var imports = new Importing(database)) {
            var first = imports.run(trail(folder.resolve("a.json.gz"), List.of(invoke(1, "ana"))));
            var run = imports.run(trail(folder.resolve("b.json.gz"), List.of(invoke(1, "bob"), invoke(2, "bob"))));

            assertThat(run.state()).isEqualTo(RunState.DONE_WITH_QUARANTINE);
            assertThat(run.totals()).isEqualTo(new Counts(2, 1, 0, 0, 1));
            assertThat(imports.rows.quarantined(run.id(), null, null, 0, 10))
                    .singleElement()
                    .satisfies(aside -> {
                        assertThat(aside.record().reason()).isEqualTo(BadRecord.Reason.CONFLICT);
                        assertThat(aside.stored())
                                .isEqualTo(new Stored(
                                        first.id(), imports.file(first.id(), 1).id(), "a.json.gz", 1));
                        assertThat(aside.differences()).anySatisfy(difference -> {
                            assertThat(difference.path()).isEqualTo("userIdentity.userName");
                            assertThat(difference.stored()).isEqualTo("ana");
                            assertThat(difference.here()).isEqualTo("bob");
                        });
                    });
        }
    }

    @OnBothDatabases
    void recordsSetAsideAreFoundByFileAndReason(Database database) {
        try (var imports = new Importing(database)) {
            var withoutTime = "{\"eventSource\":\"bedrock.amazonaws.com\",\"eventName\":\"InvokeModel\"}";
            var run = imports.run(
                    trail(folder.resolve("a.json.gz"), List.of(invoke(1, "ana"), withoutTime, withoutTime)),
                    trail(folder.resolve("b.json.gz"), List.of("{\"no\":\"record\"}", withoutTime)));
            long first = imports.file(run.id(), 1).id();
            var rows = imports.rows;

            assertThat(rows.quarantined(run.id(), null))
                    .containsOnly(Map.entry(Reason.NO_TIME, 3L), Map.entry(Reason.UNKNOWN_KIND, 1L));
            assertThat(rows.quarantined(run.id(), first)).containsOnly(Map.entry(Reason.NO_TIME, 2L));
            assertThat(rows.quarantined(run.id(), null, Reason.NO_TIME, 1, 10)).hasSize(2);
            assertThat(rows.quarantined(run.id(), first, null, 0, 10)).hasSize(2);
            assertThat(rows.quarantined(run.id(), first, Reason.UNKNOWN_KIND, 0, 10))
                    .isEmpty();
            assertThat(rows.quarantined(run.id() + 1, first)).isEmpty();
        }
    }

    @OnBothDatabases
    void logAndRecordBecomeOneUseInEitherOrderAndAcrossRuns(Database database) {
        var record = trail(folder.resolve("trail.json.gz"), calls(0, 50));
        var log = lines(
                folder.resolve("log.json.gz"),
                IntStream.range(25, 75).mapToObj(i -> logLine(i, 10, 1)).toList());
        var states = new ArrayList<String>();
        for (var order : List.of(List.of(record, log), List.of(log, record))) {
            try (var imports = new Importing(database)) {
                for (var file : order) {
                    var run = imports.run(file);
                    assertThat(run.totals()).isEqualTo(new Counts(50, 50, 0, 0, 0));
                }
                assertThat(imports.count("invocation")).isEqualTo(75);
                assertThat(imports.count("invocation WHERE evidence = 3")).isEqualTo(25);
                states.add(StoredState.of(imports.source));
            }
        }
        try (var imports = new Importing(database)) {
            imports.run(record, log);
            states.add(StoredState.of(imports.source));
        }
        assertThat(states.get(1)).isEqualTo(states.getFirst());
        assertThat(states.get(2)).isEqualTo(states.getFirst());
    }

    @OnBothDatabases
    void aBadFileFailsInWordsAndTheOthersAreRead(Database database) throws IOException {
        try (var imports = new Importing(database)) {
            var good = trail(folder.resolve("a.json.gz"), List.of(invoke(1, "ana")));
            var cut = trail(folder.resolve("b.json.gz"), calls(10, 500));
            var bytes = Files.readAllBytes(cut);
            Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
            var empty = write(folder.resolve("c.json"), "");
            var run = imports.run(good, cut, empty, folder.resolve("gone.json.gz"));

            assertThat(run.state()).isEqualTo(RunState.DONE_WITH_QUARANTINE);
            assertThat(imports.rows.files(run.id()))
                    .extracting(ImportFile::state)
                    .containsExactly(FileState.DONE, FileState.FAILED, FileState.FAILED, FileState.FAILED);
            assertThat(imports.file(run.id(), 2).counts().inserted()).isPositive();
            assertThat(imports.file(run.id(), 4).reason()).contains("no file at this place");
            assertThat(imports.rows.files(run.id()))
                    .filteredOn(f -> f.state() == FileState.FAILED)
                    .allSatisfy(f -> assertThat(f.reason()).isNotBlank());
        }
    }

    @OnBothDatabases
    void aRunWhoseOnlyFilesFailHasFailed(Database database) {
        try (var imports = new Importing(database)) {
            var run = imports.run(gzip(folder.resolve("a.json.gz"), "hello"));
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(imports.run(folder.resolve("nothing")).state()).isEqualTo(RunState.FAILED);
        }
    }

    @OnBothDatabases
    void tenThousandTinyFilesTakeFewTransactions(Database database) throws IOException {
        try (var imports = new Importing(database)) {
            for (int i = 0; i < 10_000; i++) {
                write(folder.resolve("f%05d.json".formatted(i)), invoke(i % 9_000, "ana"));
            }
            var run = imports.run(folder);
            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.totals()).isEqualTo(new Counts(9_000, 9_000, 0, 0, 0));
            assertThat(run.finishedFiles()).isEqualTo(10_000);
            var writes = imports.jdbc.queryForObject("SELECT write_seq FROM usage_head", Long.class);
            assertThat(writes).isLessThan(5_000L);
        }
    }

    @OnBothDatabases
    void aCancelledRunGoesOnWhereItStopped(Database database) throws Exception {
        for (int i = 0; i < 30; i++) {
            trail(folder.resolve("f%02d.json.gz".formatted(i)), calls(i * 2_000, (i + 1) * 2_000));
        }
        try (var imports = new Importing(database)) {
            long id = imports.begin(folder);
            Awaitility.await().until(() -> imports.count("invocation") > 0);
            imports.engine.cancel(id);
            var cancelled = imports.await(id);
            assertThat(cancelled.state()).isEqualTo(RunState.CANCELLED);
            assertThat(imports.count("invocation"))
                    .isEqualTo((int) cancelled.totals().inserted());

            assertThat(imports.rows.reopen(id)).isTrue();
            imports.engine.submit(id);
            var done = imports.await(id);
            assertThat(done.state()).isEqualTo(RunState.DONE);
            assertThat(done.totals()).isEqualTo(new Counts(60_000, 60_000, 0, 0, 0));
        }
    }

    private static List<String> calls(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> invoke(i, "ana")).toList();
    }
}
