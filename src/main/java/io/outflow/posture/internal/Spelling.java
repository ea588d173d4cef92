package io.outflow.posture.internal;

import io.outflow.posture.Answer;
import io.outflow.posture.Lane;
import io.outflow.posture.Observation;
import io.outflow.posture.Question;
import io.outflow.posture.Spell;
import io.outflow.posture.Spell.What;
import io.outflow.posture.internal.Selectors.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads from answers for how long something was so. What may not be seen tells nothing. */
final class Spelling {

    private Spelling() {}

    /** By time of beginning; what several sources were answered alike is told once. */
    static List<Spell> of(List<Observation> observations) {
        record Key(String account, String region, What what) {}
        record Matter(String account, String region, Question question) {}
        var newest = new HashMap<Matter, Instant>();
        observations.forEach(one -> newest.merge(
                new Matter(one.account(), one.region(), one.question()),
                one.seenUntil(),
                (a, b) -> a.isAfter(b) ? a : b));
        var byWhat = new LinkedHashMap<Key, List<Spell>>();
        observations.stream()
                .flatMap(one -> spell(one).stream()
                        .map(spell -> new Spell(
                                spell.account(),
                                spell.region(),
                                spell.from(),
                                spell.until(),
                                one.seenUntil()
                                        .equals(newest.get(new Matter(one.account(), one.region(), one.question()))),
                                spell.what())))
                .sorted(Comparator.comparing(Spell::from))
                .forEach(spell -> join(
                        byWhat.computeIfAbsent(
                                new Key(spell.account(), spell.region(), spell.what()), _ -> new ArrayList<>()),
                        spell));
        return byWhat.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Spell::from))
                .toList();
    }

    private static void join(List<Spell> spells, Spell next) {
        if (spells.isEmpty() || spells.getLast().until().isBefore(next.from())) {
            spells.add(next);
        } else if (spells.getLast().until().isBefore(next.until())) {
            var first = spells.removeLast();
            spells.add(new Spell(next.account(), next.region(), first.from(), next.until(), next.last(), next.what()));
        }
    }

    private static Optional<Spell> spell(Observation observation) {
        return observation.answer() instanceof Answer.Seen seen
                ? switch (observation.question()) {
                    case DATA_RETENTION -> mode(observation, seen);
                    case INVOCATION_LOGGING ->
                        Answers.flag(Answers.json(seen), "on")
                                .map(on -> spell(observation, observation.seenFrom(), new Spell.InvocationLogging(on)));
                    case TRAILS -> trails(observation);
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    private static Optional<Spell> mode(Observation observation, Answer.Seen seen) {
        var mode = Answers.text(Answers.json(seen), "mode").strip().toLowerCase(Locale.ROOT);
        return mode.isEmpty()
                ? Optional.empty()
                : Optional.of(spell(observation, observation.seenFrom(), new Spell.RetentionMode(mode)));
    }

    private static Optional<Spell> trails(Observation observation) {
        var trails = Known.trails(observation);
        if (trails.stream()
                .anyMatch(trail -> trail.verdict(Lane.BEDROCK_RUNTIME).records() != Records.NO)) {
            return Optional.empty();
        }
        return Optional.of(spell(
                observation,
                ObservedTrails.since(observation, trails),
                new Spell.NothingRecorded(trails.stream()
                        .map(trail -> trail.name().substring(trail.name().lastIndexOf('/') + 1))
                        .sorted()
                        .toList())));
    }

    private static Spell spell(Observation observation, Instant from, What what) {
        return new Spell(observation.account(), observation.region(), from, Known.end(observation), false, what);
    }
}
