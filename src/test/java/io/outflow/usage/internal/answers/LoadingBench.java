package io.outflow.usage.internal.answers;

import io.outflow.testing.Database;
import io.outflow.testing.ManyCalls;
import io.outflow.testing.Repeated;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Model;
import io.outflow.trail.ProfileScope;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import io.outflow.usage.Usage.Dimension;
import io.outflow.usage.UsageFilter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how long many stored calls take to come into the heap, and what is asked of them there; no test, because a time is no
 * promise of another machine. Arguments: {@code fill} or {@code measure}, the database, how many million calls, a folder that
 * holds the database between the two, and what was saved for the next {@code measure}.
 */
final class LoadingBench {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 120;
    private static final int SUBJECTS = Integer.getInteger("subjects", 6_800);
    private static final int RUNS = 200;
    private static final int FILES = 100_000;

    private LoadingBench() {}

    public static void main(String[] arguments) throws IOException {
        var calls = Long.parseLong(arguments[2]) * 1_000_000;
        var folder = Path.of(arguments[3]);
        Files.createDirectories(folder);
        if (arguments[1].equals("H2")) {
            try (var source = Database.onDisk(folder.resolve("data"))) {
                work(arguments[0], source, calls, folder);
            }
            return;
        }
        var data = new File(folder.toFile(), "postgresql");
        try (var server = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start();
                var source = Database.open(server.getJdbcUrl("postgres", "postgres"), "postgres")) {
            Database.migrate(source);
            work(arguments[0], source, calls, folder);
        }
    }

    private static void work(String what, DataSource source, long calls, Path folder) {
        var jdbc = JdbcClient.create(source);
        if (what.equals("fill")) {
            ManyCalls.fill(jdbc, START, DAYS, SUBJECTS, FILES, calls);
        } else {
            measure(jdbc, source, folder);
        }
    }

    private static void measure(JdbcClient jdbc, DataSource source, Path folder) {
        var fixture = new Fixture(subjects());
        var loader = new ColumnLoader(fixture.columns, jdbc, folder.resolve("usage.columns"));
        System.gc();
        var before = used();
        var began = System.nanoTime();
        loader.load();
        System.out.printf(Locale.ROOT, "loaded in %.2f s%n", (System.nanoTime() - began) / 1e9);
        began = System.nanoTime();
        loader.save();
        System.out.printf(Locale.ROOT, "saved in %.2f s%n", (System.nanoTime() - began) / 1e9);
        System.gc();
        var calls = fixture.columns.now().days().stream().mapToLong(Day::size).sum();
        System.out.printf(Locale.ROOT, "%,d calls, %.1f bytes each%n", calls, (double) (used() - before) / calls);
        var whole = UsageFilter.period(START, START.plus(Duration.ofDays(DAYS)));
        report("report, 120 days", fixture, whole);
        report("report, 90 days", fixture, UsageFilter.period(START, START.plus(Duration.ofDays(90))));
        var some = new UsageFilter(
                START.plusSeconds(3),
                whole.to(),
                Set.of(),
                Set.of("eu-west-1"),
                Set.of(),
                Set.of(Claude.YES),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of());
        report("report, filtered by Region and Claude", fixture, some);
        for (var by :
                List.of(List.of(Dimension.CALLER, Dimension.MODEL), List.of(Dimension.DAY, Dimension.DATA_CLASS))) {
            times("group by " + by, () -> {
                var now = fixture.columns.now();
                return new Grouping(whole, now, Selection.of(whole, now.subjects(), Fixture.MASKED), Fixture.MASKED, by)
                        .build(false);
            });
        }
        times("find a page of calls", () -> {
            var now = fixture.columns.now();
            return PageWindow.of(now, some, Selection.of(some, now.subjects(), Fixture.MASKED), 40, 50);
        });
        var stored = new StoredCalls(jdbc, new JdbcTemplate(source));
        times("a page of calls", () -> {
            var now = fixture.columns.now();
            var selection = Selection.of(some, now.subjects(), Fixture.MASKED);
            var shown = new ShownCalls(now, Fixture.MASKED);
            return stored.at(
                    PageWindow.of(now, some, selection, 40, 50), call -> shown.takes(some, selection, call), 50);
        });
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void report(String what, Fixture fixture, UsageFilter filter) {
        times(what, () -> {
            var now = fixture.columns.now();
            var selection = Selection.of(filter, now.subjects(), Fixture.MASKED);
            var period = Period.of(filter.from(), filter.to(), now);
            return new Report(filter, now.subjects(), selection, Tally.of(now, filter, selection), Fixture.MASKED)
                    .build(period, now.coverage().report(period.first(), period.last()));
        });
    }

    private interface Question {
        Object ask();
    }

    /** The first quarter warms the JVM up and is told by its first run alone. */
    private static void times(String what, Question question) {
        var runs = Repeated.of(RUNS, RUNS / 4, () -> {
            if (question.ask().equals(what)) {
                throw new IllegalStateException("No answer.");
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%-45s p50 %6.1f  p95 %6.1f  first %6.1f ms%n",
                what,
                runs.median(),
                runs.p95(),
                runs.first());
    }

    private static List<Subject> subjects() {
        var random = new Random(1);
        var made = new ArrayList<Subject>();
        for (var id = 1; id <= SUBJECTS; id++) {
            var caller = "caller-" + random.nextInt(500);
            var model = random.nextInt(12);
            made.add(new Subject(
                    id,
                    new SubjectFacts(
                            "111122223333",
                            new Caller(
                                    CallerKind.values()[random.nextInt(4)],
                                    "arn:aws:iam::111122223333:user/" + caller,
                                    caller,
                                    null,
                                    null,
                                    Grade.values()[random.nextInt(6)]),
                            Channel.values()[random.nextInt(4)],
                            "InvokeModel",
                            new Model(
                                    "anthropic.model-" + model,
                                    "Model " + model,
                                    "anthropic",
                                    model < 8 ? Claude.YES : Claude.NO,
                                    ProfileScope.IN_REGION,
                                    null),
                            "eu-west-" + random.nextInt(3),
                            null,
                            false,
                            false,
                            null,
                            null,
                            false,
                            Collections.emptySortedMap())));
        }
        return made;
    }
}
