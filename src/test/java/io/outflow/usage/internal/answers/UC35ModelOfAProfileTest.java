package io.outflow.usage.internal.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.classification.Decision;
import io.outflow.classification.Provenance;
import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Model;
import io.outflow.trail.ModelWords;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.CallChange;
import io.outflow.usage.InferenceProfile;
import io.outflow.usage.Subject;
import io.outflow.usage.SubjectFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** UC-35: calls that name an application inference profile are shown under the model that AWS says it leads to. */
class UC35ModelOfAProfileTest {
    private static final String ACCOUNT = "111122223333";
    private static final String ARN =
            "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/abc123def456";
    private static final Instant SEEN = Instant.parse("2026-11-20T06:20:00Z");
    private static final String OPUS = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-opus-4-7";

    private final Fixture table = new Fixture(List.of());

    @Test
    void callsThatWereStoredBeforeGetTheModelWhenItIsLearned() {
        var call = add(ARN, Map.of());
        assertThat(shown(call).model().claude()).isEqualTo(Claude.UNDECIDED);
        var held = table.columns.now();
        long changes = table.columns.changes();

        learn(profile(Map.of(), OPUS));

        assertThat(shown(call).model().name()).isEqualTo("Claude Opus 4.7");
        assertThat(shown(call).model().claude()).isEqualTo(Claude.YES);
        assertThat(shown(call).model().id()).isEqualTo(ARN);
        InferenceProfile told = shown(call).profile();
        assertThat(told).isNotNull();
        assertThat(told.name()).isEqualTo("claims");
        assertThat(told.seenUntil()).isEqualTo(SEEN);
        // Pages are told of it once, and an answer that is being given stays of one moment.
        assertThat(table.columns.changes()).isEqualTo(changes + 1);
        learn(profile(Map.of(), OPUS));
        assertThat(table.columns.changes()).isEqualTo(changes + 1);
        assertThat(held.subjects().subject()[call].model().claude()).isEqualTo(Claude.UNDECIDED);
    }

    @Test
    void callsThatAreStoredLaterGetItAtOnceByArnOrIdOrInTheFormOfAnAddress() {
        learn(profile(Map.of(), OPUS, OPUS.replace("eu-central-1", "eu-west-1")));

        assertThat(shown(add(ARN, Map.of())).model().name()).isEqualTo("Claude Opus 4.7");
        assertThat(shown(add("abc123def456", Map.of())).model().name()).isEqualTo("Claude Opus 4.7");
        assertThat(shown(add(ARN.replace(":", "%3A").replace("/", "%2F"), Map.of()))
                        .model()
                        .name())
                .isEqualTo("Claude Opus 4.7");
        assertThat(shown(add("abc123def457", Map.of())).profile()).isNull();
    }

    @Test
    void tagsOfTheProfileDecideTheClassAndRequestMetadataGoesFirst() {
        table.rules(facts -> "PERSONAL".equals(facts.metadata().get("data-class"))
                ? new Decision("PERSONAL", Provenance.TAGGED, 1, 1)
                : Decision.UNKNOWN);
        var tagged = add(ARN, Map.of());
        var own = add(ARN, Map.of("data-class", "PUBLIC"));

        learn(profile(Map.of("data-class", "PERSONAL"), OPUS));

        assertThat(shown(tagged).metadata()).containsEntry("data-class", "PERSONAL");
        assertThat(table.columns.now().subjects().decision()[tagged].dataClass())
                .isEqualTo("PERSONAL");
        assertThat(table.columns.now().subjects().decision()[tagged].provenance())
                .isEqualTo(Provenance.TAGGED);
        assertThat(shown(own).metadata()).containsEntry("data-class", "PUBLIC");
        assertThat(table.columns.now().subjects().decision()[own].dataClass()).isNull();
    }

    @Test
    void nothingIsGuessedOfAProfileWhoseModelsDiffer() {
        var call = add(ARN, Map.of());

        learn(profile(Map.of(), OPUS, "arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-pro-v1:0"));

        assertThat(shown(call).model().claude()).isEqualTo(Claude.UNDECIDED);
    }

    private static InferenceProfile profile(Map<String, String> tags, String... models) {
        return new InferenceProfile(ARN, "claims", Arrays.asList(models), tags, SEEN);
    }

    private void learn(InferenceProfile profile) {
        table.columns.know(ProfileModels.of(List.of(profile)));
    }

    private Subject shown(int number) {
        return table.columns.now().subjects().subject()[number];
    }

    private int add(String id, Map<String, String> metadata) {
        var number = table.size() + 1;
        Model written = ModelWords.read(id, Channel.BEDROCK_RUNTIME);
        @Nullable String nowhere = null;
        table.add(new Subject(
                number,
                new SubjectFacts(
                        ACCOUNT,
                        new Caller(CallerKind.SERVICE, "s", "s", null, null, Grade.SERVICE),
                        Channel.BEDROCK_RUNTIME,
                        "Converse",
                        written,
                        "eu-central-1",
                        nowhere,
                        false,
                        false,
                        null,
                        null,
                        false,
                        new TreeMap<>(metadata))));
        table.columns.follow(
                List.of(new CallChange(SEEN, number, Outcome.USE, Proof.NO_DIGEST, 1, 1, 1, null)), Set.of());
        return number;
    }
}
