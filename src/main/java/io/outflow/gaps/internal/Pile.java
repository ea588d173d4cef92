package io.outflow.gaps.internal;

import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Finding.Figures;
import io.outflow.gaps.Finding.Period;
import io.outflow.gaps.Finding.Rest;
import io.outflow.gaps.Finding.Row;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapRule;
import io.outflow.trail.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts the calls that make up one finding. */
final class Pile {
    private final Map<RowKey, Counted> rows = new HashMap<>();
    private final Map<Stretch, Long> stretches = new HashMap<>();
    private final Map<Proof, Long> proofs = new EnumMap<>(Proof.class);
    private final Map<String, Long> classes = new TreeMap<>();
    private final Set<String> callers = new HashSet<>();
    private final Set<String> rules = new TreeSet<>();
    private long calls;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** Who, what and where. Subjects that differ in less are one row. */
    private record RowKey(Cell of, List<Object> what) {
        RowKey(Cell cell) {
            this(
                    cell,
                    List.of(
                            cell.subject().caller(),
                            cell.subject().account(),
                            cell.subject().channel(),
                            cell.subject().model(),
                            cell.subject().sourceRegion(),
                            String.valueOf(cell.subject().inferenceRegion()),
                            cell.dataClass(),
                            cell.decision().provenance(),
                            String.valueOf(cell.linked().application())));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof RowKey key && what.equals(key.what);
        }

        @Override
        public int hashCode() {
            return what.hashCode();
        }
    }

    private static final class Counted {
        private long calls;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;
    }

    void addAll(Collection<Cell> cells) {
        cells.forEach(this::add);
    }

    /** Adds calls whose period is theirs alone. */
    void add(Cell cell) {
        var tally = cell.tally();
        calls += tally.calls();
        first = first == null || tally.first().isBefore(first) ? tally.first() : first;
        last = last == null || tally.last().isAfter(last) ? tally.last() : last;
        tally.proofs().forEach((proof, count) -> proofs.merge(proof, count, Long::sum));
        classes.merge(cell.dataClass(), tally.calls(), Long::sum);
        callers.add(cell.subject().caller().id());
        if (cell.decision().rule() > 0) {
            rules.add("rule %d, version %d"
                    .formatted(cell.decision().rule(), cell.decision().version()));
        }
        var row = rows.computeIfAbsent(new RowKey(cell), _ -> new Counted());
        row.calls += tally.calls();
        row.first = tally.first().isBefore(row.first) ? tally.first() : row.first;
        row.last = tally.last().isAfter(row.last) ? tally.last() : row.last;
    }

    void add(Cell cell, Stretch stretch) {
        add(cell);
        stretches.merge(stretch, cell.calls(), Long::sum);
    }

    /** A stretch that belongs to the finding whether it holds calls or not. */
    void hold(Stretch stretch) {
        stretches.merge(stretch, 0L, Long::sum);
    }

    long calls() {
        return calls;
    }

    int callers() {
        return callers.size();
    }

    long ofClass(String code) {
        return classes.getOrDefault(code, 0L);
    }

    @Nullable
    Instant last() {
        return last;
    }

    /** The finding, with the words of its check. */
    Finding finding(GapKey key, GapRule rule, Scene scene, Words words) {
        var sorted = rows.entrySet().stream()
                .sorted(Comparator.<Map.Entry<RowKey, Counted>>comparingLong(row -> -row.getValue().calls)
                        .thenComparing(row -> row.getValue().first)
                        .thenComparing(row -> row.getKey().what().toString()))
                .limit(Finding.MOST_ROWS)
                .map(row -> row(row.getKey().of(), row.getValue()))
                .toList();
        var based = new ArrayList<>(List.copyOf(rules));
        based.add("check %s, version %d".formatted(rule.kind(), rule.version()));
        return new Finding(
                key,
                rule.severity(),
                words.certainty(),
                scene.productName(key.product()),
                words.number(),
                words.sentence(),
                words.detail(),
                periods(),
                new Figures(
                        calls,
                        words.of(),
                        callers.size(),
                        first == null ? words.firstEvent() : first,
                        last == null ? words.lastEvent() : last,
                        Map.copyOf(proofs),
                        new TreeMap<>(classes)),
                words.rests(),
                List.copyOf(based),
                sorted,
                Math.max(0, rows.size() - Finding.MOST_ROWS));
    }

    private static Row row(Cell cell, Counted counted) {
        var subject = cell.subject();
        var caller = subject.caller();
        return new Row(
                caller.kind(),
                caller.id(),
                caller.name(),
                caller.grade(),
                subject.account(),
                subject.channel(),
                subject.model().name(),
                subject.model().id(),
                subject.sourceRegion(),
                subject.inferenceRegion(),
                cell.dataClass(),
                cell.decision().provenance(),
                cell.linked().application(),
                counted.calls,
                counted.first,
                counted.last);
    }

    /** Neighbours in which the same is the case are one. Without any the calls make their own. */
    private List<Period> periods() {
        if (stretches.isEmpty()) {
            return first == null || last == null
                    ? List.of()
                    : List.of(new Period(first, last.plusMillis(1), "seen", calls));
        }
        var merged = new ArrayList<Period>();
        stretches.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().from()))
                .forEach(entry -> {
                    var stretch = entry.getKey();
                    var before = merged.isEmpty() ? null : merged.getLast();
                    if (before != null
                            && before.why().equals(stretch.why())
                            && stretch.from().equals(before.until())) {
                        merged.removeLast();
                        merged.add(new Period(
                                before.from(), stretch.until(), before.why(), before.calls() + entry.getValue()));
                    } else {
                        merged.add(new Period(stretch.from(), stretch.until(), stretch.why(), entry.getValue()));
                    }
                });
        return List.copyOf(merged);
    }

    /**
     * What a check says of its calls.
     *
     * @param number what the sentence counts
     * @param of the calls among which they were counted
     * @param firstEvent for a finding without calls
     */
    record Words(
            Certainty certainty,
            long number,
            long of,
            String sentence,
            String detail,
            List<Rest> rests,
            @Nullable Instant firstEvent,
            @Nullable Instant lastEvent) {

        Words(Certainty certainty, long number, long of, String sentence, String detail, List<Rest> rests) {
            this(certainty, number, of, sentence, detail, rests, null, null);
        }
    }
}
