package io.outflow.classification.internal;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Classification.Ruleset;
import io.outflow.classification.DataClass;
import io.outflow.classification.Decision;
import io.outflow.classification.Provenance;
import io.outflow.classification.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules that are switched on, in their order, made ready once. The first that matches decides. */
record CompiledRules(long version, List<CompiledRule> rules, Map<String, Integer> ranks) implements Ruleset {

    static CompiledRules of(long version, List<Rule> rules, List<DataClass> classes) {
        return new CompiledRules(
                version,
                rules.stream().filter(Rule::enabled).map(CompiledRule::of).toList(),
                classes.stream().collect(Collectors.toMap(DataClass::code, DataClass::rank)));
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

    @Override
    public int rank(String dataClass) {
        return ranks.getOrDefault(dataClass, 0);
    }

    record CompiledRule(CompiledMatcher matcher, Decision decision) {
        static CompiledRule of(Rule rule) {
            var matcher = new CompiledMatcher(rule.matcher());
            var provenance = matcher.tagged() ? Provenance.TAGGED : Provenance.DECLARED;
            return new CompiledRule(matcher, new Decision(rule.dataClass(), provenance, rule.id(), rule.version()));
        }
    }
}
