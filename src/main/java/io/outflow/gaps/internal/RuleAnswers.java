package io.outflow.gaps.internal;

import io.outflow.access.CurrentPerson;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.GapRules;
import io.outflow.history.ChangeLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the settings and tries them on the past. */
@Service
@ConditionalOnWebApplication
class RuleAnswers implements GapRules {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 2_000;

    private final RuleRows rows;
    private final Computation computation;
    private final MaskedRows masked;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final Clock clock;

    RuleAnswers(
            RuleRows rows,
            Computation computation,
            MaskedRows masked,
            ChangeLog log,
            CurrentPerson person,
            Clock clock) {
        this.rows = rows;
        this.computation = computation;
        this.masked = masked;
        this.log = log;
        this.person = person;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<GapRule> list() {
        return rows.list();
    }

    @Override
    @Transactional
    public GapRule save(GapRule rule, String why) {
        check(rule);
        var reason = why.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new GapRefused("why", "Say why in 3 to 2,000 characters. The change log keeps it.");
        }
        var saved = new GapRule(
                rule.kind(),
                rule.enabled(),
                rule.threshold(),
                rule.severity(),
                rule.version() + 1,
                person.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                reason);
        rows.save(saved);
        log.append(
                "gap check changed",
                rule.kind().label(),
                "%s, %s %d, severity %s. %s"
                        .formatted(
                                saved.enabled() ? "On" : "Off",
                                rule.kind().unit().label(),
                                saved.threshold(),
                                saved.severity().label(),
                                reason));
        return saved;
    }

    @Override
    public List<Finding> replay(GapRule rule, Instant from, Instant to) {
        check(rule);
        if (!from.isBefore(to)) {
            throw new GapRefused("to", "The end must lie after the start.");
        }
        var tried = rule.with(true, rule.threshold(), rule.severity());
        return computation.during(List.of(tried), from, to).stream()
                .map(masked::of)
                .toList();
    }

    private static void check(GapRule rule) {
        var largest = rule.kind().largestThreshold();
        if (rule.threshold() < 0 || rule.threshold() > largest) {
            throw new GapRefused("threshold", String.format(Locale.ENGLISH, "Give a number from 0 to %,d.", largest));
        }
    }
}
