package io.outflow.usage.internal;

import static io.outflow.testing.Calls.NOON;
import static io.outflow.testing.Calls.OPAQUE;
import static io.outflow.testing.Calls.REGION;
import static io.outflow.testing.Calls.SONNET;
import static io.outflow.testing.Calls.governance;
import static io.outflow.testing.Calls.line;
import static io.outflow.testing.Calls.person;
import static io.outflow.testing.Calls.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.testing.Calls;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Coverage;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.trail.Reading;
import io.outflow.trail.Tokens;
import io.outflow.usage.EventStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;

class EventStoreTest {

    @OnBothDatabases
    void anEventIsStoredOnceHoweverOftenItComes(Database database) {
        try (var t = new TestStore(database)) {
            var one = record("e1", NOON, "r1");
            var twice = t.save(1, List.of(one, one));
            assertThat(twice.inserted()).isEqualTo(1);
            assertThat(twice.duplicates()).isEqualTo(1);

            t.restart();
            var again = t.save(2, List.of(record("e1", NOON, "r1"), record("e2", NOON, "r2")));
            assertThat(again.inserted()).isEqualTo(1);
            assertThat(again.duplicates()).isEqualTo(1);
            assertThat(count(t, "invocation")).isEqualTo(2);
            assertThat(t.counted()).isEqualTo(t.loaded()).hasSize(2);
        }
    }

    @OnBothDatabases
    void whatComesOutOfOrderOrAgainAmongNewEventsIsStoredOnce(Database database) {
        try (var t = new TestStore(database)) {
            t.save(1, List.of(record("e5", NOON.plusSeconds(5), "r5")));
            t.restart();
            var expected = new HashSet<>(Set.of("e5"));
            for (int from : List.of(20, 10, 0, 15, 30, 4)) {
                var records = new ArrayList<Reading>();
                int fresh = 0;
                for (int i = from; i < from + 10; i++) {
                    records.add(record("e" + i, NOON.plusSeconds(i), "r" + i));
                    fresh += expected.add("e" + i) ? 1 : 0;
                }
                var outcome = t.save(from + 2, records);
                assertThat(outcome.inserted()).isEqualTo(fresh);
                assertThat(outcome.duplicates()).isEqualTo(10 - fresh);
            }
            assertThat(count(t, "invocation")).isEqualTo(expected.size());
            assertThat(t.counted()).isEqualTo(t.loaded());
        }
    }

    @OnBothDatabases
    void sameKeyWithOtherContentIsAConflictThatNamesTheStoredRecord(Database database) {
        try (var t = new TestStore(database)) {
            t.save(7, List.of(record("e1", NOON, "r1")));
            var other = record("e1", NOON, "r1", person("bob"), SONNET, Outcome.USE);
            var outcome = t.save(8, List.of(other, governance("g1", NOON)));

            assertThat(outcome.inserted()).isEqualTo(1);
            assertThat(outcome.conflicts()).singleElement().satisfies(conflict -> {
                assertThat(conflict.reading()).isSameAs(other);
                assertThat(conflict.fileId()).isEqualTo(7);
                assertThat(conflict.recordNo()).isEqualTo(1);
                assertThat(new String(conflict.original(), StandardCharsets.UTF_8))
                        .contains("\"ana\"");
            });
            assertThat(t.counted()).singleElement().asString().contains(" ana ");
        }
    }

    @OnBothDatabases
    void aConflictWithinOneBatchKeepsTheFirst(Database database) {
        try (var t = new TestStore(database)) {
            var outcome = t.save(
                    1, List.of(record("e1", NOON, "r1"), record("e1", NOON, "r1", person("bob"), SONNET, Outcome.USE)));
            assertThat(outcome.inserted()).isEqualTo(1);
            assertThat(outcome.conflicts()).singleElement().satisfies(conflict -> assertThat(
                            new String(conflict.original(), StandardCharsets.UTF_8))
                    .contains("\"ana\""));
        }
    }

    @OnBothDatabases
    void aCallAndAGovernanceEventOfOneKeyAreAConflict(Database database) {
        try (var t = new TestStore(database)) {
            assertThat(t.save(1, List.of(governance("e1", NOON))).inserted()).isEqualTo(1);
            assertThat(t.save(2, List.of(record("e1", NOON, "r1"))).conflicts()).hasSize(1);
            assertThat(t.save(3, List.of(record("e2", NOON, "r2"))).inserted()).isEqualTo(1);
            assertThat(t.save(4, List.of(governance("e2", NOON))).conflicts()).hasSize(1);
            assertThat(t.save(5, List.of(governance("e3", NOON), record("e3", NOON, "r3")))
                            .conflicts())
                    .hasSize(1);
        }
    }

