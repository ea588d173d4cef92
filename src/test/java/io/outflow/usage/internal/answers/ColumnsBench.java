package io.outflow.usage.internal.answers;

import io.outflow.classification.internal.ManyRules;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Model;
import io.outflow.trail.Outcome;
import io.outflow.trail.ProfileScope;
import io.outflow.trail.Proof;
import io.outflow.usage.CallChange;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import io.outflow.usage.Usage.Dimension;
import io.outflow.usage.UsageFilter;
import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Measures the answers over a million calls; no test, because a time is no promise of another machine. */
final class ColumnsBench {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int CALLS = 1_000_000;
    private static final int SUBJECTS = 6_800;
    private static final int RUNS = 100;

    private ColumnsBench() {}

    public static void main(String[] args) {
        var random = new Random(1);
        var fixture = new Fixture(subjects(random));
        var began = cpu();
        for (var done = 0; done < CALLS; done += 5_000) {
            fixture.columns.follow(calls(random, 5_000), Set.of());
        }
        print("follow %,d calls in chunks of 5,000".formatted(CALLS), began);
        var rules = ManyRules.of(100);
        var times = new long[20];
        for (var run = 0; run < times.length; run++) {
            began = cpu();
            fixture.rules(rules::decide);
            times[run] = cpu() - began;
        }
        print("decide all anew, 100 rules", times);
        var whole = UsageFilter.period(START, START.plus(Duration.ofDays(120)));
        measure("report, 120 days", fixture, whole);
        measure("report, 90 of 120 days", fixture, UsageFilter.period(START, START.plus(Duration.ofDays(90))));
        var some = new UsageFilter(
                START.plusSeconds(3),
                whole.to(),
                Set.of(),
                Set.of("eu-west-1"),
                Set.of(),
                Set.of(Claude.YES),
                Set.of(),
                Set.of("UNKNOWN", "PERSONAL"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(new UsageFilter.WeekHour(DayOfWeek.MONDAY, 9)),
                Set.of());
        measure("report, filtered by Region, Claude, class and hour", fixture, some);
        for (var by :
                List.of(List.of(Dimension.CALLER, Dimension.MODEL), List.of(Dimension.DAY, Dimension.DATA_CLASS))) {
            var runs = new long[RUNS];
            for (var run = 0; run < RUNS; run++) {
                began = cpu();
                var now = fixture.columns.now();
                new Grouping(whole, now, Selection.of(whole, now.subjects(), Fixture.MASKED), Fixture.MASKED, by)
                        .build(false);
                runs[run] = cpu() - began;
            }
            print("group by " + by, runs);
        }
        var runs = new long[RUNS];
        for (var run = 0; run < RUNS; run++) {
            began = cpu();
            var now = fixture.columns.now();
            PageWindow.of(now, some, Selection.of(some, now.subjects(), Fixture.MASKED), run, 50);
            runs[run] = cpu() - began;
        }
        print("find a page", runs);
    }

    /** The thread's own time, so that other work on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void measure(String what, Fixture fixture, UsageFilter filter) {
        var runs = new long[RUNS];
        for (var run = 0; run < RUNS; run++) {
            var began = cpu();
            var now = fixture.columns.now();
            var selection = Selection.of(filter, now.subjects(), Fixture.MASKED);
            var period = Period.of(filter.from(), filter.to(), now);
            new Report(filter, now.subjects(), selection, Tally.of(now, filter, selection), Fixture.MASKED)
                    .build(period, now.coverage().report(period.first(), period.last()));
            runs[run] = cpu() - began;
        }
        print(what, runs);
    }

    private static void print(String what, long began) {
        System.out.printf("%-55s %8.1f ms%n", what, (cpu() - began) / 1e6);
    }

    private static void print(String what, long[] runs) {
        var warm = Arrays.copyOfRange(runs, runs.length / 4, runs.length);
        Arrays.sort(warm);
        System.out.printf(
                "%-55s p50 %6.1f  p95 %6.1f  first %6.1f ms%n",
                what, warm[warm.length / 2] / 1e6, warm[warm.length * 95 / 100] / 1e6, runs[0] / 1e6);
    }

    private static List<CallChange> calls(Random random, int count) {
        var made = new ArrayList<CallChange>(count);
        for (var n = 0; n < count; n++) {
            made.add(new CallChange(
                    START.plusMillis(random.nextLong(120L * 86_400_000)),
                    1 + (int) (SUBJECTS * Math.pow(random.nextDouble(), 2)),
                    Outcome.values()[random.nextInt(20) == 0 ? 1 : random.nextInt(30) == 0 ? 2 : 0],
                    Proof.values()[random.nextInt(10) == 0 ? 0 : 1],
                    random.nextInt(5_000),
                    random.nextInt(2_000),
                    1));
        }
        return made;
    }

    private static List<Subject> subjects(Random random) {
        var made = new ArrayList<Subject>();
        for (var id = 1; id <= SUBJECTS; id++) {
            var caller = "caller-" + random.nextInt(500);
            var model = random.nextInt(12);
            made.add(new Subject(
                    id,
                    new SubjectFacts(
                            "11112222333" + random.nextInt(5),
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
                            random.nextInt(50) == 0 ? "AGENT" : null,
                            random.nextInt(100) == 0,
                            Collections.emptySortedMap())));
        }
        return made;
    }
}
