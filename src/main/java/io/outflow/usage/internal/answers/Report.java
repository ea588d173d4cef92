package io.outflow.usage.internal.answers;

import io.outflow.classification.Decision;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.CoverageReport;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import io.outflow.usage.UsageReport.Flow;
import io.outflow.usage.UsageReport.Row;
import io.outflow.usage.UsageReport.ShownCaller;
import io.outflow.usage.UsageReport.Verified;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns a {@link Tally} into what the usage screen shows. */
final class Report {
    private static final int USE = Outcome.USE.ordinal();
    private static final int DENIED = Outcome.DENIED.ordinal();
    private static final int FAILED = Outcome.FAILED.ordinal();
    private static final Set<Grade> UNNAMED = EnumSet.of(Grade.ROLE_ONLY, Grade.SHARED_KEY, Grade.UNKNOWN);

    private final UsageFilter filter;
    private final SubjectIndex subjects;
    private final Selection selection;
    private final Tally tally;
    private final CallerNames names;

    private long calls;
    private long denied;
    private long failed;
    private long steps;
    private long unknownClass;
    private long unnamed;
    private long inPeriod;
    private long verifiedCalls;
    private long verifiedDenied;
    private long verifiedUnknown;
    private long verifiedUnnamed;
    private final Map<CallerKind, Set<String>> callers = new EnumMap<>(CallerKind.class);
    private final Map<Path, long[]> flows = new HashMap<>();
    private final Map<Line, long[]> lines = new HashMap<>();

    Report(UsageFilter filter, SubjectIndex subjects, Selection selection, Tally tally, CallerNames names) {
        this.filter = filter;
        this.subjects = subjects;
        this.selection = selection;
        this.tally = tally;
        this.names = names;
    }

    UsageReport build(Period period, CoverageReport coverage) {
        for (var number = 1; number <= subjects.size(); number++) {
            inPeriod += tally.period(number, USE);
            if (selection.taken()[number]) {
                add(number);
            }
        }
        var kinds = new EnumMap<CallerKind, Long>(CallerKind.class);
        callers.forEach((kind, ids) -> kinds.put(kind, (long) ids.size()));
        return new UsageReport(
                filter,
                calls,
                denied,
                failed,
                steps,
                unknownClass,
                unnamed,
                kinds,
                shownFlows(),
                days(period),
                tally.heat(),
                shownRows(),
                new OptionCounts(subjects, tally, names).build(),
                coverage,
                inPeriod - calls,
                tally.uses(),
                new Verified(verifiedCalls, verifiedDenied, verifiedUnknown, verifiedUnnamed),
                dayProofs());
    }

    private void add(int number) {
        var subject = subjects.subject()[number];
        var caller = subject.caller();
        var uses = tally.wanted(number, USE);
        var refused = tally.asked(number, DENIED);
        var broken = tally.asked(number, FAILED);
        calls += uses;
        denied += refused;
        failed += broken;
        steps += tally.asked(number, Tally.STEP);
        verifiedDenied += tally.verified(number, DENIED);
        if (uses > 0) {
            var verified = tally.verified(number, USE);
            verifiedCalls += verified;
            if (subjects.classIndex()[number] == 0) {
                unknownClass += uses;
                verifiedUnknown += verified;
            }
            if (UNNAMED.contains(caller.grade())) {
                unnamed += uses;
                verifiedUnnamed += verified;
            }
            callers.computeIfAbsent(caller.kind(), _ -> new HashSet<>()).add(caller.id());
            var path = new Path(
                    Identity.of(caller), names.shown(caller), subject.model().name(), subjects.dataClass(number));
            flows.computeIfAbsent(path, _ -> new long[1])[0] += uses;
        }
        if (tally.shows(number)) {
            var line = new Line(
                    Identity.of(caller),
                    names.shown(caller),
                    subject.account(),
                    subject.sourceRegion(),
                    subject.channel(),
                    subject.model().name(),
                    subject.model().claude(),
                    subjects.decision()[number]);
            var sums = lines.computeIfAbsent(line, _ -> new long[5]);
            sums[0] += uses;
            sums[1] += refused;
            sums[2] += broken;
            sums[3] += tally.input(number);
            sums[4] += tally.output(number);
        }
    }

    private List<Flow> shownFlows() {
        return flows.entrySet().stream()
                .map(flow -> new Flow(
                        flow.getKey().caller(),
                        flow.getKey().model(),
                        flow.getKey().dataClass(),
                        flow.getValue()[0]))
                .sorted(Comparator.comparingLong(Flow::calls)
                        .reversed()
                        .thenComparing(flow -> flow.caller().name())
                        .thenComparing(Flow::model)
                        .thenComparing(Flow::dataClass))
                .toList();
    }

    private List<Row> shownRows() {
        var rows = new ArrayList<Row>(lines.size());
        lines.forEach((line, sums) -> rows.add(new Row(
                line.caller(),
                line.account(),
                line.region(),
                line.channel(),
                line.model(),
                line.claude(),
                line.decision(),
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4])));
        rows.sort(Comparator.comparingLong(Row::calls)
                .thenComparingLong(row -> row.denied() + row.failed())
                .reversed()
                .thenComparing(row -> row.caller().name())
                .thenComparing(Row::account)
                .thenComparing(Row::region)
                .thenComparing(Row::model));
        return rows;
    }

    private SortedMap<LocalDate, Map<String, Long>> days(Period period) {
        var days = new TreeMap<LocalDate, Map<String, Long>>();
        if (period.listable()) {
            for (var day = period.first(); !day.isAfter(period.last()); day = day.plusDays(1)) {
                days.put(day, Map.of());
            }
        }
        for (var counted : tally.days()) {
            var byClass = new HashMap<String, Long>();
            for (var index = 0; index < counted.byClass().length; index++) {
                if (counted.byClass()[index] > 0) {
                    byClass.put(subjects.classes().get(index), counted.byClass()[index]);
                }
            }
            days.put(LocalDate.ofEpochDay(counted.day()), byClass);
        }
        return days;
    }

    private SortedMap<LocalDate, Map<Proof, Long>> dayProofs() {
        var days = new TreeMap<LocalDate, Map<Proof, Long>>();
        for (var counted : tally.days()) {
            var proofs = Tally.byProof(counted.byProof());
            if (!proofs.isEmpty()) {
                days.put(LocalDate.ofEpochDay(counted.day()), proofs);
            }
        }
        return days;
    }

    /** Tells callers apart that are shown alike. */
    private record Identity(CallerKind kind, String id) {
        static Identity of(Caller caller) {
            return new Identity(caller.kind(), caller.id());
        }
    }

    private record Path(Identity identity, ShownCaller caller, String model, String dataClass) {}

    private record Line(
            Identity identity,
            ShownCaller caller,
            String account,
            String region,
            Channel channel,
            String model,
            Claude claude,
            Decision decision) {}
}
