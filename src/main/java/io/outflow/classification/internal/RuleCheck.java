package io.outflow.classification.internal;

import io.outflow.classification.DataClass;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rules.Draft;
import io.outflow.classification.Rules.Problem;
import java.util.ArrayList;
import java.util.List;

/** What stands against saving a rule, in sentences. */
final class RuleCheck {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_KEY = 256;
    private static final int LONGEST_PATTERN = 500;
    private static final int MOST_CONDITIONS = 20;

    private final List<Problem> problems = new ArrayList<>();

    private RuleCheck() {}

    static List<Problem> problems(Draft draft, List<DataClass> classes) {
        var check = new RuleCheck();
        check.text("name", draft.name(), LONGEST_NAME, "Give the rule a name.");
        check.conditions(draft.matcher().conditions());
        if (classes.stream().noneMatch(known -> known.code().equals(draft.dataClass()))) {
            check.add(
                    "dataClass",
                    draft.dataClass().isBlank()
                            ? "Choose the data class that matched calls carry."
                            : "There is no data class %s. Choose one of the list.".formatted(draft.dataClass()));
        }
        check.reason(draft.reason());
        return List.copyOf(check.problems);
    }

    static List<Problem> reasonProblems(String reason) {
        var check = new RuleCheck();
        check.reason(reason);
        return List.copyOf(check.problems);
    }

    private void reason(String reason) {
        text("reason", reason, LONGEST_REASON, "Say why. The reason stands in the change log.");
    }

    private void conditions(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            add("conditions", "Add at least one condition. A rule without conditions matches nothing.");
        }
        if (conditions.size() > MOST_CONDITIONS) {
            add("conditions", "A rule takes at most %d conditions. Make two rules of it.".formatted(MOST_CONDITIONS));
        }
        for (var index = 0; index < conditions.size(); index++) {
            var condition = conditions.get(index);
            var field = "conditions[%d]".formatted(index);
            text(
                    field,
                    condition.pattern(),
                    LONGEST_PATTERN,
                    "Give condition %d a text to match.".formatted(index + 1));
            if (condition.field() == Field.METADATA) {
                text(
                        field,
                        condition.key(),
                        LONGEST_KEY,
                        "Name the metadata key of condition %d.".formatted(index + 1));
            } else if (!condition.key().isEmpty()) {
                add(field, "Condition %d is not about metadata, so it takes no key.".formatted(index + 1));
            }
        }
    }

    private void text(String field, String text, int longest, String missing) {
        if (text.isBlank()) {
            add(field, missing);
        } else if (text.strip().length() > longest) {
            add(field, "Use at most %,d characters.".formatted(longest));
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            add(field, "Leave out line breaks and other control characters.");
        }
    }

    private void add(String field, String sentence) {
        problems.add(new Problem(field, sentence));
    }
}
