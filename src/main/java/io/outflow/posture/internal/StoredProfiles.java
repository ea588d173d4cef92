package io.outflow.posture.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.posture.Answer;
import io.outflow.posture.Observation;
import io.outflow.posture.Question;
import io.outflow.usage.InferenceProfile;
import io.outflow.usage.InferenceProfiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Application inference profiles out of all answers that AWS ever gave, also of those that are deleted since. */
@Service
@ConditionalOnWebApplication
@Requires(Action.READ_USAGE)
class StoredProfiles implements InferenceProfiles {
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final ObservationRows rows;

    StoredProfiles(ObservationRows rows) {
        this.rows = rows;
    }

    @Override
    public List<InferenceProfile> all() {
        var profiles = new TreeMap<String, InferenceProfile>();
        for (var observation : rows.of(Question.APPLICATION_PROFILES, EVER)) {
            if (observation.answer() instanceof Answer.Seen seen) {
                for (var item : Answers.items(seen)) {
                    var found = profile(item, observation);
                    profiles.merge(found.arn(), found, (a, b) -> a.seenUntil().isAfter(b.seenUntil()) ? a : b);
                }
            }
        }
        return List.copyOf(profiles.values());
    }

    private static InferenceProfile profile(JsonNode item, Observation observation) {
        var tags = new TreeMap<String, String>();
        item.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asString("")));
        return new InferenceProfile(
                Answers.text(item, "arn"),
                Answers.text(item, "name"),
                Answers.texts(item.path("models")),
                Map.copyOf(tags),
                observation.seenUntil());
    }
}
