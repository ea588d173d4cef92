package io.outflow.posture.internal;

import io.outflow.base.Formats;
import io.outflow.posture.Answer;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.outflow.posture.Observation;
import io.outflow.posture.Question;
import io.outflow.posture.internal.Finding.Kind;
import io.outflow.posture.internal.Selectors.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What AWS's answers say of a place: all trails are in them, so together they tell whether anything was recorded. */
final class ObservedTrails {

    private ObservedTrails() {}

    static List<Finding> findings(Known known, Place place) {
        return place.lane() == Lane.INVOCATION_LOG
                ? known.observations(place, Question.INVOCATION_LOGGING).stream()
                        .map(ObservedTrails::logging)
                        .toList()
                : known.observations(place, Question.TRAILS).stream()
                        .map(one -> trails(one, place.lane()))
                        .toList();
    }

    private static Finding logging(Observation observation) {
        return switch (observation.answer()) {
            case Answer.Seen seen -> logging(observation, Answers.json(seen));
            case Answer.Refused refused ->
                unseen(observation, "Whether model invocation logging is on cannot be seen", refused);
            case Answer.NotOffered(String reason) -> finding(observation, Kind.UNSEEN, observation.seenFrom(), reason);
        };
    }

    private static Finding logging(Observation observation, JsonNode answer) {
        var off = !Answers.isTrue(answer, "on");
        var noText = Answers.flag(answer, "text").filter(text -> !text).isPresent();
        return finding(
                observation,
                off || noText ? Kind.BLIND : Kind.MAYBE,
                observation.seenFrom(),
                off
                        ? "Model invocation logging is off."
                        : noText
                                ? "Model invocation logging is on, but not for text, as calls of models are."
                                : "Model invocation logging is on.");
    }

    private static Finding trails(Observation observation, Lane lane) {
        return switch (observation.answer()) {
            case Answer.Seen seen -> trails(observation, lane, Known.trails(observation));
            case Answer.Refused refused -> unseen(observation, "What trails record cannot be seen", refused);
            case Answer.NotOffered(String reason) -> finding(observation, Kind.UNSEEN, observation.seenFrom(), reason);
        };
    }

    private static Finding trails(Observation observation, Lane lane, List<TrailSetting> trails) {
        if (trails.isEmpty()) {
            return finding(observation, Kind.BLIND, observation.seenFrom(), "No trail records this Region.");
        }
        for (var wanted : List.of(Records.YES, Records.PARTLY)) {
            for (var trail : trails) {
                var verdict = trail.verdict(lane);
                if (verdict.records() == wanted) {
                    return finding(
                            observation,
                            Kind.MAYBE,
                            observation.seenFrom(),
                            "The trail %s %s.".formatted(trail.name(), verdict.words()));
                }
            }
        }
        var reasons = new ArrayList<String>();
        trails.forEach(trail -> reasons.add(
                "the trail %s %s".formatted(trail.name(), trail.verdict(lane).words())));
        return finding(observation, Kind.BLIND, since(observation, trails), capital(String.join("; ", reasons)) + ".");
    }

    /** Where all trails are stopped, AWS itself says since when. */
    static Instant since(Observation observation, List<TrailSetting> trails) {
        var stopped = trails.stream()
                .filter(trail -> Boolean.FALSE.equals(trail.logging()))
                .map(TrailSetting::stoppedAt)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        var last = stopped.stream().max(Instant::compareTo).orElse(observation.seenFrom());
        return stopped.size() == trails.size() && last.isBefore(observation.seenFrom()) ? last : observation.seenFrom();
    }

    private static Finding unseen(Observation observation, String what, Answer.Refused refused) {
        return finding(
                observation,
                Kind.UNSEEN,
                observation.seenFrom(),
                "%s: Outflow is not allowed %s.".formatted(what, String.join(", ", refused.actions())));
    }

    private static Finding finding(Observation observation, Kind kind, Instant from, String reason) {
        return new Finding(
                kind,
                from,
                Known.end(observation),
                "%s So answered AWS until %s.".formatted(reason, Formats.minute(observation.seenUntil())),
                new Grounds.Observed(
                        observation.id(), observation.question(), observation.seenFrom(), observation.seenUntil()));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
