package io.outflow.usage.internal.answers;

import io.outflow.classification.Provenance;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.usage.UsageReport.CallerOption;
import io.outflow.usage.UsageReport.Options;
import io.outflow.usage.UsageReport.ShownCaller;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what can be chosen in each filter: the values present in the period, whatever the filter leaves out. */
final class OptionCounts {
    private final SubjectIndex subjects;
    private final Tally tally;
    private final CallerNames names;

    OptionCounts(SubjectIndex subjects, Tally tally, CallerNames names) {
        this.subjects = subjects;
        this.tally = tally;
        this.names = names;
    }

    Options build() {
        var accounts = new TreeMap<String, Long>();
        var regions = new TreeMap<String, Long>();
        var channels = new EnumMap<Channel, Long>(Channel.class);
        var claude = new EnumMap<Claude, Long>(Claude.class);
        var models = new TreeMap<String, Long>();
        var classes = new TreeMap<String, Long>();
        var callers = new HashMap<ShownCaller, Long>();
        var grades = new EnumMap<Grade, Long>(Grade.class);
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        var provenances = new EnumMap<Provenance, Long>(Provenance.class);
        for (var number = 1; number <= subjects.size(); number++) {
            var present = 0L;
            for (var outcome : Outcome.values()) {
                var count = tally.period(number, outcome.ordinal());
                present += count;
                add(outcomes, outcome, count);
            }
            if (present > 0) {
                // A value that only attempts have can be chosen too; it stands with 0 uses.
                var uses = tally.period(number, Outcome.USE.ordinal());
                var subject = subjects.subject()[number];
                accounts.merge(subject.account(), uses, Long::sum);
                regions.merge(subject.sourceRegion(), uses, Long::sum);
                channels.merge(subject.channel(), uses, Long::sum);
                claude.merge(subject.model().claude(), uses, Long::sum);
                models.merge(subject.model().name(), uses, Long::sum);
                classes.merge(subjects.dataClass(number), uses, Long::sum);
                callers.merge(names.shown(subject.caller()), uses, Long::sum);
                grades.merge(subject.caller().grade(), uses, Long::sum);
                provenances.merge(subjects.decision()[number].provenance(), uses, Long::sum);
            }
        }
        var listed = callers.entrySet().stream()
                .map(caller -> new CallerOption(caller.getKey(), caller.getValue()))
                .sorted(Comparator.comparingLong(CallerOption::calls).reversed().thenComparing(option -> option.caller()
                        .name()))
                .toList();
        return new Options(
                accounts,
                regions,
                channels,
                claude,
                models,
                classes,
                listed,
                grades,
                outcomes,
                provenances,
                tally.usesInPeriod());
    }

    private static <K> void add(Map<K, Long> counts, K key, long count) {
        if (count > 0) {
            counts.merge(key, count, Long::sum);
        }
    }
}
