package io.outflow.classification.ui;

import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.classification.MatchPreview;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rule;
import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import io.outflow.classification.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules and classes in a list, with the refusals that screens must show. */
final class FakeRules implements Rules, MatchPreview {
    final List<Rule> stored = new ArrayList<>();
    final List<Matcher> previewed = new ArrayList<>();
    final Classes classes = new Classes();

    Rule add(String name, String pattern, String dataClass) {
        var rule = new Rule(
                stored.size() + 1L,
                1,
                stored.size() + 1,
                name,
                new Matcher(List.of(new Condition(Field.CALLER, "", pattern))),
                dataClass,
                true,
                "sample.ciso",
                Instant.parse("2026-11-20T10:00:00Z"),
                "First version");
        stored.add(rule);
        return rule;
    }

    @Override
    public List<Rule> list() {
        return List.copyOf(stored);
    }

    @Override
    public Rule save(Draft draft) {
        if (!problems(draft).isEmpty()) {
            throw new RuleRefused(problems(draft));
        }
        if (draft.id() == null) {
            var rule = add(draft.name(), "", draft.dataClass());
            return replace(rule, version(rule, draft, 1));
        }
        var now = stored.stream().filter(r -> r.id() == draft.id()).findFirst().orElseThrow();
        if (now.version() != draft.expectedVersion()) {
            throw new RuleChangedMeanwhile(now.author() + " saved version " + now.version() + " first.");
        }
        return replace(now, version(now, draft, now.version() + 1));
    }

    @Override
    public List<Problem> problems(Draft draft) {
        var problems = new ArrayList<Problem>();
        if (draft.reason().isBlank()) {
            problems.add(new Problem("reason", "Say why."));
        }
        for (var i = 0; i < draft.matcher().conditions().size(); i++) {
            if (draft.matcher().conditions().get(i).pattern().isBlank()) {
                problems.add(new Problem("conditions[" + i + "]", "Give it a text to match."));
            }
        }
        return problems;
    }

    @Override
    public List<Rule> order(List<Long> ids, String reason) {
        stored.sort((a, b) -> Integer.compare(ids.indexOf(a.id()), ids.indexOf(b.id())));
        return list();
    }

    @Override
    public List<Rule> move(long id, int position, String reason) {
        throw new UnsupportedOperationException("screens save a whole order");
    }

    @Override
    public Rule enable(long id, boolean enabled, String reason, int expectedVersion) {
        var now = stored.stream().filter(r -> r.id() == id).findFirst().orElseThrow();
        return replace(
                now,
                new Rule(
                        id,
                        now.version() + 1,
                        now.position(),
                        now.name(),
                        now.matcher(),
                        now.dataClass(),
                        enabled,
                        now.author(),
                        now.changedAt(),
                        reason));
    }

    @Override
    public List<Rule> history(long id) {
        return stored.stream().filter(r -> r.id() == id).toList();
    }

    @Override
    public Preview preview(Matcher matcher) {
        previewed.add(matcher);
        return new Preview(14, 3_201, 40);
    }

    private Rule version(Rule from, Draft draft, int version) {
        return new Rule(
                from.id(),
                version,
                from.position(),
                draft.name(),
                draft.matcher(),
                draft.dataClass(),
                from.enabled(),
                "sample.ciso",
                from.changedAt(),
                draft.reason());
    }

    private Rule replace(Rule old, Rule now) {
        stored.set(stored.indexOf(old), now);
        return now;
    }

    static final class Classes implements DataClasses {
        final List<DataClass> stored = new ArrayList<>(List.of(
                new DataClass("PUBLIC", "Public", "Pu", 1, 1, "Published anyway."),
                new DataClass("PERSONAL", "Personal", "Pe", 5, 5, "About a person.")));

        @Override
        public List<DataClass> list() {
            return List.copyOf(stored);
        }

        @Override
        public Optional<DataClass> find(String code) {
            return stored.stream().filter(c -> c.code().equals(code)).findFirst();
        }

        @Override
        public DataClass add(Draft draft, String reason) {
            return change(null, draft, reason);
        }

        @Override
        public DataClass change(DataClass seen, Draft draft, String reason) {
            if (reason.isBlank()) {
                throw new RuleRefused(List.of(new Rules.Problem("reason", "Say why.")));
            }
            if (seen != null && !stored.contains(seen)) {
                throw new RuleChangedMeanwhile("Somebody changed " + seen.name() + " first.");
            }
            var code = seen == null ? draft.name().toUpperCase(java.util.Locale.ROOT) : seen.code();
            var now = new DataClass(code, draft.name(), draft.letters(), draft.rank(), draft.colour(), draft.meaning());
            stored.remove(seen);
            stored.add(now);
            return now;
        }
    }
}
