package io.outflow.usage.internal.answers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Decision;
import io.outflow.classification.Provenance;
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
import io.outflow.usage.TokenUse;
import io.outflow.usage.Usage.Dimension;
import io.outflow.usage.Usage.Group;
import io.outflow.usage.Usage.Span;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageFilter.WeekHour;
import io.outflow.usage.UsageReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The columns against a plain list of calls that is walked for every figure. */
class ColumnsModelTest {
    private static final Instant START = Instant.parse("2026-02-27T00:00:00Z");
    private static final int DAYS = 4;
    private static final @Nullable String[] FOUND = {null, null, "", "PERSONAL", "CREDENTIALS,PUBLIC", "INTERNAL,PUBLIC"
    };

    private static final List<String> RANKS = List.of("PUBLIC", "INTERNAL", "PERSONAL", "CREDENTIALS");

    private record Call(
            Instant time,
            Subject subject,
            Outcome outcome,
            Proof proof,
            long input,
            long output,
            @Nullable String found) {
        CallChange change(int weight) {
            return new CallChange(time, subject.id(), outcome, proof, input, output, weight, found);
        }

        LocalDate day() {
            return LocalDate.ofInstant(time, ZoneOffset.UTC);
        }

        long tokens(boolean in) {
            return Math.max(0, in ? input : output);
        }
    }

    @Property(tries = 1500)
    void everyFigureIsThatOfAWalkOverTheList(@ForAll long seed) {
        var random = new Random(seed);
        var subjects = subjects(random);
        var fixture = new Fixture(subjects.subList(0, subjects.size() / 2));
        subjects.subList(subjects.size() / 2, subjects.size()).forEach(fixture::add);
        var live = fill(fixture.columns, subjects, random);
        var rules = rules(random);
        fixture.rules(rules);
        var names = random.nextBoolean() ? Fixture.OPEN : Fixture.MASKED;
        var filter = filter(random, names);

        var now = fixture.columns.now();
        var moments = live.stream()
                .map(call -> call.time().truncatedTo(ChronoUnit.MILLIS))
                .sorted()
                .toList();
        assertThat(now.span())
                .isEqualTo(
                        moments.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Span(moments.getFirst(), moments.getLast())));
        var selection = Selection.of(filter, now.subjects(), names);
        var period = Period.of(filter.from(), filter.to(), now);
        // Counted on as many cores as there are, or on one; from sums of days, or call by call.
        var tally = Tally.of(now, filter, selection, random.nextBoolean() ? 1 : Long.MAX_VALUE, random.nextBoolean());
        var report = new Report(filter, now.subjects(), selection, tally, names)
                .build(period, now.coverage().report(period.first(), period.last()));

