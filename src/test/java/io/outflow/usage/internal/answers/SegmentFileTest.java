package io.outflow.usage.internal.answers;

import static io.outflow.testing.Calls.NOON;
import static io.outflow.testing.Calls.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.trail.Coverage;
import io.outflow.trail.Proof;
import io.outflow.trail.Reading;
import io.outflow.usage.EventStore.Batch;
import io.outflow.usage.EventStore.Proven;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import io.outflow.usage.internal.TestStore;
import io.outflow.usage.internal.answers.SubjectIndex.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A saved file speeds a start up where it is of the database's state, and changes no answer in any case. */
class SegmentFileTest {
    private static final UsageFilter ALL =
            UsageFilter.period(NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(30)));

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        var saved = segment();
        var file = new SegmentFile(folder.resolve("new folder/columns"));
        file.write(saved);

        assertThat(file.read(7)).get().usingRecursiveComparison().isEqualTo(saved);
        assertThat(file.read(8)).as("another state of the database").isEmpty();
        assertThat(file.read(0)).as("no known state").isEmpty();
    }

    @Test
    void aDamagedOrCutFileIsAsGoodAsNone() throws IOException {
        var path = folder.resolve("columns");
        var file = new SegmentFile(path);
        assertThat(file.read(7)).isEmpty();
        file.write(segment());
        var sound = Files.readAllBytes(path);

        for (int at = 0; at < sound.length; at++) {
            for (int bit : new int[] {1, 0x80}) {
                var damaged = sound.clone();
                damaged[at] ^= (byte) bit;
                Files.write(path, damaged);
                assertThat(file.read(7)).as("byte %d", at).isEmpty();
            }
            Files.write(path, Arrays.copyOf(sound, at));
            assertThat(file.read(7)).as("cut to %d", at).isEmpty();
        }
        Files.write(path, Arrays.copyOf(sound, sound.length + 1));
        assertThat(file.read(7)).as("something behind it").isEmpty();
        Files.write(path, sound);
        assertThat(file.read(7)).isPresent();
    }

    @OnBothDatabases
    void aStartFromTheFileAnswersAsOneFromTheDatabase(Database database) {
        try (var t = new Company(database)) {
            t.save(0, 40);
            var first = t.start();
            first.loader.save();
            var second = t.start();

            assertThat(second.fromFile()).isTrue();
            assertSame(second.report(), first.report());
            assertSame(t.followed(), first.report());
        }
    }

    @OnBothDatabases
    void aFileOfAnEarlierStateIsNotUsed(Database database) {
        try (var t = new Company(database)) {
            t.save(0, 10);
            t.start().loader.save();
            t.save(10, 12);
            assertThat(t.start().fromFile()).isFalse();
            assertThat(t.start().report().calls()).isEqualTo(12);

            t.start().loader.save();
            assertThat(t.start().fromFile()).isTrue();
            t.store.proveAll(List.of(Proven.file(1, Proof.VERIFIED)));
            assertThat(t.start().fromFile())
                    .as("another proof is another state")
                    .isFalse();
        }
    }

    @OnBothDatabases
    void whatWasFollowedIsSavedUnderTheStateThatItLedTo(Database database) {
        try (var t = new Company(database)) {
            t.save(0, 5);
            var running = t.start();
            t.store.followedBy(running.fixture.columns);
            t.save(5, 9);
            running.loader.save();

            var next = t.start();
            assertThat(next.fromFile()).isTrue();
            assertThat(next.report().calls()).isEqualTo(9);
        }
    }

    @OnBothDatabases
    void whereAnotherProcessStoredMeanwhileNothingIsSaved(Database database) {
        try (var t = new Company(database)) {
            t.save(0, 5);
            var running = t.start();
            t.save(5, 9);
            t.store.followedBy(running.fixture.columns);
            t.save(9, 11);
            running.loader.save();

            assertThat(t.start().fromFile()).isFalse();
            assertThat(t.start().report().calls()).isEqualTo(11);
        }
    }

    /** A database with its store, and servers that start on it one after the other. */
    private final class Company implements AutoCloseable {
        final TestStore store;
        final JdbcClient jdbc;
        private final Fixture followed;

        Company(Database database) {
            store = new TestStore(database);
            jdbc = JdbcClient.create(store.source);
            followed = new Fixture(store.table());
            store.followedBy(followed.columns);
        }

        void save(int from, int to) {
            var readings = new ArrayList<Reading>();
            for (int i = from; i < to; i++) {
                readings.add(record("e" + i, NOON.plus(Duration.ofHours(7L * i)), "r" + i));
            }
            store.saveAll(List.of(new Batch(1, store.prepared(readings), Set.<Coverage>of(), Proof.NO_DIGEST)));
        }

        UsageReport followed() {
            return report(followed);
        }

        Started start() {
            return new Started(this);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private final class Started {
        final Fixture fixture;
        final ColumnLoader loader;

        Started(Company company) {
            fixture = new Fixture(company.store.table());
            loader = new ColumnLoader(fixture.columns, company.jdbc, folder.resolve("columns"));
            loader.load();
        }

        boolean fromFile() {
            return loader.restored();
        }

        UsageReport report() {
            return SegmentFileTest.report(fixture);
        }
    }

    private static UsageReport report(Fixture fixture) {
        var now = fixture.columns.now();
        var selection = Selection.of(ALL, now.subjects(), Fixture.OPEN);
        var period = Period.of(ALL.from(), ALL.to(), now);
        return new Report(ALL, now.subjects(), selection, Tally.of(now, ALL, selection), Fixture.OPEN)
                .build(period, now.coverage().report(period.first(), period.last()));
    }

    private static void assertSame(UsageReport found, UsageReport expected) {
        assertThat(found).usingRecursiveComparison().ignoringFields("heat").isEqualTo(expected);
        assertThat(found.heat()).isDeepEqualTo(expected.heat());
    }

    private static Segment segment() {
        return new Segment(
                7,
                List.of(new Cast(1, null), new Cast(1, "PERSONAL,FINANCIAL"), new Cast(2, "")),
                List.of(
                        new Day(
                                20_000,
                                3,
                                new int[] {1, 2, 3},
                                new int[] {1, 2, 3},
                                new byte[] {0, 5, -1},
                                new int[] {10, -1, -2},
                                new int[] {0, 7, 8},
                                new long[] {1L << 40},
                                new BitSet(),
                                new DaySums.Kept()),
                        new Day(
                                (int) Duration.between(Instant.EPOCH, NOON).toDays(),
                                1,
                                new int[] {9},
                                new int[] {1},
                                new byte[] {1},
                                new int[] {1},
                                new int[] {1},
                                new long[0],
                                new BitSet(),
                                new DaySums.Kept())));
    }
}
