package io.outflow.usage.ui;

import io.outflow.classification.DataClass;
import io.outflow.classification.Decision;
import io.outflow.classification.Provenance;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Detection;
import io.outflow.trail.Evidence;
import io.outflow.trail.Grade;
import io.outflow.trail.Model;
import io.outflow.trail.Outcome;
import io.outflow.trail.ProfileScope;
import io.outflow.trail.Proof;
import io.outflow.trail.TextFindings.Seen;
import io.outflow.usage.CoverageReport;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import io.outflow.usage.TokenUse;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import io.outflow.usage.UsageReport.CallerOption;
import io.outflow.usage.UsageReport.Flow;
import io.outflow.usage.UsageReport.Options;
import io.outflow.usage.UsageReport.Row;
import io.outflow.usage.UsageReport.ShownCaller;
import io.outflow.usage.UsageReport.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Usage of a few made-up callers: each makes its calls on one day, one an hour. */
class SampleUsage implements Usage {
    static final LocalDate LAST = LocalDate.of(2026, 11, 21);
    static final List<DataClass> CLASSES = List.of(
            new DataClass("PUBLIC", "Public", "Pu", 1, 1, "Anybody may see it."),
            new DataClass("PERSONAL", "Personal", "Pe", 5, 5, "About people."));
    static final Maker CLAIMS =
            new Maker("claims", CallerKind.WORKLOAD, Grade.SERVICE, "111122223333", "PERSONAL", Claude.YES, 12, 2);
    static final Maker PERSON =
            new Maker("Person 3f2a", CallerKind.PERSON, Grade.NAMED, "111122223333", "PUBLIC", Claude.YES, 5, 0);
    static final Maker SANDBOX =
            new Maker("sandbox", CallerKind.ROLE, Grade.ROLE_ONLY, "444455556666", null, Claude.YES, 3, 8);
    static final Maker OTHER =
            new Maker("nova-batch", CallerKind.ROLE, Grade.ROLE_ONLY, "444455556666", null, Claude.NO, 7, 0);

    /** A caller with so many uses and denied attempts. */
    record Maker(
            String name,
            CallerKind kind,
            Grade grade,
            String account,
            @Nullable String dataClass,
            Claude claude,
            long uses,
            long denied) {

        String model() {
            return claude == Claude.YES ? "Claude Sonnet 4.5" : "Nova Pro";
        }

        Decision decision() {
            return dataClass == null ? Decision.UNKNOWN : new Decision(dataClass, Provenance.DECLARED, 12, 3);
        }

        String code() {
            return dataClass == null ? "UNKNOWN" : dataClass;
        }

        ShownCaller shown() {
            return new ShownCaller(name, name, kind, grade);
        }

        Call call(int number) {
            var attempt = number >= uses;
            var time = LAST.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(3600L * (number % 24));
            var scope = ProfileScope.GEOGRAPHY;
            var subject = new Subject(
                    1,
                    new SubjectFacts(
                            account,
                            new Caller(kind, name, name, null, null, grade),
                            Channel.BEDROCK_RUNTIME,
                            "InvokeModel",
                            new Model("eu.anthropic.claude-sonnet-4-5", model(), "anthropic", claude, scope, "eu"),
                            "eu-central-1",
                            null,
                            false,
                            false,
                            null,
                            null,
                            false,
                            new TreeMap<>()));
            return new Call(
                    new CallId(time, account, name + "/" + number),
                    subject,
                    name,
                    attempt ? Outcome.DENIED : Outcome.USE,
                    attempt ? "AccessDenied" : null,
                    attempt ? null : 100L,
                    null,
                    decision(),
                    decision(),
                    null,
                    false,
                    false,
                    false,
                    "r-" + number,
                    Proof.NO_DIGEST);
        }
    }

    List<Maker> makers = List.of(CLAIMS, PERSON, SANDBOX, OTHER);
    boolean failing;
    Seen seen = Seen.NOTHING;
    List<Detection> detections = List.of();
    /** How many uses lie in verified log files. */
    long verified;

    double counted = 1;
    long steps;
    private long changes;
    final List<Consumer<Instant>> listeners = new ArrayList<>();

