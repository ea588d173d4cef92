package io.outflow.usage.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Model;
import io.outflow.trail.ProfileScope;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentModelsTest {
    private static final Model UNNAMED =
            new Model("", "Model not named", null, Claude.UNDECIDED, ProfileScope.OPAQUE, null);

    private final Fixture table = new Fixture(List.of());
    private final SubjectColumns columns = new SubjectColumns(table, table.ruleset());

    @Test
    void anAnswerIsShownUnderTheModelThatItsAgentRuns() {
        var entry = add("A", false, UNNAMED);
        add("A", true, claude("Haiku 4.5"));

        assertThat(model(entry).name()).isEqualTo("Claude Haiku 4.5");
        assertThat(model(entry).claude()).isEqualTo(Claude.YES);
        assertThat(model(entry).id()).isEmpty();
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        add("A", true, claude("Haiku 4.5"));
        assertThat(columns.view().size()).isEqualTo(1);
        var entry = add("A", false, UNNAMED);

        assertThat(model(entry).name()).isEqualTo("Claude Haiku 4.5");
    }

    @Test
    void severalClaudeModelsAreClaudeAndOthersAreNotGuessed() {
        var entry = add("A", false, UNNAMED);
        add("A", true, claude("Haiku 4.5"));
        add("A", true, claude("Sonnet 5"));
        assertThat(model(entry).name()).isEqualTo("Claude, several models");

        add("A", true, new Model("amazon.titan", "Titan", "amazon", Claude.NO, ProfileScope.IN_REGION, null));
        assertThat(model(entry)).isEqualTo(UNNAMED);
    }

    @Test
    void anotherAgentsModelsTellNothing() {
        var entry = add("A", false, UNNAMED);
        add("B", true, claude("Haiku 4.5"));

        assertThat(model(entry)).isEqualTo(UNNAMED);
    }

    @Test
    void whatAReaderHoldsDoesNotChange() {
        var entry = add("A", false, UNNAMED);
        columns.grow();
        var held = columns.view();
        add("A", true, claude("Haiku 4.5"));
        columns.grow();

        assertThat(held.subject()[entry].model()).isEqualTo(UNNAMED);
        assertThat(columns.view().subject()[entry].model().claude()).isEqualTo(Claude.YES);
    }

    private Model model(int number) {
        columns.grow();
        return columns.view().subject()[number].model();
    }

    private int add(String agent, boolean step, Model model) {
        var number = table.size() + 1;
        table.add(new Subject(
                number,
                new SubjectFacts(
                        "111122223333",
                        new Caller(CallerKind.SERVICE, "s", "s", null, null, Grade.SERVICE),
                        Channel.BEDROCK_AGENTS,
                        step ? "InvokeModel" : "InvokeAgent",
                        model,
                        "eu-west-1",
                        null,
                        false,
                        false,
                        null,
                        agent,
                        step,
                        Collections.emptySortedMap())));
        columns.grow();
        return number;
    }

    private static Model claude(String version) {
        return new Model(
                "anthropic.claude-" + version,
                "Claude " + version,
                "anthropic",
                Claude.YES,
                ProfileScope.IN_REGION,
                null);
    }
}
