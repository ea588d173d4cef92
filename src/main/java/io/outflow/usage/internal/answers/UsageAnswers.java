package io.outflow.usage.internal.answers;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.usage.CoverageReport;
import io.outflow.usage.TokenUse;
import io.outflow.usage.Unproven;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers from the columns; single calls and changes of settings from the database. */
@Service
@ConditionalOnWebApplication
@Requires(Action.READ_USAGE)
class UsageAnswers implements Usage {
    private final UsageColumns columns;
    private final ColumnLoader loader;
    private final ColumnWatch watch;
    private final StoredCalls calls;
    private final Evidences evidences;
    private final StoredGovernance governance;
    private final Detections detections;
    private final CallerNames names;
    private final ObjectProvider<Unproven> unproven;

    UsageAnswers(
            UsageColumns columns,
            ColumnLoader loader,
            ColumnWatch watch,
            StoredCalls calls,
            Evidences evidences,
            StoredGovernance governance,
            Detections detections,
            CallerNames names,
            ObjectProvider<Unproven> unproven) {
        this.columns = columns;
        this.loader = loader;
        this.watch = watch;
        this.calls = calls;
        this.evidences = evidences;
        this.governance = governance;
        this.detections = detections;
        this.names = names;
        this.unproven = unproven;
    }

    @Override
    public UsageReport report(UsageFilter filter) {
        var now = columns.now();
        var period = Period.of(filter.from(), filter.to(), now);
        var selection = Selection.of(filter, now.subjects(), names);
        var tally = Tally.of(now, filter, selection);
        return new Report(filter, now.subjects(), selection, tally, names)
                .build(period, now.coverage().report(period.first(), period.last()));
    }

    @Override
    public List<Group> group(UsageFilter filter, List<Dimension> by) {
        var now = columns.now();
        return new Grouping(filter, now, Selection.of(filter, now.subjects(), names), names, by).build(false);
    }

    @Override
    public List<Group> exported(UsageFilter filter, List<Dimension> by) {
        var now = columns.now();
        return new Grouping(filter, now, Selection.of(filter, now.subjects(), names), names, by)
                .build(names.mergesSmallGroups());
    }

    @Override
    public List<TokenUse> tokens(UsageFilter filter) {
        var now = columns.now();
        var selection = Selection.of(filter, now.subjects(), names);
        return Tokens.of(now.subjects(), selection, Tally.of(now, filter, selection));
    }

    @Override
    @Transactional(readOnly = true)
    public CallPage calls(UsageFilter filter, int page, int size) {
        var now = columns.now();
        var selection = Selection.of(filter, now.subjects(), names);
        var window = PageWindow.of(now, filter, selection, page, size);
        var shown = new ShownCalls(now, names);
        var items = calls.at(window, call -> shown.takes(filter, selection, call), size).stream()
                .map(shown::of)
                .toList();
        return new CallPage(items, window.total());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CallDetails> call(CallId id) {
        var now = columns.now();
        return calls.find(id)
                // A call that was committed a moment ago shows when the columns have it.
                .filter(call -> now.subjects().number(call) > 0)
                .map(call -> {
                    var caller = now.subjects()
                            .subject()[now.subjects().number(call)]
                            .caller();
                    var evidence = evidences.of(call).stream()
                            .map(one -> names.masked(caller, one))
                            .toList();
                    return new CallDetails(
                            new ShownCalls(now, names).of(call), evidence, detections.seen(call), detections.of(call));
                });
    }

    @Override
    @Transactional(readOnly = true)
    public GovernancePage governance(Instant from, Instant to, int page, int size) {
        return governance.page(from, to, page, size);
    }

    @Override
    public SortedMap<LocalDate, Unproven.Day> unproven(UsageFilter filter) {
        return unproven.stream()
                .map(open -> open.days(filter.from(), filter.to(), filter.accounts(), filter.regions()))
                .findFirst()
                .orElseGet(Collections::emptySortedMap);
    }

    @Override
    public CoverageReport coverage(Instant from, Instant to) {
        var now = columns.now();
        var period = Period.of(from, to, now);
        return now.coverage().report(period.first(), period.last());
    }

    @Override
    public Optional<Span> evidenced() {
        return columns.now().span();
    }

    @Override
    public double counted() {
        return loader.share();
    }

    @Override
    public long changes() {
        return columns.changes();
    }

    @Override
    public AutoCloseable watch(Consumer<Instant> listener) {
        return watch.add(listener);
    }
}
