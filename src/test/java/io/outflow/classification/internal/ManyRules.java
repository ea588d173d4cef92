package io.outflow.classification.internal;

import io.outflow.classification.Classification.Ruleset;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rule;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Rules for measurements: each looks at role and model, few match. */
public final class ManyRules {
    private ManyRules() {}

    public static Ruleset of(int count) {
        return CompiledRules.of(
                1, IntStream.rangeClosed(1, count).mapToObj(ManyRules::rule).toList(), List.of());
    }

    private static Rule rule(int number) {
        return new Rule(
                number,
                1,
                number,
                "rule " + number,
                new Matcher(List.of(
                        new Condition(Field.CALLER, "", "*caller-" + number + "*"),
                        new Condition(Field.MODEL, "", "*model*"))),
                number % 2 == 0 ? "PERSONAL" : "INTERNAL",
                true,
                "somebody",
                Instant.EPOCH,
                "measured");
    }
}
