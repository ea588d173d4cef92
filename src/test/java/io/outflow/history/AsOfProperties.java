package io.outflow.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is recorded in whichever order, backdated, bounded, removed, by a clock that stands still or goes back: the
 * answer for every moment of both times is that of a model in memory, and stays it. 100 sequences of edits and questions on
 * H2 and 20 on PostgreSQL; with -Dlong=true 10,000 and 2,000.
 */
class AsOfProperties {

    private static final int ROUNDS = Boolean.getBoolean("long") ? 100 : 1;
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> KINDS = List.of("product", "agreement");
    private static final List<UUID> OBJECTS =
            IntStream.range(0, 4).mapToObj(i -> new UUID(0, i)).toList();

    private static final Map<Database, TestHistory> HISTORIES = new EnumMap<>(Database.class);

    @AfterContainer
    static void close() {
        HISTORIES.values().forEach(TestHistory::close);
    }

    @Property(tries = 100, seed = "20261126", shrinking = ShrinkingMode.OFF)
    void answersAreThoseOfAModelOnH2(@ForAll Random random) {
        for (var round = 0; round < ROUNDS; round++) {
            answersAreThoseOfAModel(Database.H2, random);
        }
    }

    @Property(tries = 20, seed = "20261126", shrinking = ShrinkingMode.OFF)
    void answersAreThoseOfAModelOnPostgreSql(@ForAll Random random) {
        for (var round = 0; round < ROUNDS; round++) {
            answersAreThoseOfAModel(Database.POSTGRESQL, random);
        }
    }

    private static void answersAreThoseOfAModel(Database database, Random random) {
        var history = HISTORIES.computeIfAbsent(database, AsOfProperties::thatCanBeEmptied);
        empty(history);
        var model = new Model();
        for (var step = 5 + random.nextInt(20); step > 0; step--) {
            if (random.nextInt(3) > 0) {
                model.recorded.add(history.record(statement(random)));
                history.now = history.now.plus(random.nextInt(5) - 1L, ChronoUnit.SECONDS);
            } else {
                ask(history, model, asOf(random, history.now));
            }
        }
        // Answers about what was known earlier are still what they were.
        for (var i = 0; i < 5; i++) {
            ask(history, model, asOf(random, history.now));
        }
        for (var revision : model.recorded) {
            assertThat(history.changes(revision))
                    .describedAs("changes of %s in %s", revision, model)
                    .containsExactlyInAnyOrderElementsOf(model.changes(revision));
        }
        assertThat(history.log.verify().holds()).isTrue();
    }

    private static void ask(TestHistory history, Model model, AsOf asOf) {
        assertThat(history.revisions.at(asOf))
                .describedAs("%s of %s", asOf, model)
                .isEqualTo(model.at(asOf, KINDS));
        assertThat(history.revisions.at(asOf, List.of("product")))
                .describedAs("products at %s of %s", asOf, model)
                .isEqualTo(model.at(asOf, List.of("product")));
    }

    private static Statement statement(Random random) {
        var object = random.nextInt(OBJECTS.size());
        var from = random.nextInt(10);
        return new Statement(
                KINDS.get(object % 2),
                OBJECTS.get(object),
                null,
                "object " + object,
                month(from),
                random.nextInt(3) == 0 ? month(from + 1 + random.nextInt(4)) : null,
                random.nextInt(5) == 0 ? null : "{\"a\":%d,\"b\":%d}".formatted(random.nextInt(3), random.nextInt(3)),
                "");
    }

    private static AsOf asOf(Random random, Instant now) {
        var known = random.nextInt(4) == 0 ? now : now.minusSeconds(random.nextInt(40));
        return new AsOf(month(random.nextInt(12)).minus(random.nextInt(2), ChronoUnit.MICROS), known);
    }

    private static Instant month(int months) {
        return MARCH.plus(30L * months, ChronoUnit.DAYS);
    }

    private static TestHistory thatCanBeEmptied(Database database) {
        var history = new TestHistory(database);
        history.tamper("revision", "DELETE FROM revision");
        history.tamper("change_log", "DELETE FROM change_log");
        return history;
    }

    private static void empty(TestHistory history) {
        history.jdbc.sql("DELETE FROM revision").update();
        history.jdbc.sql("DELETE FROM change_log").update();
        history.jdbc
                .sql("UPDATE change_log_head SET seq = 0, hash = ?")
                .param("0".repeat(64))
                .update();
        history.now = TestHistory.START;
    }

    /** What the contract says, in the plainest way. */
    private static final class Model {

        private final List<Revision> recorded = new ArrayList<>();

        List<Revision> at(AsOf asOf, List<String> kinds) {
            return OBJECTS.stream()
                    .map(object -> newest(object, asOf.valid(), asOf.known(), Long.MAX_VALUE))
                    .filter(revision -> revision != null && revision.json() != null && kinds.contains(revision.kind()))
                    .sorted((a, b) -> Long.compare(a.seq(), b.seq()))
                    .toList();
        }

        private @Nullable Revision newest(UUID object, Instant valid, Instant known, long before) {
            Revision newest = null;
            for (var revision : recorded) {
                var end = revision.validTo();
                if (revision.object().equals(object)
                        && revision.seq() < before
                        && !revision.recordedAt().isAfter(known)
                        && !revision.validFrom().isAfter(valid)
                        && (end == null || valid.isBefore(end))) {
                    newest = revision;
                }
            }
            return newest;
        }

        /** Both fields are plain numbers of one digit, so comparing characters is enough. */
        List<FieldChange> changes(Revision revision) {
            var replaced = newest(revision.object(), revision.validFrom(), Instant.MAX, revision.seq());
            var changes = new ArrayList<FieldChange>();
            for (var field : List.of("a", "b")) {
                var before = value(replaced, field);
                var after = value(revision, field);
                if (!Objects.equals(before, after)) {
                    changes.add(new FieldChange(field, before, after));
                }
            }
            return changes;
        }

        private static @Nullable String value(@Nullable Revision revision, String field) {
            var json = revision == null ? null : revision.json();
            return json == null ? null : json.substring(json.indexOf(field) + 3, json.indexOf(field) + 4);
        }

        @Override
        public String toString() {
            return recorded.toString();
        }
    }
}
