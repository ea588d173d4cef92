package io.outflow.classification.internal;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Classification.Ruleset;
import io.outflow.classification.Decision;
import io.outflow.classification.Provenance;
import io.outflow.classification.Rule;
import java.util.List;

/** The rules that are switched on, in their order, made ready once. The first that matches decides. */
record CompiledRules(long version, List<CompiledRule> rules) implements Ruleset {

    static CompiledRules of(long version, List<Rule> rules) {
        return new CompiledRules(
                version,
                rules.stream().filter(Rule::enabled).map(CompiledRule::of).toList());
    }

    @Override
    public Decision decide(CallFacts facts) {
        if (rules.isEmpty()) {
            return Decision.UNKNOWN;
        }
        var lower = LowerFacts.of(facts);
        for (var rule : rules) {
            if (rule.matcher().matches(lower)) {
                return rule.decision();
            }
        }
        return Decision.UNKNOWN;
    }

    record CompiledRule(CompiledMatcher matcher, Decision decision) {
        static CompiledRule of(Rule rule) {
            var matcher = new CompiledMatcher(rule.matcher());
            var provenance = matcher.tagged() ? Provenance.TAGGED : Provenance.DECLARED;
            return new CompiledRule(matcher, new Decision(rule.dataClass(), provenance, rule.id(), rule.version()));
        }
    }
}
