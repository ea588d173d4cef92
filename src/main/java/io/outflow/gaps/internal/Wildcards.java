package io.outflow.gaps.internal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which one has to fit, {@code *} standing for any text, without regard to case.
 *
 * @param any whether there is no text, so that everything fits
 */
record Wildcards(boolean any, List<Pattern> patterns) {

    static Wildcards of(List<String> texts) {
        return new Wildcards(
                texts.isEmpty(), texts.stream().map(Wildcards::pattern).toList());
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(
                Stream.of(text.toLowerCase(Locale.ROOT).split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** Whether one of the texts fits one of the values, or there is no text. */
    boolean fit(@Nullable String... values) {
        return any
                || Stream.of(values)
                        .filter(value -> value != null)
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .anyMatch(value -> patterns.stream()
                                .anyMatch(pattern -> pattern.matcher(value).matches()));
    }
}
