package io.outflow.history;

import io.outflow.testing.Database;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Measures answers over 60,000 objects with three revisions each, a fifth of them edited for a bounded time. Not a test; run
 * {@code main} with the test class path.
 */
final class RevisionsBench {

    private static final int OBJECTS = 60_000;

    private RevisionsBench() {}

    public static void main(String[] args) {
        for (var database : Database.values()) {
            try (var history = new TestHistory(database)) {
                fill(history);
                history.jdbc.sql("ANALYZE").update();
                var object = UUID.fromString("00000000-0000-0000-0000-000000000007");
                var now = TestHistory.START.plusSeconds(1_000_000);
                time(database, "at(now)", n -> history.revisions.at(AsOf.asItRead(now.plusSeconds(n))));
                time(
                        database,
                        "at(now), one kind of ten",
                        n -> history.revisions.at(AsOf.asItRead(now.plusSeconds(n)), List.of("kind 3")));
                time(
                        database,
                        "at(an hour of the second round)",
                        n -> history.revisions.at(AsOf.asItRead(TestHistory.START.plusSeconds(90_000 + n))));
                time(database, "ofObject", n -> history.revisions.ofObject(object));
                time(database, "ofOwner", n -> history.revisions.ofOwner(object, Optional.empty(), 0, 50).stream()
                        .map(Recorded::revision)
                        .toList());
                time(
                        database,
                        "record",
                        n -> List.of(history.record(new Statement(
                                "kind 7", object, null, "Claude API", now, null, "{\"days\":1}", "because"))));
            }
        }
    }

    private static void fill(TestHistory history) {
        var range = history.database == Database.H2 ? "SYSTEM_RANGE(0, %d) AS n(x)" : "generate_series(0, %d) AS n(x)";
        var rows = range.formatted(3 * OBJECTS - 1);
        history.jdbc
                .sql("INSERT INTO change_log (seq, at, actor, action, object, text, prev_hash, hash) SELECT x + 1,"
                        + " TIMESTAMP WITH TIME ZONE '2026-11-22 09:00:00+00' + x * INTERVAL '1' SECOND, 'a', 'record added', 'o', '', '', '' FROM "
                        + rows)
                .update();
        history.jdbc
                .sql("INSERT INTO revision (seq, kind, object, owner, valid_from, valid_to, recorded_at, actor, reason,"
                        + " json, sha256, log_seq) SELECT x + 1, 'kind ' || CAST(MOD(x, 10) AS VARCHAR),"
                        + " CAST('00000000-0000-0000-0000-' || LPAD(CAST(MOD(x, " + OBJECTS
                        + ") AS VARCHAR), 12, '0') AS UUID),"
                        + " CAST('00000000-0000-0000-0000-' || LPAD(CAST(MOD(x, 1000) AS VARCHAR), 12, '0') AS UUID),"
                        + " TIMESTAMP WITH TIME ZONE '2026-11-22 09:00:00+00' + x * INTERVAL '1' SECOND,"
                        + " CASE WHEN MOD(x, 5) = 1 AND x < " + 2 * OBJECTS
                        + " THEN TIMESTAMP WITH TIME ZONE '2026-11-22 09:00:00+00' + (x + 40000) * INTERVAL '1' SECOND END,"
                        + " TIMESTAMP WITH TIME ZONE '2026-11-22 09:00:00+00' + x * INTERVAL '1' SECOND, 'nobody', 'because',"
                        + " '{\"field\":\"retention of prompts\",\"value\":' || CAST(x AS VARCHAR) || ',\"source\":\""
                        + "s".repeat(300) + "\"}',"
                        + " '', x + 1 FROM " + rows)
                .update();
        history.jdbc
                .sql("UPDATE change_log_head SET seq = ?")
                .param(3 * OBJECTS)
                .update();
    }

    private interface Question {
        List<Revision> ask(int n);
    }

    private static void time(Database database, String what, Question question) {
        var nanos = new long[15]; // each asks another moment, for H2 keeps the last answer
        var found = 0;
        for (var i = 0; i < nanos.length; i++) {
            var from = System.nanoTime();
            found = question.ask(i).size();
            nanos[i] = System.nanoTime() - from;
        }
        var first = nanos[0];
        Arrays.sort(nanos);
        System.out.printf(
                "%s %s: %,d rows, median %s ms, first %s ms, slowest %s ms%n",
                database,
                what,
                found,
                Duration.ofNanos(nanos[7]).toMillis(),
                Duration.ofNanos(first).toMillis(),
                Duration.ofNanos(nanos[14]).toMillis());
    }
}
