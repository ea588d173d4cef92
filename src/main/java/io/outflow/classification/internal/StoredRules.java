package io.outflow.classification.internal;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Rule;
import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import io.outflow.classification.Rules;
import io.outflow.history.ChangeLog;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Requires(Action.DECIDE)
class StoredRules implements Rules {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final RuleStore store;
    private final DataClassStore classes;
    private final RulesInForce inForce;
    private final ChangeLog log;
    private final CurrentPerson person;
    private final Clock clock;

    StoredRules(
            RuleStore store,
            DataClassStore classes,
            RulesInForce inForce,
            ChangeLog log,
            CurrentPerson person,
            Clock clock) {
        this.store = store;
        this.classes = classes;
        this.inForce = inForce;
        this.log = log;
        this.person = person;
        this.clock = clock;
    }

    @Override
    @Requires(Action.READ_USAGE)
    @Transactional(readOnly = true)
    public List<Rule> list() {
        return store.list();
    }

    @Override
    @Requires(Action.READ_USAGE)
    @Transactional(readOnly = true)
    public List<Rule> history(long id) {
        return store.history(id);
    }

    @Override
    @Requires(Action.READ_USAGE)
    @Transactional(readOnly = true)
    public List<Problem> problems(Draft draft) {
        return RuleCheck.problems(draft, classes.list());
    }

    @Override
    @Transactional
    public Rule save(Draft draft) {
        var version = store.lock();
        refuse(RuleCheck.problems(draft, classes.list()));
        var id = draft.id();
        var before = id == null ? null : current(id, draft.expectedVersion());
        var made = new Rule(
                before == null ? store.add() : before.id(),
                before == null ? 1 : before.version() + 1,
                0,
                draft.name().strip(),
                stripped(draft.matcher()),
                draft.dataClass(),
                before == null || before.enabled(),
                person.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                draft.reason().strip());
        store.addVersion(made);
        return changed(version, made, before == null ? "rule added" : "rule changed", words(made));
    }

    @Override
    @Transactional
    public Rule enable(long id, boolean enabled, String reason, int expectedVersion) {
        var version = store.lock();
        refuse(RuleCheck.reasonProblems(reason));
        var before = current(id, expectedVersion);
        var made = new Rule(
                id,
                before.version() + 1,
                before.position(),
                before.name(),
                before.matcher(),
                before.dataClass(),
                enabled,
                person.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                reason.strip());
        store.addVersion(made);
        return changed(version, made, enabled ? "rule switched on" : "rule switched off", made.reason());
    }

    @Override
    @Transactional
    public List<Rule> order(List<Long> ids, String reason) {
        var version = store.lock();
        refuse(RuleCheck.reasonProblems(reason));
        var stored = store.list().stream().map(Rule::id).toList();
        if (ids.size() != stored.size() || !new HashSet<>(ids).equals(new HashSet<>(stored))) {
            throw new RuleChangedMeanwhile("The rules are no longer those that you put in order: somebody added one"
                    + " meanwhile. The order was not changed. Load the rules again and repeat it.");
        }
        return ordered(version, ids, reason);
    }

    @Override
    @Transactional
    public List<Rule> move(long id, int position, String reason) {
        var version = store.lock();
        refuse(RuleCheck.reasonProblems(reason));
        var ids = new ArrayList<>(store.list().stream().map(Rule::id).toList());
        if (!ids.remove((Long) id)) {
            throw unknown(id);
        }
        ids.add(Math.clamp(position - 1L, 0, ids.size()), id);
        return ordered(version, ids, reason);
    }

    private List<Rule> ordered(long version, List<Long> ids, String reason) {
        store.order(ids);
        var rules = store.list();
        inForce.changed(version);
        log.append(
                "rules put in order",
                "rules",
                reason.strip() + " Order now: " + rules.stream().map(Rule::name).collect(Collectors.joining(", ")));
        return rules;
    }

    private Rule changed(long version, Rule made, String action, String text) {
        inForce.changed(version);
        log.append(action, "rule %d version %d".formatted(made.id(), made.version()), text);
        return store.find(made.id()).orElseThrow();
    }

    private Rule current(long id, int expectedVersion) {
        var stored = store.find(id).orElseThrow(() -> unknown(id));
        if (stored.version() != expectedVersion) {
            throw new RuleChangedMeanwhile(
                    "%s changed the rule \"%s\" on %s, so it is at version %d and your change began from version %d. Nothing of yours was saved. Load the rule again and repeat your change."
                            .formatted(
                                    stored.author(),
                                    stored.name(),
                                    MINUTE.format(stored.changedAt()),
                                    stored.version(),
                                    expectedVersion));
        }
        return stored;
    }

    private static RuleRefused unknown(long id) {
        return new RuleRefused(List.of(new Problem("id", "There is no rule with the number %d.".formatted(id))));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new RuleRefused(problems);
        }
    }

    private static Matcher stripped(Matcher matcher) {
        return new Matcher(matcher.conditions().stream()
                .map(condition -> new Condition(
                        condition.field(),
                        condition.key().strip(),
                        condition.pattern().strip()))
                .toList());
    }

    private static String words(Rule rule) {
        return "%s: %s when %s. %s"
                .formatted(
                        rule.name(),
                        rule.dataClass(),
                        rule.matcher().conditions().stream()
                                .map(condition -> condition.field()
                                        + (condition.key().isEmpty() ? "" : " " + condition.key())
                                        + " is " + condition.pattern())
                                .collect(Collectors.joining(" and ")),
                        rule.reason());
    }
}
