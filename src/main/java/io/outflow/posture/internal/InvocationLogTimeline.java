package io.outflow.posture.internal;

import io.outflow.posture.Answer;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.Observation;
import io.outflow.posture.Question;
import io.outflow.posture.internal.Finding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What records tell of model invocation logging in one account and Region, until AWS answers otherwise. */
final class InvocationLogTimeline {

    private InvocationLogTimeline() {}

    static List<Finding> findings(Known known, Place place) {
        var changes = known.changes().stream()
                .filter(change -> change.operation().endsWith("ModelInvocationLoggingConfiguration")
                        && change.account().equals(place.account())
                        && change.region().equals(place.region()))
                .toList();
        var found = new ArrayList<Finding>();
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            var off = change.operation().startsWith("Delete");
            var next = i + 1 < changes.size() ? changes.get(i + 1).time() : known.now();
            found.add(new Finding(
                    off ? Kind.BLIND : Kind.MAYBE,
                    change.time(),
                    contradicted(known, place, change.time(), next, off),
                    "Model invocation logging was switched %s %s.".formatted(off ? "off" : "on", change.words()),
                    change.grounds()));
        }
        return found;
    }

    private static Instant contradicted(Known known, Place place, Instant from, Instant until, boolean off) {
        return known.observations(place, Question.INVOCATION_LOGGING).stream()
                .filter(one ->
                        one.answer() instanceof Answer.Seen seen && Answers.isTrue(Answers.json(seen), "on") == off)
                .map(Observation::seenFrom)
                .filter(time -> time.isAfter(from) && time.isBefore(until))
                .min(Instant::compareTo)
                .orElse(until);
    }
}
