package io.outflow.evidence.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.GapState;
import io.outflow.gaps.Gaps;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the gaps of a scope, what happened to them, and the counts beside them, all at one moment of the database. */
@Component
class GapsInScope {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ObjectProvider<Gaps> gaps;
    private final OwnCounts counts;
    private final TransactionTemplate atOnce;

    GapsInScope(ObjectProvider<Gaps> gaps, OwnCounts counts, PlatformTransactionManager transactions) {
        this.gaps = gaps;
        this.counts = counts;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.atOnce.setReadOnly(true);
    }

    /**
     * A gap with how its handling stood at the moment of the scope.
     *
     * @param events until that moment, oldest first
     * @param rows its calls in the accounts of the scope
     */
    record One(Gap gap, List<GapEvent> events, List<Finding.Row> rows) {

        GapState state() {
            var state = GapState.OPEN;
            for (var event : events) {
                state = event.kind().after(state);
            }
            return state;
        }

        /** The event that brought it into its state. */
        GapEvent decided() {
            var decided = events.getFirst();
            for (var event : events) {
                if (event.kind().decides()) {
                    decided = event;
                }
            }
            return decided;
        }

        /** What was last said of an owner or a due day; empty when nothing was. */
        String last(GapEvent.Kind kind) {
            return events.stream()
                    .filter(event -> event.kind() == kind)
                    .map(GapEvent::text)
                    .reduce("", (earlier, later) -> later);
        }
    }

    /**
     * What was read.
     *
     * @param leftOut gaps that were found by the moment and are not in scope
     * @param calls the calls of each gap that was found by the moment, counted apart
     * @param happened how often something happened to each since the period began, counted apart
     * @param computedAt when the figures were computed; nothing when they were not since Outflow started
     */
    record Read(
            List<One> gaps,
            long leftOut,
            Map<Long, Long> calls,
            Map<Long, Long> happened,
            @Nullable Instant computedAt) {

        /** Of when the figures are, as the end of a sentence. */
        String computed() {
            return computedAt == null
                    ? "were not computed since Outflow started; they are those of before"
                    : "are those of the computation of " + Formats.second(computedAt);
        }
    }

    /** Waits until the figures rest on all that is stored now. When that takes too long they say of when they are. */
    void awaitComputation() throws IOException {
        Patience.until(() -> gaps.getObject().current(), LOOK, PATIENCE);
    }

    Read read(Scope scope) {
        return scope.once(Read.class, () -> java.util.Objects.requireNonNull(atOnce.execute(_ -> now(scope))));
    }

    private Read now(Scope scope) {
        var computedAt = gaps.getObject().counted().orElse(null);
        var inside = new ArrayList<One>();
        var leftOut = 0L;
        for (var gap : gaps.getObject().list()) {
            if (gap.openedAt().isAfter(scope.asOf())) {
                continue;
            }
            var events = gaps.getObject().history(gap.number()).reversed().stream()
                    .filter(event -> !event.at().isAfter(scope.asOf()))
                    .toList();
            var rows = gap.finding().rows().stream()
                    .filter(row -> scope.takes(row.account()))
                    .toList();
            if (concerns(scope, gap, rows) && touches(scope, gap, events)) {
                inside.add(new One(gap, events, rows));
            } else {
                leftOut++;
            }
        }
        inside.sort(Comparator.comparing(one -> one.gap().number()));
        return new Read(
                inside,
                leftOut,
                counts.gapCalls(scope.asOf()),
                counts.gapEvents(scope.request().start(), scope.asOf()),
                computedAt);
    }

    private static boolean concerns(Scope scope, Gap gap, List<Finding.Row> rows) {
        var products = scope.request().products();
        var product = gap.key().product();
        return (products.isEmpty() || product != null && products.contains(product))
                && (scope.request().accounts().isEmpty() || gap.finding().rows().isEmpty() || !rows.isEmpty());
    }

    /** Whether it holds in the period, its calls lie in it, or something happened to it since the period began. */
    private static boolean touches(Scope scope, Gap gap, List<GapEvent> events) {
        var start = scope.request().start();
        var end = scope.request().end();
        var figures = gap.finding().figures();
        return gap.finding().periods().stream().anyMatch(period -> overlaps(period.from(), period.until(), start, end))
                || figures.first() != null
                        && overlaps(
                                figures.first(),
                                figures.last() == null ? null : figures.last().plusNanos(1),
                                start,
                                end)
                || events.stream().anyMatch(event -> !event.at().isBefore(start));
    }

    private static boolean overlaps(Instant from, @Nullable Instant until, Instant start, Instant end) {
        return from.isBefore(end) && (until == null || until.isAfter(start));
    }
}
