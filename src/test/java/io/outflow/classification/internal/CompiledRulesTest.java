package io.outflow.classification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.classification.CallFacts;
import io.outflow.classification.Decision;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Provenance;
import io.outflow.classification.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompiledRulesTest {
    private static final CallFacts FACTS = new CallFacts(
            "111122223333",
            "arn:aws:iam::111122223333:user/dana",
            "dana",
            null,
            null,
            "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
            "Claude Sonnet 4.5",
            "BEDROCK_RUNTIME",
            "eu-central-1",
            null,
            Map.of("Team", "Payroll"));

    @Test
    void firstRuleThatMatchesDecidesAndTheDecisionNamesItsVersion() {
        var rules = rules(
                rule(7, 3, "PUBLIC", true, new Condition(Field.REGION, "", "us-*")),
                rule(8, 2, "PERSONAL", true, new Condition(Field.CALLER, "", "DANA")),
                rule(9, 1, "INTERNAL", true, new Condition(Field.CALLER, "", "*")));

        assertThat(rules.decide(FACTS)).isEqualTo(new Decision("PERSONAL", Provenance.DECLARED, 8, 2));
    }

    @Test
    void ruleThatIsSwitchedOffDecidesNothing() {
        var rules = rules(rule(1, 1, "PUBLIC", false, new Condition(Field.CALLER, "", "*")));

        assertThat(rules.decide(FACTS)).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void ruleThatLooksAtRequestMetadataGivesTagged() {
        var rules = rules(rule(
                1,
                1,
                "FINANCIAL",
                true,
                new Condition(Field.METADATA, "team", "pay*"),
                new Condition(Field.ACCOUNT, "", "1111*")));

        assertThat(rules.decide(FACTS)).isEqualTo(new Decision("FINANCIAL", Provenance.TAGGED, 1, 1));
    }

    @Test
    void everyConditionMustHold() {
        var rules = rules(rule(
                1,
                1,
                "PUBLIC",
                true,
                new Condition(Field.REGION, "", "eu-*"),
                new Condition(Field.MODEL, "", "nova*")));

        assertThat(rules.decide(FACTS)).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void matcherWithoutConditionsMatchesNothing() {
        assertThat(rules(rule(1, 1, "PUBLIC", true)).decide(FACTS)).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void conditionOnAFactThatTheCallDoesNotHaveNeverHolds() {
        var rules = rules(
                rule(1, 1, "PUBLIC", true, new Condition(Field.ROLE, "", "*")),
                rule(2, 1, "PUBLIC", true, new Condition(Field.METADATA, "cost-centre", "*")));

        assertThat(rules.decide(FACTS)).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void modelIsMatchedInWordsOrAsWrittenAndProfileAsWritten() {
        assertThat(matches(Field.MODEL, "claude sonnet*")).isTrue();
        assertThat(matches(Field.MODEL, "eu.anthropic.*")).isTrue();
        assertThat(matches(Field.PROFILE, "eu.anthropic.*")).isTrue();
        assertThat(matches(Field.PROFILE, "claude sonnet*")).isFalse();
    }

    private static boolean matches(Field field, String pattern) {
        return new CompiledMatcher(new Matcher(List.of(new Condition(field, "", pattern))))
                .matches(LowerFacts.of(FACTS));
    }

    private static CompiledRules rules(Rule... rules) {
        return CompiledRules.of(1, List.of(rules), List.of());
    }

    private static Rule rule(long id, int version, String dataClass, boolean enabled, Condition... conditions) {
        return new Rule(
                id,
                version,
                1,
                "rule " + id,
                new Matcher(List.of(conditions)),
                dataClass,
                enabled,
                "somebody",
                Instant.EPOCH,
                "because");
    }
}
