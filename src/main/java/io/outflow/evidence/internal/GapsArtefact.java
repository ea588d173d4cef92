package io.outflow.evidence.internal;

import io.outflow.base.Formats;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.evidence.internal.GapsInScope.One;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.GapRules;
import io.outflow.gaps.GapState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where what was seen contradicts what was agreed, what each contradiction rests on, and what people did about it. */
@Component
@Order(9)
class GapsArtefact implements Artefact {

    private static final int ROW = 2_000;

    private final GapsInScope gaps;
    private final ObjectProvider<GapRules> rules;

    GapsArtefact(GapsInScope gaps, ObjectProvider<GapRules> rules) {
        this.gaps = gaps;
        this.rules = rules;
    }

    @Override
    public Part part() {
        return Part.GAPS;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var found = gaps.read(scope).gaps();
        var events = found.stream().mapToLong(one -> since(scope, one).size()).sum();
        var calls = found.stream().mapToLong(one -> one.rows().size()).sum();
        return List.of(
                new Planned("data/records/gaps.jsonl", "contradictions", found.size(), (long) found.size() * ROW),
                new Planned("data/records/gap-events.jsonl", "how they were handled", events, events * 250),
                new Planned("data/records/gap-calls.jsonl", "whose calls they are", calls, calls * 450));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        var read = gaps.read(scope);
        records.gapsComputed(read.computedAt());
        var calls = 0L;
        try (var table = records.table("gaps", GapTables.GAPS)) {
            for (var one : read.gaps()) {
                table.row(GapTables.row(one));
                calls += one.gap().finding().figures().calls();
            }
            records.reconcile(
                    "Gaps in scope and left out",
                    table.rows() + read.leftOut(),
                    read.calls().size());
        }
        records.reconcile("Calls that gaps count", calls, of(read.gaps(), read.calls()));
        try (var table = records.table("gap-events", GapTables.EVENTS)) {
            for (var one : read.gaps()) {
                for (var event : since(scope, one)) {
                    table.row(GapTables.row(one, event));
                }
            }
            records.reconcile("Events of gaps", table.rows(), of(read.gaps(), read.happened()));
        }
        try (var table = records.table("gap-calls", GapTables.CALLS)) {
            for (var one : read.gaps()) {
                for (var row : GapTables.rows(one, scope.request().named())) {
                    table.row(row);
                }
            }
        }
    }

    private static long of(List<One> gaps, Map<Long, Long> counts) {
        return gaps.stream()
                .mapToLong(one -> counts.getOrDefault(one.gap().number(), 0L))
                .sum();
    }

    private static List<GapEvent> since(Scope scope, One one) {
        return one.events().stream()
                .filter(event -> !event.at().isBefore(scope.request().start()))
                .toList();
    }

    @Override
    public void tell(Scope scope, Html html) {
        html.section("Where the two disagree");
        var found = gaps.read(scope).gaps();
        if (found.isEmpty()) {
            html.p("No gap in scope touches the period. Where logging is not proven none can be found.");
            return;
        }
        var states = found.stream().collect(Collectors.groupingBy(One::state, Collectors.counting()));
        html.p("%s in scope: %s."
                .formatted(
                        Formats.count(found.size(), "gap", "gaps"),
                        Arrays.stream(GapState.values())
                                .filter(states::containsKey)
                                .map(state -> states.get(state) + " " + state.label())
                                .collect(Collectors.joining(", "))));
        html.note("Figures %s.".formatted(gaps.read(scope).computed()));
        html.part("Gaps by kind");
        html.bars(found.stream()
                .collect(Collectors.groupingBy(one -> one.gap().key().kind(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> new Html.Bar(kind.getKey().label(), kind.getValue()))
                .toList());
        html.table(
                List.of("Gap", "Severity", "What", "When", "Handling"),
                found.stream()
                        .map(one -> List.of(
                                one.gap().name(),
                                one.gap().finding().severity().label(),
                                one.gap().finding().words(),
                                when(one.gap().finding()),
                                handling(one)))
                        .toList());
    }

    private static String when(Finding finding) {
        return finding.periods().stream()
                .map(period -> period.until() == null
                        ? "since " + Formats.day(period.from())
                        : Formats.minute(period.from()) + " to " + Formats.minute(period.until()))
                .collect(Collectors.joining("; "));
    }

    private static String handling(One one) {
        var words = "%s since %s"
                .formatted(one.state().label(), Formats.day(one.decided().at()));
        return one.state() == GapState.OPEN || one.state() == GapState.CLOSED
                ? words
                : "%s, %s: %s"
                        .formatted(words, one.decided().actor(), one.decided().text());
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var missing = new ArrayList<Missing>();
        var read = gaps.read(scope);
        if (read.leftOut() > 0) {
            missing.add(
                    new Missing(
                            Missing.Kind.NOT_ASKED,
                            Formats.count(read.leftOut(), "gap", "gaps"),
                            "They belong to other products or accounts, or they ended before the period and nothing happened to them since."));
        }
        var off = rules.getObject().list().stream()
                .filter(rule -> !rule.enabled())
                .map(GapRule::kind)
                .map(kind -> kind.label())
                .toList();
        if (!off.isEmpty()) {
            missing.add(new Missing(
                    Missing.Kind.NOT_COVERED,
                    "Gaps of kinds that are switched off",
                    String.join(", ", off) + ". Nobody looks for them while they are off."));
        }
        missing.add(new Missing(
                Missing.Kind.CLAIMED,
                "Figures of gaps as of another moment",
                "Their figures %s, over all accounts and days. What was done about them is as of the moment of reading."
                        .formatted(read.computed())));
        var rows = read.gaps().stream()
                .mapToLong(one -> one.gap().finding().moreRows())
                .sum();
        if (rows > 0) {
            missing.add(new Missing(
                    Missing.Kind.NOT_ASKED,
                    Formats.count(rows, "row", "rows") + " of calls of gaps",
                    "A gap keeps its %d largest; its figures count all.".formatted(Finding.MOST_ROWS)));
        }
        return missing;
    }
}
