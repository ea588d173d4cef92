package io.outflow.api.internal;

import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rules.Draft;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule as it is sent. What is missing is refused by the rules with a sentence, not by the form. */
record RuleBody(
        @Nullable Long id,
        @Nullable String name,
        @Nullable List<ConditionBody> conditions,
        @Nullable String dataClass,
        @Nullable String reason,
        @Nullable Integer expectedVersion) {

    Draft draft(@Nullable Long number, int version) {
        return new Draft(number, orEmpty(name), matcher(), orEmpty(dataClass), orEmpty(reason), version);
    }

    Matcher matcher() {
        return new Matcher(Objects.requireNonNullElse(conditions, List.<ConditionBody>of()).stream()
                .map(ConditionBody::condition)
                .toList());
    }

    /**
     * @param field the name of a {@link Field}
     * @param key the metadata key where field is METADATA
     */
    record ConditionBody(
            @Nullable String field,
            @Nullable String key,
            @Nullable String pattern) {

        Condition condition() {
            var named = Arrays.stream(Field.values())
                    .filter(one -> one.name().equals(field))
                    .findFirst()
                    .orElseThrow(() -> new BadParameter(
                            "conditions",
                            "%s is no field of a condition. Use %s."
                                    .formatted(
                                            field,
                                            Arrays.stream(Field.values())
                                                    .map(Enum::name)
                                                    .collect(Collectors.joining(", ")))));
            return new Condition(named, orEmpty(key), orEmpty(pattern));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
