package io.outflow.gaps.internal;

import io.outflow.gaps.Finding;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.GapStep;
import io.outflow.gaps.Gaps;
import io.outflow.history.AsOf;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers from what is stored; other periods and days from a computation. */
@Service
@ConditionalOnWebApplication
class GapAnswers implements Gaps {
    private static final Comparator<Gap> WAITING_FIRST = Comparator.<Gap, Boolean>comparing(
                    gap -> !gap.state().waits())
            .thenComparing(gap -> gap.finding().severity())
            .thenComparing(gap -> -gap.finding().figures().calls())
            .thenComparing(Gap::number);

    private final GapRows rows;
    private final GapBook book;
    private final RuleRows rules;
    private final Computation computation;
    private final Recount recount;
    private final MaskedRows masked;

    GapAnswers(
            GapRows rows, GapBook book, RuleRows rules, Computation computation, Recount recount, MaskedRows masked) {
        this.rows = rows;
        this.book = book;
        this.rules = rules;
        this.computation = computation;
        this.recount = recount;
        this.masked = masked;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Gap> list() {
        return rows.all().stream().sorted(WAITING_FIRST).map(masked::of).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Gap> find(long number) {
        return rows.find(number).map(masked::of);
    }

    @Override
    @Transactional(readOnly = true)
    public List<GapEvent> history(long number) {
        return rows.events(number);
    }

    @Override
    public Gap handle(long number, long version, GapStep step) {
        return handleAll(Map.of(number, version), step).getFirst();
    }

    @Override
    public List<Gap> handleAll(Map<Long, Long> versions, GapStep step) {
        return book.handle(versions, step).stream().map(masked::of).toList();
    }

    @Override
    public List<Finding> during(Instant from, Instant to) {
        return computation.during(rules.list(), from, to).stream()
                .map(masked::of)
                .toList();
    }

    @Override
    public List<Finding> asOf(AsOf asOf) {
        return computation.asOf(rules.list(), asOf).stream().map(masked::of).toList();
    }

    @Override
    public Optional<Instant> counted() {
        return recount.counted();
    }

    @Override
    public boolean current() {
        return recount.current();
    }

    @Override
    public AutoCloseable watch(Runnable listener) {
        return recount.watch(listener);
    }
}
