package io.outflow.classification.internal;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rule;
import io.outflow.testing.Repeated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Prints how long it takes to decide subjects anew, as after a change of a rule, with 1, 3 and 10 times the rules and the
 * subjects; each subject is decided by one of the rules or, one in eleven, by none. Run its main method; it asserts nothing.
 */
final class RulesBench {
    private static final int SUBJECTS = 6_800;
    private static final int RULES = 30;
    private static final int RUNS = 30;

    private RulesBench() {}

    public static void main(String[] arguments) {
        for (var times : new int[] {1, 3, 10}) {
            measure(times * RULES, SUBJECTS);
        }
        for (var times : new int[] {1, 3, 10}) {
            measure(RULES, times * SUBJECTS);
        }
    }

    private static void measure(int rules, int subjects) {
        var made = new ArrayList<Rule>();
        for (var i = 0; i < rules; i++) {
            var conditions = List.of(
                    new Condition(Field.ROLE, "", "team-%d-*".formatted(i)),
                    new Condition(Field.MODEL, "", "anthropic.claude-*"));
            made.add(new Rule(
                    i + 1,
                    1,
                    i + 1,
                    "rule",
                    new Matcher(conditions),
                    "PERSONAL",
                    true,
                    "legal",
                    Instant.EPOCH,
                    "made"));
        }
        var compiled = CompiledRules.of(1, made, List.of());
        var facts = IntStream.range(0, subjects)
                .mapToObj(i -> facts(i % (rules + rules / 10)))
                .toList();
        var times = Repeated.of(RUNS, RUNS / 3, () -> {
            if (facts.stream().map(compiled::decide).toList().size() != subjects) {
                throw new IllegalStateException("Not all were decided.");
            }
        });
        System.out.printf(
                Locale.ENGLISH,
                "%,d subjects, %d rules: median %.1f ms, slowest %.1f ms%n",
                subjects,
                rules,
                times.median(),
                times.slowest());
    }

    private static CallFacts facts(int team) {
        return new CallFacts(
                "111122223333",
                "arn:aws:sts::111122223333:assumed-role/team-%d-service/i-0123456789abcdef0".formatted(team),
                "team-%d-service".formatted(team),
                "team-%d-service".formatted(team),
                "i-0123456789abcdef0",
                "anthropic.claude-sonnet-4-5-20250929-v1:0",
                "Claude Sonnet 4.5",
                "RUNTIME",
                "eu-central-1",
                null,
                Map.of("application", "claims"));
    }
}
