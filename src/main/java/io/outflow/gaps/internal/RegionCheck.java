package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.trail.Channel;
import io.outflow.trail.ProfileScope;
import io.outflow.usage.Subject;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Residency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls that ran outside the Regions agreed. A record names the Region of inference, or the model id keeps the call in the
 * Region that was called; after a cross-Region profile, an id that hides one, or on the Claude Platform, which runs outside
 * of AWS, the Region is not evidenced and another one cannot be excluded.
 */
final class RegionCheck implements Check {
    static final String NOT_EVIDENCED = "NOT_EVIDENCED";

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        scene.usesByProduct().forEach((product, cells) -> {
            var terms = scene.terms().get(product);
            var residency = terms == null ? null : terms.residency();
            if (terms != null && residency != null) {
                find(scene, rule, terms, residency, cells, found);
            }
        });
        return found;
    }

    private static void find(
            Scene scene, GapRule rule, Terms terms, Entry<Residency> residency, List<Cell> cells, List<Finding> found) {
        var agreed = AgreedRegions.of(residency.content().processingChosen());
        if (!agreed.tell()) {
            return;
        }
        var outside = new TreeMap<String, Pile>();
        var verdicts = new HashMap<Integer, String>();
        for (var cell : cells) {
            var where = verdicts.computeIfAbsent(cell.tally().subject(), _ -> verdict(agreed, cell.subject()));
            if (!where.isEmpty()) {
                outside.computeIfAbsent(where, _ -> new Pile()).add(cell);
            }
        }
        outside.forEach((where, pile) -> {
            if (pile.calls() >= Math.max(1, rule.threshold())) {
                found.add(finding(scene, rule, terms, residency, cells, where, pile));
            }
        });
    }

    /** The Region outside, {@link #NOT_EVIDENCED} where one cannot be excluded, or nothing. */
    private static String verdict(AgreedRegions agreed, Subject subject) {
        var region = ranIn(subject);
        if (region != null) {
            return agreed.hold(region) ? "" : region;
        }
        var geography = subject.model().geography();
        var within = geography != null && subject.model().scope() == ProfileScope.GEOGRAPHY
                ? agreed.holdAllOf(geography)
                : agreed.holdAll();
        return within ? "" : NOT_EVIDENCED;
    }

    /** The Region that ran a call, as far as evidenced. */
    static @Nullable String ranIn(Subject subject) {
        if (subject.inferenceRegion() != null) {
            return subject.inferenceRegion();
        }
        return subject.model().scope() == ProfileScope.IN_REGION && subject.channel() != Channel.CLAUDE_PLATFORM
                ? subject.sourceRegion()
                : null;
    }

    private static Finding finding(
            Scene scene,
            GapRule rule,
            Terms terms,
            Entry<Residency> residency,
            List<Cell> cells,
            String where,
            Pile pile) {
        var what = pile.calls() == 1 ? "call" : "calls";
        var unknown = where.equals(NOT_EVIDENCED);
        var sentence = unknown
                ? "%s of %s may have run outside the agreed Regions: the Region is not evidenced."
                        .formatted(what, terms.name())
                : "%s of %s ran outside the agreed Regions, in %s.".formatted(what, terms.name(), where);
        var certainty = unknown
                ? Certainty.CANNOT_TELL
                : Terms.claimed(residency) ? Certainty.RESTS_ON_CLAIM : Certainty.CONTRADICTED;
        return pile.finding(
                new GapKey(GapKind.REGION, terms.id(), where),
                rule,
                scene,
                new Pile.Words(
                        certainty,
                        pile.calls(),
                        Scene.calls(cells),
                        sentence,
                        "%s. Agreed: %s."
                                .formatted(
                                        Formats.count(pile.callers(), "caller", "callers"),
                                        String.join(", ", residency.content().processingChosen())),
                        Rests.on(scene, residency)));
    }
}
