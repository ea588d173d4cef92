package io.outflow.usage.internal.answers;

import static io.outflow.testing.Calls.ACCOUNT;
import static io.outflow.testing.Calls.NOON;
import static io.outflow.testing.Calls.REGION;
import static io.outflow.testing.Calls.SONNET;
import static io.outflow.testing.Calls.governance;
import static io.outflow.testing.Calls.line;
import static io.outflow.testing.Calls.person;
import static io.outflow.testing.Calls.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.trail.Channel;
import io.outflow.trail.Coverage;
import io.outflow.trail.Evidence;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.trail.Reading;
import io.outflow.usage.EventStore.Batch;
import io.outflow.usage.Unproven;
import io.outflow.usage.Usage.CallId;
import io.outflow.usage.Usage.EvidenceRecord;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.internal.TestStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read from the database, and that columns loaded at the start are those that followed the imports. */
class StoredAnswersTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    /** The answers over one new database. */
    private static final class Answers implements AutoCloseable {
        final TestStore store;
        final Fixture followed;
        final JdbcClient jdbc;

        Answers(Database database) {
            store = new TestStore(database);
            followed = new Fixture(store.table());
            store.followedBy(followed.columns);
            jdbc = JdbcClient.create(store.source);
        }

        UsageAnswers over(UsageColumns columns, CallerNames names) {
            return new UsageAnswers(
                    columns,
                    new ColumnLoader(columns, jdbc, Fixture.NOTHING_SAVED),
                    new ColumnWatch(columns, Clock.systemUTC()),
                    new StoredCalls(jdbc, new JdbcTemplate(store.source)),
                    new Evidences(jdbc),
                    new StoredGovernance(jdbc, names),
                    new Detections(jdbc),
                    names,
                    new StaticListableBeanFactory().getBeanProvider(Unproven.class));
        }

        UsageAnswers open() {
            return over(followed.columns, Fixture.OPEN);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @OnBothDatabases
    void columnsLoadedAtTheStartTellWhatTheFollowedOnesTell(Database database) {
        try (var t = new Answers(database)) {
            t.store.save(1, some());
            t.store.saveAll(List.of(new Batch(
                    2,
                    t.store.prepared(List.of(line("l1", NOON.plusSeconds(1), "r1", 10, 20))),
                    Set.of(new Coverage(ACCOUNT, REGION, Channel.BEDROCK_RUNTIME, LocalDate.parse("2026-03-01"))),
                    Proof.NO_DIGEST)));
            var loaded = new Fixture(t.store.table());
            new ColumnLoader(loaded.columns, t.jdbc, Fixture.NOTHING_SAVED).load();

            var filter = UsageFilter.period(FROM, TO);
            var expected = t.open().report(filter);
            var found = t.over(loaded.columns, Fixture.OPEN).report(filter);

            assertThat(expected.calls()).isGreaterThan(10);
            assertThat(expected.coverage().cells()).singleElement();
            assertThat(found).usingRecursiveComparison().ignoringFields("heat").isEqualTo(expected);
            assertThat(found.heat()).isDeepEqualTo(expected.heat());
            assertThat(t.over(loaded.columns, Fixture.OPEN).evidenced())
                    .isEqualTo(t.open().evidenced())
                    .isPresent();
        }
    }

    @OnBothDatabases
    void pagesGiveEveryCallOnceNewestFirst(Database database) {
        try (var t = new Answers(database)) {
            t.store.save(1, some());
            for (var filter : List.of(
                    UsageFilter.period(FROM, TO),
                    UsageFilter.period(NOON.minusSeconds(30), NOON.plus(Duration.ofDays(2))),
                    only(Set.of(Outcome.DENIED), Set.of()),
                    only(Set.of(), Set.of("bob")))) {
                var found = new ArrayList<CallId>();
                var total = 0L;
                for (var page = 0; page < 20; page++) {
                    var items = t.open().calls(filter, page, 7);
                    total = items.total();
                    items.items().forEach(item -> found.add(item.id()));
                    assertThat(items.items()).hasSize((int) Math.clamp(total - page * 7L, 0, 7));
                }
                var expected = t.jdbc.sql("SELECT i.event_key FROM invocation i JOIN subject s ON s.id = i.subject_id"
                                + " WHERE i.event_time >= ? AND i.event_time < ? AND (? = '' OR s.caller_name = ?)"
                                + " AND (? = -1 OR i.outcome = ?)"
                                + " ORDER BY i.event_time DESC, i.account, i.event_key")
                        .params(
                                StoredCalls.time(filter.from()),
                                StoredCalls.time(filter.to()),
                                filter.callers().stream().findFirst().orElse(""),
                                filter.callers().stream().findFirst().orElse(""),
                                filter.outcomes().stream()
                                        .map(Outcome::ordinal)
                                        .findFirst()
                                        .orElse(-1),
                                filter.outcomes().stream()
                                        .map(Outcome::ordinal)
                                        .findFirst()
                                        .orElse(-1))
                        .query(String.class)
                        .list();
                assertThat(expected).isNotEmpty();
                assertThat(total).isEqualTo(expected.size());
                assertThat(found.stream().map(CallId::eventId).toList()).isEqualTo(expected);
            }
        }
    }

    @OnBothDatabases
    void callOpensToBothItsRecordsAndTheirFiles(Database database) {
        try (var t = new Answers(database)) {
            t.jdbc.sql("INSERT INTO import_run (id, state, origin, started_by, started_at)"
                            + " VALUES (4, 'DONE', 'UPLOAD', 'ana', ?)")
                    .param(StoredCalls.time(NOON))
                    .update();
            t.jdbc.sql("INSERT INTO import_file (id, run_id, file_no, name, file_path, spooled, state, size_bytes,"
                            + " bytes_read, cursor_record, read_count, inserted_count, duplicate_count, skipped_count,"
                            + " quarantined_count, attempts)"
                            + " VALUES (8, 4, 1, 'trail.json.gz', '/x', TRUE, 'DONE', 1, 1, 1, 1, 1, 0, 0, 0, 1)")
                    .update();
            t.store.save(8, List.of(record("e1", NOON, "r1")));
            t.store.save(9, List.of(line("l1", NOON.plusSeconds(1), "r1", 10, 20)));

            var page = t.open().calls(UsageFilter.period(FROM, TO), 0, 50);
            assertThat(page.total()).isEqualTo(1);
            var id = page.items().getFirst().id();
            var details = t.open().call(id).orElseThrow();

            assertThat(details.call().inputTokens()).isEqualTo(10);
            assertThat(details.call().contentLogOnly()).isFalse();
            assertThat(details.requestId()).isEqualTo("r1");
            assertThat(details.evidence())
                    .extracting(EvidenceRecord::kind, EvidenceRecord::fileName, EvidenceRecord::runId)
                    .containsExactly(
                            tuple(Evidence.CLOUDTRAIL, "trail.json.gz", 4L),
                            tuple(Evidence.INVOCATION_LOG, "file 9", 0L));
            assertThat(text(details.evidence().getFirst())).contains("\"eventID\":\"e1\"", "\"ana\"");
            assertThat(text(details.evidence().getLast())).contains("\"line\":\"l1\"");
            assertThat(t.open().call(new CallId(id.time(), id.account(), "other")))
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void nothingThatLeavesTellsAPersonWhoseNameIsHidden(Database database) {
        try (var t = new Answers(database)) {
            t.store.save(1, List.of(record("e1", NOON, "r1")));
            var masked = t.over(t.followed.columns, Fixture.MASKED);
            var filter = UsageFilter.period(FROM, TO);

            var call = masked.calls(filter, 0, 50).items().getFirst();
            var details = masked.call(call.id()).orElseThrow();
            var report = masked.report(filter);

            assertThat(call.caller()).startsWith("Person ");
            assertThat(call.toString()).doesNotContain("ana");
            assertThat(text(details.evidence().getFirst()))
                    .doesNotContain("ana")
                    .contains(call.caller());
            assertThat(List.of(report.rows(), report.flows(), report.options()).toString())
                    .doesNotContain("ana");
            assertThat(masked.calls(only(Set.of(), Set.of(call.caller())), 0, 50)
                            .total())
                    .isEqualTo(1);
            assertThat(masked.calls(only(Set.of(), Set.of(person("ana").id())), 0, 50)
                            .total())
                    .isEqualTo(1);
            assertThat(masked.calls(only(Set.of(), Set.of("ana")), 0, 50).total())
                    .isZero();
        }
    }

    @OnBothDatabases
    void governanceEventsComeByPagesNewestFirst(Database database) {
        try (var t = new Answers(database)) {
            t.store.save(
                    1,
                    IntStream.range(0, 5)
                            .<Reading>mapToObj(n -> governance("g" + n, NOON.plusSeconds(n)))
                            .toList());

            var page = t.open().governance(NOON, NOON.plusSeconds(4), 1, 2);

            assertThat(page.total()).isEqualTo(4);
            assertThat(page.items()).extracting(item -> item.event().key().id()).containsExactly("g1", "g0");
            assertThat(new String(page.items().getFirst().event().original(), StandardCharsets.UTF_8))
                    .contains("\"g1\"");
            assertThat(t.open().governance(Instant.MIN, Instant.MAX, 0, 50).total())
                    .isEqualTo(5);
        }
    }

    /** Calls of three people over some days, some within one millisecond, some denied. */
    private static List<Reading> some() {
        var made = new ArrayList<Reading>();
        for (var n = 0; n < 60; n++) {
            var who = n % 10 == 0 ? "bob" : n % 3 == 0 ? "cai" : "ana";
            var time = NOON.plus(Duration.ofHours(n / 4)).plusNanos((n % 4) * 100_000L);
            var outcome = n % 7 == 0 ? Outcome.DENIED : n % 11 == 0 ? Outcome.FAILED : Outcome.USE;
            made.add(record("e" + n, time, "r" + n, person(who), SONNET, outcome));
        }
        return made;
    }

    private static UsageFilter only(Set<Outcome> outcomes, Set<String> callers) {
        return new UsageFilter(
                FROM, TO, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), callers, Set.of(), outcomes,
                Set.of(), Set.of(), Set.of());
    }

    private static String text(EvidenceRecord evidence) {
        return new String(evidence.original(), StandardCharsets.UTF_8);
    }
}
