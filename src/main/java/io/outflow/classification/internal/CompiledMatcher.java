package io.outflow.classification.internal;

import io.outflow.base.Wildcard;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import java.util.List;

/** A matcher made ready. */
final class CompiledMatcher {
    private final List<CompiledCondition> conditions;
    private final boolean tagged;

    CompiledMatcher(Matcher matcher) {
        conditions = matcher.conditions().stream().map(CompiledCondition::of).toList();
        tagged = matcher.conditions().stream().anyMatch(condition -> condition.field() == Field.METADATA);
    }

    /** Whether it looks at request metadata, which the caller itself sent as a tag. */
    boolean tagged() {
        return tagged;
    }

    boolean matches(LowerFacts facts) {
        if (conditions.isEmpty()) {
            return false;
        }
        for (var condition : conditions) {
            if (!condition.matches(facts)) {
                return false;
            }
        }
        return true;
    }

    private record CompiledCondition(Field field, String key, Wildcard pattern) {
        static CompiledCondition of(Condition condition) {
            return new CompiledCondition(
                    condition.field(), Wildcard.lower(condition.key()), new Wildcard(condition.pattern()));
        }

        boolean matches(LowerFacts facts) {
            return switch (field) {
                case ACCOUNT -> any(facts.account());
                case CALLER -> any(facts.caller());
                case ROLE -> any(facts.role());
                case SESSION -> any(facts.session());
                case MODEL -> any(facts.model());
                case PROFILE -> any(facts.profile());
                case CHANNEL -> any(facts.channel());
                case REGION -> any(facts.region());
                case PROJECT -> any(facts.project());
                case METADATA ->
                    facts.metadata().stream()
                            .anyMatch(entry -> entry.getKey().equals(key) && pattern.matches(entry.getValue()));
            };
        }

        private boolean any(List<String> texts) {
            for (var text : texts) {
                if (pattern.matches(text)) {
                    return true;
                }
            }
            return false;
        }
    }
}
