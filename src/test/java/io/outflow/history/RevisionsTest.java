package io.outflow.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.outflow.history.internal.Chain;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Revisions on both databases. */
class RevisionsTest {

    private static final UUID PRODUCT = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID AGREEMENT = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");

    @OnBothDatabases
    void whatWasRecordedComesBackAsItWas(Database database) {
        try (var history = new TestHistory(database)) {
            var recorded = history.record(new Statement(
                    "agreement", AGREEMENT, PRODUCT, "DPA", MARCH, AUGUST, "{\"state\":\"signed\"}", "countersigned"));

            assertThat(history.revisions.ofObject(AGREEMENT)).containsExactly(recorded);
            assertThat(recorded)
                    .isEqualTo(new Revision(
                            1,
                            "agreement",
                            AGREEMENT,
                            PRODUCT,
                            MARCH,
                            AUGUST,
                            TestHistory.START,
                            "nobody",
                            "countersigned",
                            "{\"state\":\"signed\"}",
                            recorded.sha256(),
                            1));
            assertThat(Chain.holds(recorded)).isTrue();
            assertThat(history.revisions.newest()).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void asOfTellsWhatThenHeldApartFromWhatIsNowKnown(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{\"days\":30}");
            var before = history.now;
            history.now = before.plusSeconds(60);
            history.record(PRODUCT, JUNE, null, "{\"days\":0}");

            assertThat(history.revisions.at(AsOf.asItRead(before)))
                    .extracting(Revision::json)
                    .containsExactly("{\"days\":30}");
            assertThat(history.revisions.at(AsOf.asNowKnown(before, history.now)))
                    .extracting(Revision::json)
                    .containsExactly("{\"days\":0}");
            assertThat(history.revisions.at(AsOf.asNowKnown(JUNE.minusNanos(1_000), history.now)))
                    .extracting(Revision::json)
                    .containsExactly("{\"days\":30}");
            assertThat(history.revisions.at(AsOf.asNowKnown(MARCH.minusNanos(1_000), history.now)))
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void aBoundedStatementLeavesWhatHoldsAfterIt(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{\"days\":30}");
            history.record(PRODUCT, JUNE, AUGUST, "{\"days\":7}");

            assertThat(history.revisions.at(AsOf.asNowKnown(AUGUST.minusNanos(1_000), history.now)))
                    .extracting(Revision::json)
                    .containsExactly("{\"days\":7}");
            assertThat(history.revisions.at(AsOf.asNowKnown(AUGUST, history.now)))
                    .extracting(Revision::json)
                    .containsExactly("{\"days\":30}");
        }
    }

    @OnBothDatabases
    void aRemovedObjectIsLeftOutFromThenOnAndKeepsItsHistory(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{\"days\":30}");
            history.record(PRODUCT, JUNE, null, null);

            assertThat(history.revisions.at(AsOf.asNowKnown(JUNE, history.now))).isEmpty();
            assertThat(history.revisions.at(AsOf.asNowKnown(MARCH, history.now)))
                    .hasSize(1);
            assertThat(history.revisions.ofObject(PRODUCT))
                    .extracting(Revision::removes)
                    .containsExactly(true, false);
        }
    }

    @OnBothDatabases
    void historyOfAnOwnerHoldsItselfAndAllThatHangOnItNewestFirst(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{}");
            history.record(new Statement("agreement", AGREEMENT, PRODUCT, "DPA", MARCH, null, "{}", ""));
            history.record(
                    new Statement("agreement", UUID.randomUUID(), UUID.randomUUID(), "DPA", MARCH, null, "{}", ""));
            history.record(PRODUCT, MARCH, null, "{\"days\":1}");

            assertThat(history.revisions.ofOwner(PRODUCT, Optional.empty(), 0, 10))
                    .extracting(recorded -> recorded.revision().seq())
                    .containsExactly(4L, 2L, 1L);
            assertThat(history.revisions.ofOwner(PRODUCT, Optional.empty(), 1, 1))
                    .extracting(recorded -> recorded.revision().seq())
                    .containsExactly(2L);
        }
    }

    @OnBothDatabases
    void onlyTheAskedKindsAreAnswered(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{}");
            history.record(new Statement("agreement", AGREEMENT, PRODUCT, "DPA", MARCH, null, "{}", ""));

            assertThat(history.revisions.at(AsOf.asItRead(history.now), List.of("agreement", "review")))
                    .extracting(Revision::object)
                    .containsExactly(AGREEMENT);
            assertThat(history.revisions.at(AsOf.asItRead(history.now), List.of()))
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void changesAreToldAgainstTheStateThatWasReplaced(Database database) {
        try (var history = new TestHistory(database)) {
            var first = history.record(PRODUCT, MARCH, null, "{\"days\":30,\"name\":\"API\"}");
            var second = history.record(PRODUCT, AUGUST, null, "{\"days\":0,\"name\":\"API\"}");
            var between = history.record(PRODUCT, JUNE, null, "{\"days\":7,\"name\":\"API\"}");
            var removed = history.record(PRODUCT, AUGUST, null, null);

            assertThat(history.changes(first))
                    .containsExactly(new FieldChange("days", null, "30"), new FieldChange("name", null, "API"));
            assertThat(history.changes(second)).containsExactly(new FieldChange("days", "30", "0"));
            assertThat(history.changes(between)).containsExactly(new FieldChange("days", "30", "7"));
            assertThat(history.changes(removed))
                    .containsExactly(new FieldChange("days", "7", null), new FieldChange("name", "API", null));
        }
    }

    @OnBothDatabases
    void aPageOfAHistoryTellsChangesAgainstWhatLiesOnTheNextPage(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{\"days\":30}");
            history.record(PRODUCT, MARCH, null, "{\"days\":7}");
            history.record(PRODUCT, MARCH, null, "{\"days\":0}");

            assertThat(history.revisions.ofObject(PRODUCT, Optional.empty(), 0, 1))
                    .singleElement()
                    .satisfies(
                            newest -> assertThat(newest.changes()).containsExactly(new FieldChange("days", "7", "0")));
            assertThat(history.revisions.ofOwner(PRODUCT, Optional.empty(), 1, 1))
                    .singleElement()
                    .satisfies(
                            second -> assertThat(second.changes()).containsExactly(new FieldChange("days", "30", "7")));
        }
    }

