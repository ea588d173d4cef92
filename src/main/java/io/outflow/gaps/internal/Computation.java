package io.outflow.gaps.internal;

import io.outflow.classification.DataClasses;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapRule;
import io.outflow.history.AsOf;
import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.Posture;
import io.outflow.trail.Outcome;
import io.outflow.usage.LoggedCalls;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageTallies;
import io.outflow.vendors.Register;
import io.outflow.vendors.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Gathers what the engine looks at and lets it look. */
@Component
@ConditionalOnWebApplication
class Computation {
    private static final int PAGE = 500;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final Register register;
    private final UsageTallies tallies;
    private final Usage usage;
    private final LoggedCalls logged;
    private final DataClasses classes;
    private final Posture posture;
    private final Coverage coverage;
    private final Clock clock;

    Computation(
            Register register,
            UsageTallies tallies,
            Usage usage,
            LoggedCalls logged,
            DataClasses classes,
            Posture posture,
            Coverage coverage,
            Clock clock) {
        this.register = register;
        this.tallies = tallies;
        this.usage = usage;
        this.logged = logged;
        this.classes = classes;
        this.posture = posture;
        this.coverage = coverage;
        this.clock = clock;
    }

    /** Over everything that is stored, with the register as it stands. */
    List<Finding> all(Collection<GapRule> rules) {
        return until(rules, register.now(), clock.instant());
    }

    List<Finding> asOf(Collection<GapRule> rules, AsOf asOf) {
        return until(rules, register.asOf(asOf), asOf.valid());
    }

    List<Finding> during(Collection<GapRule> rules, Instant from, Instant to) {
        return find(rules, register.now(), tallies.now(), from, to);
    }

    private List<Finding> until(Collection<GapRule> rules, Snapshot snapshot, Instant to) {
        var moment = tallies.now();
        var from = moment.span()
                .map(Usage.Span::from)
                .filter(first -> first.isBefore(to))
                .orElse(to);
        return find(rules, snapshot, moment, from, to);
    }

    private List<Finding> find(
            Collection<GapRule> rules, Snapshot snapshot, UsageTallies.Moment moment, Instant from, Instant to) {
        return Engine.find(
                new Engine.Input(
                        snapshot,
                        moment,
                        changes(to),
                        posture.spells(to),
                        coverageUntil(to),
                        classes.list(),
                        logged.between(from, to),
                        from,
                        to),
                rules);
    }

    private Function<Instant, CoverageMap> coverageUntil(Instant to) {
        var known = new HashMap<Instant, CoverageMap>();
        var longest = to.minus(Duration.ofDays(Coverage.MOST_DAYS - 1));
        return from ->
                known.computeIfAbsent(from.isBefore(longest) ? longest : from, start -> coverage.coverage(start, to));
    }

    private List<SettingChange> changes(Instant to) {
        var changes = new ArrayList<SettingChange>();
        for (var page = 0; ; page++) {
            var items = usage.governance(EARLIEST, to, page, PAGE).items();
            items.stream()
                    .map(Usage.GovernanceItem::event)
                    .filter(event -> event.outcome() == Outcome.USE)
                    .map(SettingChange::of)
                    .forEach(changes::add);
            if (items.size() < PAGE) {
                return changes;
            }
        }
    }
}
