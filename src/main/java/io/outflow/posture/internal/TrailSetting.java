package io.outflow.posture.internal;

import io.outflow.posture.Lane;
import io.outflow.posture.internal.Selectors.Records;
import io.outflow.posture.internal.Selectors.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A trail as AWS described it.
 *
 * @param logging null where it may not be seen
 * @param stoppedAt when it was last stopped; null where that is not told
 * @param selectors null where they may not be seen
 */
record TrailSetting(
        String arn,
        String name,
        boolean multiRegion,
        boolean organization,
        @Nullable Boolean logging,
        @Nullable Instant stoppedAt,
        @Nullable Selectors selectors) {

    static TrailSetting of(JsonNode item) {
        var selectors = Selectors.of(item);
        var arn = Answers.text(item, "arn");
        return new TrailSetting(
                arn,
                Answers.text(item, "name").isEmpty() ? arn : Answers.text(item, "name"),
                Answers.isTrue(item, "multiRegion"),
                Answers.isTrue(item, "organization"),
                Answers.flag(item, "logging").orElse(null),
                instant(Answers.text(item, "stoppedAt")).orElse(null),
                selectors.known() ? selectors : null);
    }

    /** What it records of a lane, with whether it is on. */
    Verdict verdict(Lane lane) {
        if (Boolean.FALSE.equals(logging)) {
            return new Verdict(Records.NO, "is not logging");
        }
        if (selectors != null) {
            var verdict = selectors.verdict(lane);
            if (verdict.records() == Records.NO || logging != null) {
                return verdict;
            }
            return new Verdict(Records.PARTLY, "may not be asked whether it is logging (cloudtrail:GetTrailStatus)");
        }
        return new Verdict(Records.PARTLY, "may not be asked what it records (cloudtrail:GetEventSelectors)");
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