    @OnBothDatabases
    void historyAsKnownAtAMomentHoldsNothingThatWasRecordedLater(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{\"days\":30}");
            var then = Optional.of(history.now);
            history.now = history.now.plusSeconds(60);
            history.record(PRODUCT, MARCH, null, "{\"days\":0}");
            history.record(new Statement("agreement", AGREEMENT, PRODUCT, "Agreement DPA", MARCH, null, "{}", ""));

            assertThat(history.revisions.ofOwner(PRODUCT, then, 0, 10))
                    .extracting(recorded -> recorded.revision().seq())
                    .containsExactly(1L);
            assertThat(history.revisions.ofObject(PRODUCT, then, 0, 10))
                    .extracting(recorded -> recorded.revision().seq())
                    .containsExactly(1L);
            assertThat(history.revisions.ofOwner(PRODUCT, Optional.of(history.now), 0, 10))
                    .hasSize(3);
        }
    }

    @OnBothDatabases
    void eachRevisionIsAnEntryOfTheChangeLogWithBeforeAndAfter(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{\"days\":30}");
            var second = history.record(PRODUCT, JUNE, AUGUST, "{\"days\":0}");
            history.record(PRODUCT, AUGUST, null, null);

            assertThat(history.log.list(0, 10))
                    .extracting(Entry::seq, Entry::action, Entry::object)
                    .containsExactly(
                            tuple(3L, "record removed", "Product Claude API"),
                            tuple(2L, "record changed", "Product Claude API"),
                            tuple(1L, "record added", "Product Claude API"));
            assertThat(history.log.list(1, 1).getFirst().text()).isEqualTo("""
                            Revision 2, SHA-256 %s
                            Holds from 2026-06-01T00:00:00Z until 2026-08-01T00:00:00Z
                            Reason: "because"
                            days: "30" -> "0\"""".formatted(second.sha256()));
        }
    }

    @OnBothDatabases
    void aRecordingThatIsUndoneLeavesNoGapAndNoEntry(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{}");
            assertThatThrownBy(() -> history.transaction.executeWithoutResult(status -> {
                        history.revisions.record(
                                new Statement("product", PRODUCT, null, "API", MARCH, null, "{\"days\":1}", ""));
                        throw new IllegalStateException("the change failed");
                    }))
                    .hasMessage("the change failed");
            history.record(PRODUCT, JUNE, null, "{}");

            assertThat(history.revisions.ofObject(PRODUCT))
                    .extracting(Revision::seq, Revision::logSeq)
                    .containsExactly(tuple(2L, 2L), tuple(1L, 1L));
            assertThat(history.log.verify().entries()).isEqualTo(2);
        }
    }

    @OnBothDatabases
    void aClockThatIsSetBackBringsNoRevisionBeforeAnEarlierOne(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{\"days\":30}");
            history.now = TestHistory.START.minus(Duration.ofHours(1));
            var second = history.record(PRODUCT, MARCH, null, "{\"days\":0}");

            assertThat(second.recordedAt()).isEqualTo(TestHistory.START);
        }
    }

    @OnBothDatabases
    void manyAtOnceAreNumberedWithoutGaps(Database database) throws Exception {
        try (var history = new TestHistory(database);
                var threads = Executors.newFixedThreadPool(4)) {
            var work = IntStream.range(0, 40)
                    .<Callable<Revision>>mapToObj(i -> () -> history.record(UUID.randomUUID(), MARCH, null, "{}"))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }

            assertThat(history.revisions.at(AsOf.asItRead(history.now)))
                    .extracting(Revision::seq)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 40).mapToObj(i -> (long) i).toList());
            assertThat(history.log.verify().holds()).isTrue();
        }
    }

    @OnBothDatabases
    void databaseRefusesToChangeOrRemoveARevision(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{}");

            for (var sql : List.of("UPDATE revision SET reason = 'other'", "DELETE FROM revision")) {
                assertThatThrownBy(() -> history.jdbc.sql(sql).update())
                        .hasStackTraceContaining("The table revision is append-only.");
            }
            for (var sql : List.of("TRUNCATE TABLE revision", "TRUNCATE TABLE change_log")) {
                assertThatThrownBy(() -> history.jdbc.sql(sql).update()).isInstanceOf(Exception.class);
            }
            assertThat(history.revisions.newest()).isEqualTo(1);
            assertThat(history.log.verify().entries()).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void whatCannotBeAStateIsRefusedAndNothingIsRecorded(Database database) {
        try (var history = new TestHistory(database)) {
            history.record(PRODUCT, MARCH, null, "{}");

            assertThatIllegalArgumentException().isThrownBy(() -> history.record(PRODUCT, MARCH, null, "[1]"));
            assertThatIllegalArgumentException().isThrownBy(() -> history.record(PRODUCT, MARCH, null, "{} {}"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            history.record(new Statement("vendor", PRODUCT, null, "Anthropic", MARCH, null, "{}", "")));
            assertThat(history.revisions.newest()).isEqualTo(1);
            assertThat(history.log.verify().entries()).isEqualTo(1);
        }
    }
}
