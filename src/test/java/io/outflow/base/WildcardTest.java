package io.outflow.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

    @ParameterizedTest
    @CsvSource({
        "claude*, Claude Sonnet 4.5, true",
        "*sonnet*, Claude Sonnet 4.5, true",
        "claude, Claude Sonnet 4.5, false",
        "*, anything, true",
        "a*a, a, false",
        "a*a, aa, true",
        "arn:aws:iam::*:role/data-*, arn:aws:iam::111122223333:role/Data-Science, true",
        "a.c, abc, false",
        "*ab*ab*, xabx, false",
        "*ab*ab, abab, true",
        "*ab*ab, ab, false"
    })
    void starStandsForAnyRunAndCaseDoesNotCount(String pattern, String text, boolean matches) {
        assertThat(new Wildcard(pattern).matches(Wildcard.lower(text))).isEqualTo(matches);
    }

    @Test
    void emptyTextMatchesOnlyStarsAndNothing() {
        assertThat(new Wildcard("**").matches("")).isTrue();
        assertThat(new Wildcard("").matches("")).isTrue();
        assertThat(new Wildcard("a*").matches("")).isFalse();
    }

    @Property(tries = 5000)
    void matchesAsTheRegularExpressionOfTheSameMeaning(
            @ForAll @Chars({'*', 'a', 'B', '.'}) @StringLength(max = 6) String pattern,
            @ForAll @CharRange(from = 'a', to = 'b') @Chars({'A', '.'}) @StringLength(max = 8) String text) {
        var regex = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));

        assertThat(new Wildcard(pattern).matches(Wildcard.lower(text)))
                .isEqualTo(Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .matches());
    }
}