    @OnBothDatabases
    void timesKeepTheirMicrosecondsInAnyZone(Database database) {
        var before = TimeZone.getDefault();
        try (var t = new TestStore(database)) {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            var times = List.of(
                    NOON,
                    Instant.parse("0001-01-01T00:00:00Z"),
                    Instant.parse("1969-12-31T23:59:59.999999Z"),
                    Instant.parse("2026-03-29T01:30:00.000001Z"),
                    Instant.parse("9999-12-31T23:59:59.999999Z"));
            var calls = times.stream().map(time -> record("e", time, "r")).toList();
            t.save(1, calls);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            t.restart();

            assertThat(t.save(2, calls).duplicates()).isEqualTo(times.size());
            List<Instant> stored =
                    t.jdbc.query("SELECT event_time FROM invocation", (row, i) -> row.getObject(1, OffsetDateTime.class)
                            .toInstant());
            assertThat(stored).containsExactlyInAnyOrderElementsOf(times);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @OnBothDatabases
    void aRolledBackBatchLeavesNothingBehind(Database database) {
        try (var t = new TestStore(database)) {
            var batch = new EventStore.Batch(
                    1,
                    t.store.prepare(List.of(record("e1", NOON, "r1"))),
                    Set.of(new Coverage(Calls.ACCOUNT, REGION, Channel.BEDROCK_RUNTIME, LocalDate.of(2026, 3, 2))),
                    Proof.NO_DIGEST);
            assertThatThrownBy(() -> t.transaction.execute(status -> {
                        t.store.store(List.of(batch));
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(t.subjects.size()).isZero();
            assertThat(count(t, "subject")).isZero();

            var stored = t.saveAll(List.of(batch));
            assertThat(stored.batches().getFirst().inserted()).isEqualTo(1);
            assertThat(stored.covered()).hasSize(1);
            assertThat(t.subjects.get(1).caller().name()).isEqualTo("ana");
            assertThat(count(t, "coverage_day")).isEqualTo(1);
            assertThat(t.saveAll(List.of(batch)).covered()).isEmpty();
        }
    }

    @OnBothDatabases
    void recordAndLineAreOneUseWhicheverComesFirst(Database database) {
        var record = record("e1", NOON, "r1", person("ana"), OPAQUE, Outcome.USE);
        var line = line(
                "1",
                NOON.minusSeconds(3),
                "r1",
                SONNET,
                new Tokens(10L, 20L, 5L, null),
                "eu-west-1",
                Map.of("team", "claims"));
        for (var order : List.of(
                List.of(List.of(record), List.of(line)),
                List.of(List.of(line), List.of(record)),
                List.of(List.of(line, record)),
                List.of(List.of(record), List.of(line), List.of(line), List.of(record)))) {
            try (var t = new TestStore(database)) {
                for (var batch : order) {
                    t.save(1, batch);
                }
                assertThat(t.counted()).isEqualTo(t.loaded()).hasSize(1);
                var subject = t.subjects.get(t.jdbc.queryForObject("SELECT subject_id FROM invocation", Integer.class));
                assertThat(subject.caller().name()).isEqualTo("ana");
                assertThat(subject.model().name()).isEqualTo("Claude Sonnet 4.5");
                assertThat(subject.model().claude()).isEqualTo(Claude.YES);
                assertThat(subject.model().id()).isEqualTo(OPAQUE.id());
                assertThat(subject.inferenceRegion()).isEqualTo("eu-west-1");
                assertThat(subject.metadata()).containsEntry("team", "claims");
                var row = t.jdbc.queryForMap("SELECT * FROM invocation");
                assertThat(row.get("event_key")).isEqualTo("e1");
                assertThat(row.get("input_tokens")).isEqualTo(10L);
                assertThat(((Number) row.get("evidence")).intValue()).isEqualTo(3);
                assertThat(t.jdbc.queryForObject("SELECT attached_key FROM log_line", String.class))
                        .isEqualTo("e1");
            }
        }
    }

    @OnBothDatabases
    void severalLinesOfARequestStayApartUntilTheirRecordComes(Database database) {
        try (var t = new TestStore(database)) {
            t.save(1, List.of(line("1", NOON, "r1", 10, 1), line("2", NOON, "r1", 30, 2)));
            assertThat(t.counted()).isEqualTo(t.loaded()).hasSize(2);

            t.save(2, List.of(record("e1", NOON.plusSeconds(9), "r1")));
            assertThat(t.counted())
                    .isEqualTo(t.loaded())
                    .singleElement()
                    .asString()
                    .contains(" 40 3");
        }
    }

    @OnBothDatabases
    void linesOfAnotherRequestOrAnotherWeekStayApart(Database database) {
        try (var t = new TestStore(database)) {
            t.save(1, List.of(record("e1", NOON, "r1")));
            t.save(2, List.of(line("1", NOON, "r2", 1, 1), line("2", NOON.plusSeconds(7 * 86_400), "r1", 1, 1)));
            assertThat(t.counted()).isEqualTo(t.loaded()).hasSize(3);
        }
    }

    @OnBothDatabases
    void eachOriginalIsFoundAgain(Database database) {
        try (var t = new TestStore(database)) {
            var many = IntStream.range(0, 2_500)
                    .mapToObj(i -> record("e" + i, NOON.plusSeconds(i), "r" + i))
                    .toList();
            t.save(1, many);
            t.save(2, List.of(governance("g1", NOON), line("1", NOON, "x", 1, 1)));
            t.jdbc.query("SELECT event_key, chunk_id, chunk_index FROM invocation WHERE evidence = 1", row -> {
                var original = original(t, row.getLong(2), row.getInt(3));
                assertThat(original).contains("\"" + row.getString(1) + "\"");
            });
            t.jdbc.query("SELECT chunk_id, chunk_index FROM governance_event", row -> {
                assertThat(original(t, row.getLong(1), row.getInt(2))).contains("\"g1\"");
            });
        }
    }

    @OnBothDatabases
    void textThatADatabaseRefusesIsMadeFit(Database database) {
        try (var t = new TestStore(database)) {
            var nul = new String(Character.toChars(0));
            var half = String.valueOf((char) 0xD800);
            var odd = record("e1", NOON, "r" + nul, person("an" + nul + "a" + half), SONNET, Outcome.USE);
            assertThat(t.save(1, List.of(odd)).inserted()).isEqualTo(1);
            assertThat(t.save(1, List.of(odd)).duplicates()).isEqualTo(1);
            assertThat(t.subjects.get(1).caller().name()).isEqualTo("an\uFFFDa\uFFFD");
        }
    }

    @OnBothDatabases
    void aMetadataKeyOfManyValuesStopsMakingSubjects(Database database) {
        try (var t = new TestStore(database)) {
            var readings = new ArrayList<Reading>();
            for (int i = 0; i < 300; i++) {
                readings.add(line(
                        "l" + i,
                        NOON.plusSeconds(i),
                        "r" + i,
                        SONNET,
                        Tokens.NONE,
                        REGION,
                        Map.of("team", "t" + i, "call", "0f8fad5b-d9cb-469f-a165-70867728950e")));
            }
            t.save(1, readings);
            assertThat(t.subjects.size()).isEqualTo(MetadataKeys.MOST_VALUES + 1);
            assertThat(t.subjects.since(0))
                    .allSatisfy(s -> assertThat(s.metadata()).doesNotContainKey("call"));
        }
    }

    @OnBothDatabases
    void aSecondProcessIsFollowed(Database database) {
        try (var t = new TestStore(database)) {
            var firstSubjects = t.subjects;
            var first = t.store;
            t.save(1, List.of(record("e1", NOON, "r1")));
            t.restart();
            t.save(2, List.of(record("e2", NOON, "r2", person("bob"), SONNET, Outcome.USE)));
            t.save(2, List.of(line("1", NOON, "r1", 1, 1)));

            t.store = first;
            t.subjects = firstSubjects;
            var outcome = t.save(
                    3,
                    List.of(
                            record("e3", NOON, "r3", person("cy"), SONNET, Outcome.USE),
                            record("e2", NOON, "r2", person("bob"), SONNET, Outcome.USE)));
            assertThat(outcome.inserted()).isEqualTo(1);
            assertThat(outcome.duplicates()).isEqualTo(1);
            assertThat(firstSubjects.since(0))
                    .extracting(s -> s.caller().name())
                    .contains("ana", "bob", "cy");
            t.restart();
            assertThat(t.loaded()).hasSize(3);
        }
    }

    private static String original(TestStore t, long chunk, int index) {
        try (var connection = t.source.getConnection()) {
            return new String(StoredEvents.original(connection, chunk, index), StandardCharsets.UTF_8);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(TestStore t, String table) {
        return t.jdbc.queryForObject("SELECT count(*) FROM " + table, Integer.class);
    }
}
