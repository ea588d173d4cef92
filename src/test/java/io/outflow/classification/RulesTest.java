package io.outflow.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.AccessRefused;
import io.outflow.access.Role;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rules.Draft;
import io.outflow.classification.Rules.Problem;
import io.outflow.history.ChangeLog;
import io.outflow.history.Entry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OutflowTest
class RulesTest {

    @Autowired
    Rules rules;

    @Autowired
    DataClasses classes;

    @Autowired
    Classification classification;

    @Autowired
    ChangeLog log;

    /** Names a caller of this test alone, because rules of other tests are stored beside. */
    private final String caller = "caller-" + UUID.randomUUID();

    @BeforeEach
    void signIn() {
        As.role(Role.CISO);
    }

    @AfterEach
    void leaveNoRuleInForce() {
        As.role(Role.CISO);
        rules.list().stream()
                .filter(Rule::enabled)
                .forEach(rule -> rules.enable(rule.id(), false, "Test is over", rule.version()));
        As.nobody();
    }

    @Test
    void savedRuleDecidesAtOnceAndTheChangeLogKnows() {
        var before = classification.ruleset().version();

        var saved = rules.save(draft("Payroll bot", "PERSONAL"));

        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.author()).isEqualTo("Sample CISO");
        assertThat(classification.ruleset().version()).isGreaterThan(before);
        assertThat(classification.ruleset().decide(facts()))
                .isEqualTo(new Decision("PERSONAL", Provenance.DECLARED, saved.id(), 1));
        assertThat(log.list(0, 1))
                .singleElement()
                .extracting(Entry::action, Entry::object, Entry::actor)
                .containsExactly("rule added", "rule %d version 1".formatted(saved.id()), "Sample CISO");
    }

    @Test
    void changeMakesANewVersionAndHistoryKeepsTheOldOne() {
        var first = rules.save(draft("Payroll bot", "PERSONAL"));

        var second = rules.save(new Draft(
                first.id(), "Payroll robot", first.matcher(), "FINANCIAL", "It pays salaries", first.version()));

        assertThat(second.version()).isEqualTo(2);
        assertThat(rules.history(first.id()))
                .extracting(Rule::version, Rule::name, Rule::dataClass, Rule::reason)
                .containsExactly(
                        tuple(2, "Payroll robot", "FINANCIAL", "It pays salaries"),
                        tuple(1, "Payroll bot", "PERSONAL", "Asked by the works council"));
        assertThat(rules.history(first.id()).getLast().matcher()).isEqualTo(first.matcher());
    }

    @Test
    void changeOfAnOldVersionSaysWhoseChangeWon() {
        var first = rules.save(draft("Payroll bot", "PERSONAL"));
        rules.save(new Draft(first.id(), "Payroll bot", first.matcher(), "FINANCIAL", "Salaries", 1));

        assertThatThrownBy(() -> rules.save(
                        new Draft(first.id(), "Payroll bot", first.matcher(), "PUBLIC", "Late", first.version())))
                .isInstanceOf(RuleChangedMeanwhile.class)
                .hasMessageContaining("Sample CISO changed the rule \"Payroll bot\"")
                .hasMessageContaining("Nothing of yours was saved");
        assertThat(classification.ruleset().decide(facts()).dataClass()).isEqualTo("FINANCIAL");
    }

    @Test
    void orderDecidesWhichRuleWins() {
        var first = rules.save(draft("First", "PERSONAL"));
        var second = rules.save(draft("Second", "FINANCIAL"));

        rules.move(second.id(), 1, "The stricter one first");

        assertThat(rules.list().getFirst().id()).isEqualTo(second.id());
        assertThat(rules.list()).extracting(Rule::position).doesNotHaveDuplicates();
        assertThat(classification.ruleset().decide(facts()).rule()).isEqualTo(second.id());
        assertThat(first.version()).isEqualTo(1);
    }

    @Test
    void orderOfOtherRulesThanTheStoredIsRefused() {
        rules.save(draft("First", "PERSONAL"));

        assertThatThrownBy(() -> rules.order(List.of(-1L), "No reason"))
                .isInstanceOf(RuleChangedMeanwhile.class)
                .hasMessageContaining("The order was not changed");
    }

    @Test
    void ruleSwitchedOffNoLongerDecides() {
        var rule = rules.save(draft("Payroll bot", "PERSONAL"));

        var off = rules.enable(rule.id(), false, "The bot is gone", rule.version());

        assertThat(off.version()).isEqualTo(2);
        assertThat(classification.ruleset().decide(facts())).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void draftThatSaysNothingIsRefusedFieldByField() {
        var draft = new Draft(
                null,
                " ",
                new Matcher(List.of(new Condition(Field.METADATA, "", "x"), new Condition(Field.ROLE, "k", ""))),
                "SECRET",
                "",
                0);

        var refused = catchThrowableOfType(RuleRefused.class, () -> rules.save(draft));

        assertThat(refused.problems())
                .extracting(Problem::field)
                .containsExactly("name", "conditions[0]", "conditions[1]", "conditions[1]", "dataClass", "reason");
        assertThat(rules.problems(draft)).isEqualTo(refused.problems());
        assertThat(rules.problems(new Draft(null, "n", new Matcher(List.of()), "PUBLIC", "r", 0)))
                .extracting(Problem::field)
                .containsExactly("conditions");
    }

    @Test
    void onlyTheCisoChangesRules() {
        var draft = draft("Payroll bot", "PERSONAL");
        for (var role : List.of(Role.ADMIN, Role.LEGAL, Role.AUDITOR)) {
            As.role(role);
            assertThatThrownBy(() -> rules.save(draft)).isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> rules.move(1, 1, "r")).isInstanceOf(AccessRefused.class);
            assertThat(rules.list()).isNotNull();
        }
    }

    @Test
    void classesStartAsDesignedAndCanBeChangedUnlessSomebodyElseDid() {
        assertThat(classes.list())
                .extracting(DataClass::code, DataClass::letters, DataClass::rank)
                .startsWith(tuple("PUBLIC", "Pu", 1), tuple("INTERNAL", "In", 2), tuple("SOURCE_CODE", "So", 3));
        var seen = classes.find("CREDENTIALS").orElseThrow();
        var draft = new DataClasses.Draft(seen.name(), "Ke", 9, 8, seen.meaning());

        var changed = classes.change(seen, draft, "Keys above all");

        assertThat(changed.letters()).isEqualTo("Ke");
        assertThatThrownBy(() -> classes.change(seen, draft, "Again")).isInstanceOf(RuleChangedMeanwhile.class);
        classes.change(
                changed,
                new DataClasses.Draft(seen.name(), seen.letters(), seen.rank(), seen.colour(), seen.meaning()),
                "Back");
        assertThat(classes.find("CREDENTIALS")).contains(seen);
    }

    @Test
    void classWithTakenNameOrLettersIsRefused() {
        var refused = catchThrowableOfType(
                RuleRefused.class, () -> classes.add(new DataClasses.Draft("public", "PU", 0, 9, " "), "Reason"));

        assertThat(refused.problems())
                .extracting(Problem::field)
                .containsExactly("name", "letters", "rank", "colour", "meaning");
        assertThatThrownBy(() -> classes.add(new DataClasses.Draft("Unknown", "Un", 1, 1, "Nothing"), "Reason"))
                .isInstanceOf(RuleRefused.class);
    }

    private Draft draft(String name, String dataClass) {
        return new Draft(
                null,
                name,
                new Matcher(List.of(new Condition(Field.CALLER, "", caller))),
                dataClass,
                "Asked by the works council",
                0);
    }

    private CallFacts facts() {
        return new CallFacts(
                "111122223333",
                caller,
                caller,
                null,
                null,
                "m",
                "Model",
                "BEDROCK_RUNTIME",
                "eu-central-1",
                null,
                Map.of());
    }
}
