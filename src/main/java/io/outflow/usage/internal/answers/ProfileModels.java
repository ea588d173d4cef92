package io.outflow.usage.internal.answers;

import io.outflow.trail.Claude;
import io.outflow.trail.Model;
import io.outflow.trail.ModelWords;
import io.outflow.trail.ProfileScope;
import io.outflow.usage.InferenceProfile;
import io.outflow.usage.Subject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What application inference profiles lead to. Calls name one by its ARN or, in its account and Region, by its id alone. */
final class ProfileModels {
    static final ProfileModels NONE = new ProfileModels(Map.of());

    private final Map<String, InferenceProfile> byArn;
    private final Map<String, InferenceProfile> byPlace = new HashMap<>();

    private ProfileModels(Map<String, InferenceProfile> byArn) {
        this.byArn = byArn;
        byArn.forEach((arn, profile) -> {
            // arn:partition:bedrock:Region:account:application-inference-profile/id
            var parts = arn.split(":", 6);
            if (parts.length == 6) {
                byPlace.put(place(parts[4], parts[3], parts[5].substring(parts[5].indexOf('/') + 1)), profile);
            }
        });
    }

    static ProfileModels of(List<InferenceProfile> profiles) {
        var byArn = new HashMap<String, InferenceProfile>();
        profiles.forEach(profile -> byArn.put(profile.arn(), profile));
        return new ProfileModels(byArn);
    }

    private static String place(String account, String region, String id) {
        return account + " " + region + " " + id;
    }

    /** The subject as it is shown. What it was called by stays, and request metadata goes before tags of the same name. */
    Subject told(Subject subject) {
        var profile = find(subject);
        if (profile == null) {
            return subject;
        }
        var metadata = new TreeMap<>(profile.tags());
        metadata.putAll(subject.metadata());
        return new Subject(
                subject.id(),
                subject.facts()
                        .with(
                                subject.caller(),
                                model(subject, profile),
                                subject.inferenceRegion(),
                                Collections.unmodifiableSortedMap(metadata)),
                profile);
    }

    private @Nullable InferenceProfile find(Subject subject) {
        if (byArn.isEmpty() || subject.model().id().isEmpty()) {
            return null;
        }
        var id = ModelWords.plain(subject.model().id());
        var named = byArn.get(id);
        return named != null ? named : byPlace.get(place(subject.account(), subject.sourceRegion(), id));
    }

    /** A profile leads to one model, in one Region or several. */
    private static Model model(Subject subject, InferenceProfile profile) {
        var written = subject.model();
        var models = profile.models().stream()
                .map(arn -> ModelWords.read(arn, subject.channel()))
                .filter(model -> model.claude() != Claude.UNDECIDED)
                .toList();
        var names = models.stream().map(Model::name).distinct().count();
        if (written.claude() != Claude.UNDECIDED || names != 1) {
            return written;
        }
        var model = models.getFirst();
        return new Model(written.id(), model.name(), model.provider(), model.claude(), ProfileScope.OPAQUE, null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProfileModels profiles && profiles.byArn.equals(byArn);
    }

    @Override
    public int hashCode() {
        return byArn.hashCode();
    }
}