        var model = new Walk(live, rules, names, filter);
        model.check(report);
        var by = Arrays.stream(Dimension.values())
                .filter(dimension -> random.nextInt(3) == 0)
                .toList();
        model.checkGroups(by, new Grouping(filter, now, selection, names, by).build(false));
        model.checkTokens(Tokens.of(now.subjects(), selection, tally));
        var again = saved(fixture, subjects);
        again.rules(rules);
        var then = again.columns.now();
        var chosen = Selection.of(filter, then.subjects(), names);
        model.check(new Report(filter, then.subjects(), chosen, Tally.of(then, filter, chosen), names)
                .build(period, then.coverage().report(period.first(), period.last())));
        var size = 1 + random.nextInt(5);
        var page = random.nextInt(4);
        model.checkPage(PageWindow.of(now, filter, selection, page, size), page, size);
    }

    /** The same calls as a server has them that starts from what another one saved. */
    private static Fixture saved(Fixture fixture, List<Subject> subjects) {
        try {
            var file = Files.createTempFile("columns", ".test");
            fixture.columns.holds(1);
            new SegmentFile(file).write(fixture.columns.segment().orElseThrow());
            var again = new Fixture(subjects);
            again.columns.restore(new SegmentFile(file).read(1).orElseThrow(), Set.of());
            Files.delete(file);
            return again;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Call> fill(UsageColumns columns, List<Subject> subjects, Random random) {
        var live = new ArrayList<Call>();
        for (var batch = 0; batch < 1 + random.nextInt(5); batch++) {
            var changes = new ArrayList<CallChange>();
            for (var n = 0; n < random.nextInt(40); n++) {
                if (!live.isEmpty() && random.nextInt(4) == 0) {
                    changes.add(live.remove(random.nextInt(live.size())).change(-1));
                } else {
                    var call = call(subjects, random);
                    live.add(call);
                    changes.add(call.change(1));
                }
            }
            columns.follow(changes, Set.of());
        }
        return live;
    }

    private static Call call(List<Subject> subjects, Random random) {
        var millis =
                random.nextInt(3) == 0 ? random.nextInt(DAYS * 24) * 3_600_000L : random.nextLong(DAYS * 86_400_000L);
        var tokens = new long[] {-1, 0, 7, 1_000, 5_000_000_000L};
        return new Call(
                START.plusMillis(millis).plusNanos(random.nextInt(1_000) * 1_000L),
                subjects.get(random.nextInt(subjects.size())),
                Outcome.values()[random.nextInt(3)],
                Proof.values()[random.nextInt(5)],
                tokens[random.nextInt(5)],
                tokens[random.nextInt(5)],
                FOUND[random.nextInt(FOUND.length)]);
    }

    private static List<Subject> subjects(Random random) {
        var made = new ArrayList<Subject>();
        for (var id = 1; id <= 3 + random.nextInt(70); id++) {
            var who = random.nextInt(4);
            var kind = CallerKind.values()[random.nextInt(3)];
            var model = random.nextInt(3);
            var agent = random.nextInt(3) == 0 ? "AGENT" + random.nextInt(2) : null;
            made.add(new Subject(
                    id,
                    new SubjectFacts(
                            "11112222333" + random.nextInt(2),
                            new Caller(kind, "id-" + who, "name " + who / 2, null, null, Grade.values()[who]),
                            Channel.values()[random.nextInt(2)],
                            "InvokeModel",
                            new Model(
                                    "model-" + model,
                                    "Model " + model / 2,
                                    null,
                                    Claude.values()[model],
                                    ProfileScope.OPAQUE,
                                    null),
                            "eu-west-" + random.nextInt(2),
                            random.nextBoolean() ? null : "eu-north-1",
                            false,
                            false,
                            null,
                            agent,
                            random.nextInt(3) == 0,
                            Collections.emptySortedMap())));
        }
        return made;
    }

    private static Function<CallFacts, Decision> rules(Random random) {
        var first = random.nextInt(3);
        var second = random.nextInt(3);
        return facts -> {
            if (facts.callerId().endsWith(String.valueOf(first))) {
                return Fixture.declared("PERSONAL", 3);
            }
            return facts.modelId().endsWith(String.valueOf(second))
                    ? new Decision("PUBLIC", Provenance.TAGGED, 2, 1)
                    : Decision.UNKNOWN;
        };
    }

    private static UsageFilter filter(Random random, CallerNames names) {
        var from = START.plusMillis(random.nextLong(DAYS * 86_400_000L / 2));
        var to = from.plusMillis(random.nextLong(DAYS * 86_400_000L));
        if (random.nextInt(3) == 0) {
            from = START;
            to = START.plus(Duration.ofDays(DAYS));
        }
        var hours = new HashSet<WeekHour>();
        if (random.nextInt(4) == 0) {
            for (var n = 0; n < 60; n++) {
                hours.add(new WeekHour(DayOfWeek.of(1 + random.nextInt(7)), random.nextInt(24)));
            }
        }
        var one = new Caller(CallerKind.values()[random.nextInt(3)], "id-2", "name 1", null, null, Grade.NAMED);
        return new UsageFilter(
                from,
                to,
                some(random, "111122223330"),
                some(random, "eu-west-1"),
                some(random, Channel.BEDROCK_AGENTS),
                some(random, Claude.YES, Claude.UNDECIDED),
                some(random, random.nextBoolean() ? "Model 0" : "model-1"),
                some(random, "UNKNOWN", "PUBLIC"),
                some(random, random.nextBoolean() ? "id-1" : names.shown(one).name()),
                some(random, Grade.NAMED, Grade.ROLE_ONLY),
                some(random, Outcome.values()[random.nextInt(3)], Outcome.FAILED),
                some(random, Provenance.DECLARED, Provenance.UNKNOWN),
                hours,
                some(random, Proof.VERIFIED, Proof.INVALID));
    }

    @SafeVarargs
    private static <T> Set<T> some(Random random, T... values) {
        return random.nextInt(6) == 0 ? new HashSet<>(Arrays.asList(values)) : Set.of();
    }

    /** Answers by walking the list. */
    private static final class Walk {
        private final List<Call> calls;
        private final Function<CallFacts, Decision> rules;
        private final CallerNames names;
        private final UsageFilter filter;
        private final List<Call> inPeriod;
        private final List<Call> inFilter;

        Walk(List<Call> calls, Function<CallFacts, Decision> rules, CallerNames names, UsageFilter filter) {
            this.calls = calls;
            this.rules = rules;
            this.names = names;
            this.filter = filter;
            // Calls are held to the millisecond, cut.
            inPeriod = calls.stream()
                    .filter(call -> {
                        var at = Instant.ofEpochMilli(call.time().toEpochMilli());
                        return !at.isBefore(filter.from()) && at.isBefore(filter.to());
                    })
                    .toList();
            inFilter = inPeriod.stream().filter(this::taken).toList();
        }

        void check(UsageReport report) {
            var uses = counted(inFilter, Outcome.USE).stream()
                    .filter(call -> asked(Outcome.USE))
                    .toList();
            assertThat(report.calls()).isEqualTo(uses.size());
            assertThat(report.denied())
                    .isEqualTo(counted(inFilter, Outcome.DENIED).size());
            assertThat(report.failed())
                    .isEqualTo(counted(inFilter, Outcome.FAILED).size());
            assertThat(report.steps())
                    .isEqualTo(inFilter.stream().filter(this::inner).count());
            assertThat(report.unknownClass())
                    .isEqualTo(uses.stream()
                            .filter(call -> dataClass(call).equals("UNKNOWN"))
                            .count());
            assertThat(report.unnamed())
                    .isEqualTo(uses.stream()
                            .filter(call -> Set.of(Grade.ROLE_ONLY, Grade.SHARED_KEY, Grade.UNKNOWN)
                                    .contains(call.subject().caller().grade()))
                            .count());
            assertThat(report.proofs()).isEqualTo(uses.stream().collect(groupingBy(Call::proof, counting())));
            var verified =
                    uses.stream().filter(call -> call.proof() == Proof.VERIFIED).toList();
            assertThat(report.verified())
                    .isEqualTo(new UsageReport.Verified(
                            verified.size(),
                            counted(inFilter, Outcome.DENIED).stream()
                                    .filter(call -> call.proof() == Proof.VERIFIED)
                                    .count(),
                            verified.stream()
                                    .filter(call -> dataClass(call).equals("UNKNOWN"))
                                    .count(),
                            verified.stream()
                                    .filter(call -> Set.of(Grade.ROLE_ONLY, Grade.SHARED_KEY, Grade.UNKNOWN)
                                            .contains(call.subject().caller().grade()))
                                    .count()));
            assertThat(report.dayProofs())
                    .isEqualTo(uses.stream().collect(groupingBy(Call::day, groupingBy(Call::proof, counting()))));
            assertThat(report.callersByKind())
                    .isEqualTo(uses.stream()
                            .map(call -> List.of(
                                    call.subject().caller().kind(),
                                    call.subject().caller().id()))
                            .distinct()
                            .collect(groupingBy(who -> (CallerKind) who.getFirst(), counting())));
            assertThat(sum(
                            report.flows(),
                            flow -> List.of(flow.caller(), flow.model(), flow.dataClass()),
                            flow -> flow.calls()))
                    .isEqualTo(uses.stream()
                            .collect(groupingBy(
                                    call -> List.of(
                                            names.shown(call.subject().caller()),
                                            call.subject().model().name(),
                                            dataClass(call)),
                                    counting())));
            assertThat(report.flows())
                    .isSortedAccordingTo(
                            Comparator.comparing(UsageReport.Flow::calls).reversed());
            checkDays(report, uses);
            var heat = new long[7][24];
            uses.forEach(call -> heat[call.day().getDayOfWeek().getValue() - 1][hour(call)]++);
            assertThat(report.heat()).isDeepEqualTo(heat);
            checkRows(report);
            checkOptions(report.options());
            assertThat(report.outside())
                    .isEqualTo(counted(inPeriod, Outcome.USE).size() - uses.size());
        }

        private void checkDays(UsageReport report, List<Call> uses) {
            var days = new TreeMap<LocalDate, Map<String, Long>>();
            var first = LocalDate.ofInstant(filter.from(), ZoneOffset.UTC);
            var last = filter.to().equals(filter.from())
                    ? first
                    : LocalDate.ofInstant(filter.to().minusMillis(1), ZoneOffset.UTC);
            first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, Map.of()));
            uses.stream()
                    .collect(groupingBy(Call::day, groupingBy(this::dataClass, counting())))
                    .forEach(days::put);
            assertThat(report.days()).isEqualTo(days);
        }

        private void checkRows(UsageReport report) {
            Function<UsageReport.Row, List<?>> key = row -> List.of(
                    row.caller(),
                    row.account(),
                    row.region(),
                    row.channel(),
                    row.model(),
                    row.claude(),
                    row.decision());
            Function<Call, List<?>> own = call -> List.of(
                    names.shown(call.subject().caller()),
                    call.subject().account(),
                    call.subject().sourceRegion(),
                    call.subject().channel(),
                    call.subject().model().name(),
                    call.subject().model().claude(),
                    decision(call));
            var expected = sums(own);
            var found = new HashMap<List<?>, List<Long>>();
            report.rows()
                    .forEach(row -> found.merge(
                            key.apply(row),
                            List.of(row.calls(), row.denied(), row.failed(), row.inputTokens(), row.outputTokens()),
                            ColumnsModelTest::plus));
            assertThat(found).isEqualTo(expected);
        }

        /** Sums by key over the subjects that have anything to show. */
        private Map<List<?>, List<Long>> sums(Function<Call, List<?>> key) {
            var bySubject = inFilter.stream()
                    .collect(groupingBy(call -> List.of(call.subject().id() + " " + call.found(), key.apply(call))));
            var sums = new HashMap<List<?>, List<Long>>();
            bySubject.forEach((subject, group) -> {
                var wanted = group.stream()
                        .filter(call -> inner(call) ? asked(Outcome.USE) : asked(call.outcome()))
                        .toList();
                var input = wanted.stream().mapToLong(call -> call.tokens(true)).sum();
                var output =
                        wanted.stream().mapToLong(call -> call.tokens(false)).sum();
                if (wanted.stream().anyMatch(call -> !inner(call)) || input + output > 0) {
                    sums.merge(
                            (List<?>) subject.get(1),
                            List.of(
                                    asked(Outcome.USE)
                                            ? (long) counted(group, Outcome.USE).size()
                                            : 0L,
                                    (long) counted(group, Outcome.DENIED).size(),
                                    (long) counted(group, Outcome.FAILED).size(),
                                    input,
                                    output),
                            ColumnsModelTest::plus);
                }
            });
            return sums;
        }

        private void checkOptions(UsageReport.Options options) {
            var present = inPeriod.stream().filter(call -> !inner(call)).toList();
            assertThat(options.accounts())
                    .isEqualTo(uses(present, call -> call.subject().account()));
            assertThat(options.regions())
                    .isEqualTo(uses(present, call -> call.subject().sourceRegion()));
            assertThat(options.channels())
                    .isEqualTo(uses(present, call -> call.subject().channel()));
            assertThat(options.claude())
                    .isEqualTo(uses(present, call -> call.subject().model().claude()));
            assertThat(options.models())
                    .isEqualTo(uses(present, call -> call.subject().model().name()));
            assertThat(options.dataClasses()).isEqualTo(uses(present, this::dataClass));
            assertThat(options.grades())
                    .isEqualTo(uses(present, call -> call.subject().caller().grade()));
            assertThat(options.provenances())
                    .isEqualTo(uses(present, call -> decision(call).provenance()));
            assertThat(options.proofs())
                    .isEqualTo(present.stream()
                            .filter(call -> call.outcome() == Outcome.USE)
                            .collect(groupingBy(Call::proof, counting())));
            assertThat(options.outcomes()).isEqualTo(present.stream().collect(groupingBy(Call::outcome, counting())));
            assertThat(options.callers().stream()
                            .collect(toMap(UsageReport.CallerOption::caller, UsageReport.CallerOption::calls)))
                    .isEqualTo(uses(present, call -> names.shown(call.subject().caller())));
        }

        void checkGroups(List<Dimension> by, List<Group> groups) {
            var expected = sums(call -> by.stream()
                    .map(dimension -> String.valueOf(value(call, dimension)))
                    .toList());
            var found = new HashMap<List<?>, List<Long>>();
            groups.forEach(group -> found.merge(
                    group.values().values().stream().map(String::valueOf).toList(),
                    List.of(group.calls(), group.denied(), group.failed(), group.inputTokens(), group.outputTokens()),
                    ColumnsModelTest::plus));
            if (by.contains(Dimension.DAY)) {
                // A subject may show on one day and not on another, which the sums over days do not tell.
                assertThat(total(found)).isEqualTo(total(expected));
            } else {
                assertThat(found).isEqualTo(expected);
            }
        }

        void checkTokens(List<TokenUse> uses) {
            var expected = new HashMap<List<?>, List<Long>>();
            for (var call : inFilter) {
                var use = asked(Outcome.USE) && !inner(call) && call.outcome() == Outcome.USE;
                var both = (inner(call) ? asked(Outcome.USE) : asked(call.outcome()))
                        && call.input() >= 0
                        && call.output() >= 0;
                var model = call.subject().model();
                expected.merge(
                        List.of(model.name(), call.subject().channel(), model.claude()),
                        List.of(
                                use ? 1L : 0L,
                                use && both ? 1L : 0L,
                                both ? call.input() : 0L,
                                both ? call.output() : 0L),
                        ColumnsModelTest::plus);
            }
            expected.values().removeIf(sums -> sums.stream().allMatch(sum -> sum == 0));
            var found = new HashMap<List<?>, List<Long>>();
            uses.forEach(use -> found.put(
                    List.of(use.model(), use.channel(), use.claude()),
                    List.of(use.calls(), use.counted(), use.inputTokens(), use.outputTokens())));
            found.values().removeIf(sums -> sums.stream().allMatch(sum -> sum == 0));
            assertThat(found).isEqualTo(expected);
        }

        void checkPage(PageWindow window, int page, int size) {
            var sorted = inFilter.stream()
                    .filter(call -> asked(call.outcome()))
                    .sorted(Comparator.comparing(Call::time).reversed())
                    .toList();
            assertThat(window.total()).isEqualTo(sorted.size());
            var expected = sorted.stream()
                    .skip((long) page * size)
                    .limit(size)
                    .map(call -> call.time().toEpochMilli())
                    .toList();
            var moments = Arrays.stream(window.millis()).boxed().toList();
            assertThat(sorted.stream()
                            .map(call -> call.time().toEpochMilli())
                            .filter(moments::contains)
                            .skip(window.skip())
                            .limit(size)
                            .toList())
                    .isEqualTo(expected);
            assertThat(moments).isEqualTo(expected.stream().distinct().toList());
        }

        private @Nullable String value(Call call, Dimension dimension) {
            return switch (dimension) {
                case CALLER -> names.shown(call.subject().caller()).name();
                case MODEL -> call.subject().model().name();
                case DATA_CLASS -> decision(call).dataClass();
                case DECLARED_CLASS -> declared(call).dataClass();
                case DETECTED_CLASS -> detected(call);
                case SOURCE_REGION -> call.subject().sourceRegion();
                case INFERENCE_REGION -> call.subject().inferenceRegion();
                case CHANNEL -> call.subject().channel().name();
                case ACCOUNT -> call.subject().account();
                case DAY -> call.day().toString();
            };
        }

        private <K> Map<K, Long> uses(List<Call> present, Function<Call, K> value) {
            var counts = new HashMap<K, Long>();
            present.forEach(
                    call -> counts.merge(value.apply(call), call.outcome() == Outcome.USE ? 1L : 0L, Long::sum));
            return counts;
        }

        private boolean taken(Call call) {
            var subject = call.subject();
            var caller = subject.caller();
            return in(filter.accounts(), subject.account()::equals)
                    && in(filter.regions(), subject.sourceRegion()::equals)
                    && in(filter.channels(), subject.channel()::equals)
                    && in(filter.claude(), subject.model().claude()::equals)
                    && in(
                            filter.models(),
                            text -> text.equals(subject.model().name())
                                    || text.equals(subject.model().id()))
                    && in(filter.dataClasses(), dataClass(call)::equals)
                    && in(
                            filter.callers(),
                            text -> text.equals(caller.id())
                                    || text.equals(names.shown(caller).name()))
                    && in(filter.grades(), caller.grade()::equals)
                    && in(filter.provenances(), decision(call).provenance()::equals)
                    && in(filter.hours(), new WeekHour(call.day().getDayOfWeek(), hour(call))::equals)
                    && in(filter.proofs(), call.proof()::equals);
        }

        /** A step whose answer was entered on the same day, in the same account and Region. */
        private boolean inner(Call call) {
            var step = call.subject();
            return step.step()
                    && step.agent() != null
                    && calls.stream()
                            .anyMatch(other -> !other.subject().step()
                                    && other.outcome() != Outcome.DENIED
                                    && step.agent().equals(other.subject().agent())
                                    && step.account().equals(other.subject().account())
                                    && step.sourceRegion()
                                            .equals(other.subject().sourceRegion())
                                    && call.day().equals(other.day()));
        }

        private List<Call> counted(Collection<Call> from, Outcome outcome) {
            return from.stream()
                    .filter(call -> call.outcome() == outcome && !inner(call))
                    .toList();
        }

        private boolean asked(Outcome outcome) {
            return in(filter.outcomes(), outcome::equals);
        }

        private Decision declared(Call call) {
            return rules.apply(SubjectColumns.facts(call.subject()));
        }

        private @Nullable String detected(Call call) {
            return call.found() == null || call.found().isEmpty()
                    ? null
                    : Arrays.stream(call.found().split(","))
                            .max(Comparator.comparing(RANKS::indexOf))
                            .orElseThrow();
        }

        private Decision decision(Call call) {
            var declared = declared(call);
            var detected = detected(call);
            var higher = detected != null
                    && (declared.dataClass() == null || RANKS.indexOf(detected) > RANKS.indexOf(declared.dataClass()));
            return higher ? new Decision(detected, Provenance.DETECTED, 0, 0) : declared;
        }

        private String dataClass(Call call) {
            var decided = decision(call).dataClass();
            return decided == null ? "UNKNOWN" : decided;
        }

        private static int hour(Call call) {
            return call.time().atOffset(ZoneOffset.UTC).getHour();
        }

        private static <T> boolean in(Set<T> wanted, Predicate<T> matches) {
            return wanted.isEmpty() || wanted.stream().anyMatch(matches);
        }

        private static <T, K> Map<K, Long> sum(List<T> items, Function<T, K> key, Function<T, Long> value) {
            var sums = new HashMap<K, Long>();
            items.forEach(item -> sums.merge(key.apply(item), value.apply(item), Long::sum));
            return sums;
        }
    }

    private static List<Long> plus(List<Long> one, List<Long> other) {
        var sum = new ArrayList<Long>();
        for (var index = 0; index < one.size(); index++) {
            sum.add(one.get(index) + other.get(index));
        }
        return sum;
    }

    private static List<Long> total(Map<List<?>, List<Long>> sums) {
        return sums.values().stream().reduce(List.of(0L, 0L, 0L, 0L, 0L), ColumnsModelTest::plus);
    }
}
