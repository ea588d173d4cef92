package io.outflow.usage.internal.answers;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.classification.Classification;
import io.outflow.classification.MatchPreview;
import io.outflow.classification.Matcher;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Outcome;
import io.outflow.usage.UsageFilter;
import java.time.Instant;
import java.util.HashSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;

/** Counts what a matcher would match, before a rule is saved. */
@Service
@ConditionalOnWebApplication
@Requires(Action.READ_USAGE)
class MatchCounts implements MatchPreview {
    private static final UsageFilter EVERYTHING = UsageFilter.period(Instant.MIN, Instant.MAX);

    private final UsageColumns columns;
    private final Classification classification;
    private final CallerNames names;

    MatchCounts(UsageColumns columns, Classification classification, CallerNames names) {
        this.columns = columns;
        this.classification = classification;
        this.names = names;
    }

    @Override
    public Preview preview(Matcher matcher) {
        var now = columns.now();
        var subjects = now.subjects();
        var matching = classification.matching(matcher);
        var tally = Tally.of(now, EVERYTHING, Selection.of(EVERYTHING, subjects, names));
        var callers = new HashSet<Matched>();
        var calls = 0L;
        var undecided = 0L;
        for (var number = 1; number <= subjects.size(); number++) {
            var uses = tally.period(number, Outcome.USE.ordinal());
            if (uses > 0 && matching.test(SubjectColumns.facts(subjects.subject()[number]))) {
                var caller = subjects.subject()[number].caller();
                callers.add(new Matched(caller.kind(), caller.id()));
                calls += uses;
                undecided += subjects.declared()[number].dataClass() == null ? uses : 0;
            }
        }
        return new Preview(callers.size(), calls, undecided);
    }

    private record Matched(CallerKind kind, String id) {}
}
