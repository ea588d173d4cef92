package io.outflow.usage.internal;

import static io.outflow.testing.Calls.NOON;
import static io.outflow.testing.Calls.OPAQUE;
import static io.outflow.testing.Calls.SONNET;
import static io.outflow.testing.Calls.line;
import static io.outflow.testing.Calls.person;
import static io.outflow.testing.Calls.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.testing.Database;
import io.outflow.testing.StoredState;
import io.outflow.trail.Detection;
import io.outflow.trail.ModelCall;
import io.outflow.trail.Outcome;
import io.outflow.trail.TextFindings;
import io.outflow.trail.TextFindings.Seen;
import io.outflow.trail.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** However records and lines arrive, in whichever order, cut into whichever batches, and again, the tables end the same. */
class EvidenceOrderProperties {
    private static final String[] TABLES = {
        "invocation", "log_line", "merged_record", "subject", "raw_chunk", "evidence_kind", "coverage_day", "detection"
    };

    private static final Map<Database, TestStore> STORES = new EnumMap<>(Database.class);

    @AfterContainer
    static void close() {
        STORES.values().forEach(TestStore::close);
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void orderAndBatchesDoNotMatterOnH2(@ForAll Random random) {
        orderAndBatchesDoNotMatter(Database.H2, random);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void orderAndBatchesDoNotMatterOnPostgreSql(@ForAll Random random) {
        orderAndBatchesDoNotMatter(Database.POSTGRESQL, random);
    }

    private static void orderAndBatchesDoNotMatter(Database database, Random random) {
        var readings = readings(random);
        var t = STORES.computeIfAbsent(database, TestStore::new);
        clear(t);
        t.save(1, readings);
        var expected = StoredState.of(t.source);
        assertThat(t.counted()).isEqualTo(t.loaded());

        clear(t);
        var arrivals = new ArrayList<>(readings);
        readings.stream().filter(r -> random.nextInt(3) == 0).forEach(arrivals::add);
        Collections.shuffle(arrivals, random);
        for (int from = 0; from < arrivals.size(); ) {
            int to = Math.min(arrivals.size(), from + 1 + random.nextInt(5));
            t.save(from, arrivals.subList(from, to));
            from = to;
            if (random.nextInt(6) == 0) {
                // As if the process had been started again; what the columns were told before stays told.
                t.restart();
            }
        }
        // Subjects of calls that were merged in between may stay, unused; what tells of calls must be the same.
        assertThat(withoutSubjects(StoredState.of(t.source))).isEqualTo(withoutSubjects(expected));
        assertThat(t.counted()).isEqualTo(t.loaded());
    }

    private static String withoutSubjects(String state) {
        return state.substring(state.indexOf('\n'));
    }

    /** A few requests with none to three records and lines each, some days apart. */
    private static List<ModelCall> readings(Random random) {
        var readings = new ArrayList<ModelCall>();
        int requests = 1 + random.nextInt(4);
        for (int r = 0; r < requests; r++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                readings.add(record(
                        "e" + r + "-" + i,
                        NOON.plusSeconds(random.nextInt(4) * 40_000L + i),
                        "r" + r,
                        person(random.nextBoolean() ? "ana" : "bob"),
                        random.nextBoolean() ? OPAQUE : SONNET,
                        random.nextInt(4) == 0 ? Outcome.DENIED : Outcome.USE));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                readings.add(line(
                        "l" + r + "-" + i,
                        NOON.plusSeconds(random.nextInt(4) * 40_000L + i),
                        "r" + r,
                        random.nextInt(3) == 0 ? OPAQUE : SONNET,
                        random.nextInt(4) == 0 ? Tokens.NONE : new Tokens((long) random.nextInt(9), 1L, null, null),
                        random.nextBoolean() ? "eu-west-1" : "eu-west-3",
                        Map.of("team", "t" + random.nextInt(3)),
                        text(random)));
            }
        }
        return readings;
    }

    private static TextFindings text(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> TextFindings.NONE;
            case 1 -> new TextFindings(Seen.WHOLE, List.of());
            case 2 -> new TextFindings(Seen.PART, List.of(new Detection("EMAIL", "PERSONAL", 1 + random.nextInt(3))));
            default ->
                new TextFindings(
                        Seen.WHOLE,
                        List.of(new Detection("CARD", "FINANCIAL", 1), new Detection("JWT", "CREDENTIALS", 2)));
        };
    }

    private static void clear(TestStore t) {
        for (var table : TABLES) {
            t.jdbc.update("DELETE FROM " + table);
        }
        t.jdbc.update("UPDATE usage_head SET last_subject = 0, last_chunk = 0, write_seq = 0");
        t.changes.clear();
        t.restart();
    }
}
