package io.outflow.posture.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.posture.AwsAction;
import io.outflow.posture.Question;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    @Test
    void policyAllowsExactlyWhatIsAskedAndNothingThatWrites() {
        var policy = Answers.json(Policies.policy().getBytes(StandardCharsets.UTF_8));
        var allowed = policy.path("Statement")
                .valueStream()
                .flatMap(statement -> Answers.texts(statement.path("Action")).stream())
                .toList();

        assertThat(allowed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Question.values())
                        .flatMap(question -> question.actions().stream())
                        .map(AwsAction::name)
                        .toList())
                .allMatch(action -> List.of("Get", "List", "Describe").stream()
                        .anyMatch(verb ->
                                action.substring(action.indexOf(':') + 1).startsWith(verb)));
    }
}