    @Override
    public UsageReport report(UsageFilter filter) {
        if (failing) {
            throw new IllegalStateException("the columns are gone");
        }
        var in = in(filter);
        var uses = filter.outcomes().isEmpty() || filter.outcomes().contains(Outcome.USE) ? in : List.<Maker>of();
        var heat = new long[7][24];
        uses.forEach(maker -> heat[LAST.getDayOfWeek().ordinal()][0] += maker.uses());
        return new UsageReport(
                filter,
                uses.stream().mapToLong(Maker::uses).sum(),
                in.stream().mapToLong(Maker::denied).sum(),
                0,
                0,
                uses.stream()
                        .filter(m -> m.dataClass() == null)
                        .mapToLong(Maker::uses)
                        .sum(),
                uses.stream()
                        .filter(m -> m.grade() == Grade.ROLE_ONLY)
                        .mapToLong(Maker::uses)
                        .sum(),
                uses.stream().collect(Collectors.groupingBy(Maker::kind, Collectors.counting())),
                uses.stream()
                        .map(m -> new Flow(m.shown(), m.model(), m.code(), m.uses()))
                        .toList(),
                days(filter, uses),
                heat,
                in.stream().map(SampleUsage::row).toList(),
                options(),
                coverage(filter.from(), filter.to()),
                makers.stream().mapToLong(Maker::uses).sum()
                        - uses.stream().mapToLong(Maker::uses).sum(),
                proofs(uses),
                new Verified(verified, 0, 0, 0),
                uses.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of(LAST, proofs(uses))));
    }

    @Override
    public List<Group> group(UsageFilter filter, List<Dimension> by) {
        return in(filter).stream()
                .map(maker -> {
                    var values = new HashMap<Dimension, @Nullable String>();
                    values.put(Dimension.MODEL, maker.model());
                    values.put(Dimension.ACCOUNT, maker.account());
                    return new Group(values, 0, maker.uses(), maker.denied(), 0, 0, 0);
                })
                .toList();
    }

    @Override
    public List<Group> exported(UsageFilter filter, List<Dimension> by) {
        return group(filter, by);
    }

    @Override
    public List<TokenUse> tokens(UsageFilter filter) {
        return in(filter).stream()
                .map(maker -> new TokenUse(
                        maker.model(),
                        Channel.BEDROCK_RUNTIME,
                        maker.claude(),
                        maker.uses(),
                        maker.uses(),
                        1_000_000 * maker.uses(),
                        100_000 * maker.uses()))
                .toList();
    }

    @Override
    public CallPage calls(UsageFilter filter, int page, int size) {
        if (failing) {
            throw new IllegalStateException("the database is gone");
        }
        var calls = in(filter).stream()
                .flatMap(maker -> IntStream.range(0, (int) (maker.uses() + maker.denied()))
                        .mapToObj(maker::call))
                .filter(call -> has(filter.outcomes(), call.outcome()))
                .sorted(Comparator.comparing((Call call) -> call.id().time()).reversed())
                .toList();
        return new CallPage(calls.stream().skip((long) page * size).limit(size).toList(), calls.size() + steps);
    }

    @Override
    public Optional<CallDetails> call(CallId id) {
        return calls(UsageFilter.period(Instant.EPOCH, Instant.MAX), 0, 1_000).items().stream()
                .filter(call -> call.id().equals(id))
                .findFirst()
                .map(call -> new CallDetails(
                        call,
                        List.of(
                                record(Evidence.CLOUDTRAIL, "trail.json.gz", "{\"eventName\":\"InvokeModel\"}"),
                                record(Evidence.INVOCATION_LOG, "log.json.gz", "not json")),
                        seen,
                        detections));
    }

    @Override
    public GovernancePage governance(Instant from, Instant to, int page, int size) {
        return new GovernancePage(List.of(), 0);
    }

    /** The last day only, and of the runtime only. */
    @Override
    public CoverageReport coverage(Instant from, Instant to) {
        var days = new TreeSet<>(Set.of(LAST));
        return new CoverageReport(
                from.atZone(ZoneOffset.UTC).toLocalDate(),
                to.minusMillis(1).atZone(ZoneOffset.UTC).toLocalDate(),
                new TreeSet<>(Set.of("111122223333")),
                new TreeSet<>(Set.of("eu-central-1")),
                List.of(new CoverageReport.ChannelCoverage(Channel.BEDROCK_RUNTIME, days)),
                List.of(new CoverageReport.Cell("111122223333", "eu-central-1", Channel.BEDROCK_RUNTIME, days)));
    }

    @Override
    public double counted() {
        return counted;
    }

    @Override
    public long changes() {
        return changes;
    }

    @Override
    public AutoCloseable watch(Consumer<Instant> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Calls were stored: whoever watches is told. */
    void change(List<Maker> stored, Instant at) {
        makers = stored;
        changes++;
        List.copyOf(listeners).forEach(listener -> listener.accept(at));
    }

    @Override
    public Optional<Span> evidenced() {
        var start = LAST.atStartOfDay(ZoneOffset.UTC).toInstant();
        return makers.isEmpty() ? Optional.empty() : Optional.of(new Span(start, start.plusSeconds(80_000)));
    }

    private List<Maker> in(UsageFilter filter) {
        return makers.stream()
                .filter(maker ->
                        !filter.from().isAfter(LAST.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .filter(maker -> has(filter.accounts(), maker.account())
                        && has(filter.claude(), maker.claude())
                        && has(filter.models(), maker.model())
                        && has(filter.callers(), maker.name())
                        && has(filter.dataClasses(), maker.code())
                        && has(filter.grades(), maker.grade()))
                .toList();
    }

    private static <T> boolean has(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static Row row(Maker maker) {
        return new Row(
                maker.shown(),
                maker.account(),
                "eu-central-1",
                Channel.BEDROCK_RUNTIME,
                maker.model(),
                maker.claude(),
                maker.decision(),
                maker.uses(),
                maker.denied(),
                0,
                maker.uses() * 100,
                0);
    }

    private static TreeMap<LocalDate, Map<String, Long>> days(UsageFilter filter, List<Maker> uses) {
        var days = new TreeMap<LocalDate, Map<String, Long>>();
        var first = filter.from().atZone(ZoneOffset.UTC).toLocalDate();
        first.datesUntil(filter.to().atZone(ZoneOffset.UTC).toLocalDate())
                .forEach(day -> days.put(
                        day,
                        day.equals(LAST)
                                ? uses.stream()
                                        .collect(
                                                Collectors.groupingBy(Maker::code, Collectors.summingLong(Maker::uses)))
                                : Map.of()));
        return days;
    }

    private Options options() {
        return new Options(
                new TreeMap<>(sums(Maker::account)),
                new TreeMap<>(Map.of("eu-central-1", 27L)),
                Map.of(Channel.BEDROCK_RUNTIME, 27L),
                sums(Maker::claude),
                new TreeMap<>(sums(Maker::model)),
                sums(Maker::code),
                makers.stream()
                        .map(maker -> new CallerOption(maker.shown(), maker.uses()))
                        .toList(),
                sums(Maker::grade),
                Map.of(Outcome.USE, 27L, Outcome.DENIED, 10L),
                Map.of(),
                Map.of(Proof.VERIFIED, verified));
    }

    private Map<Proof, Long> proofs(List<Maker> uses) {
        var rest = uses.stream().mapToLong(Maker::uses).sum() - verified;
        return verified == 0
                ? Map.of(Proof.NO_DIGEST, rest)
                : rest == 0
                        ? Map.of(Proof.VERIFIED, verified)
                        : Map.of(Proof.VERIFIED, verified, Proof.NO_DIGEST, rest);
    }

    private <K> Map<K, Long> sums(Function<Maker, K> key) {
        return makers.stream().collect(Collectors.groupingBy(key, Collectors.summingLong(Maker::uses)));
    }

    private static EvidenceRecord record(Evidence kind, String file, String json) {
        return new EvidenceRecord(kind, 4, file, 7, 391, json.getBytes(StandardCharsets.UTF_8));
    }
}
