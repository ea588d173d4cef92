package io.outflow.posture.internal;

import io.outflow.posture.Answer;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.Observation;
import io.outflow.posture.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that is known of logging.
 *
 * @param read days of which records were read
 * @param changes by time
 * @param observations of trails and of invocation logging, by time
 */
record Known(
        Map<Place, Set<LocalDate>> read, List<LoggingChange> changes, List<Observation> observations, Instant now) {
    private static final String UNKNOWN = "unknown";

    /** An account and Region. */
    record Spot(String account, String region) {}

    /** Every account and Region of which anything is known. */
    List<Spot> spots() {
        var spots = new TreeSet<Spot>(Comparator.comparing(Spot::account).thenComparing(Spot::region));
        Stream.of(
                        read.keySet().stream().map(place -> new Spot(place.account(), place.region())),
                        changes.stream().map(change -> new Spot(change.account(), change.region())),
                        observations.stream().map(one -> new Spot(one.account(), one.region())))
                .flatMap(found -> found)
                .filter(spot ->
                        !spot.region().equals(UNKNOWN) && !spot.account().equals(UNKNOWN))
                .forEach(spots::add);
        return List.copyOf(spots);
    }

    Set<LocalDate> read(Place place) {
        return read.getOrDefault(place, Set.of());
    }

    List<Observation> observations(Place place, Question question) {
        return observations.stream()
                .filter(one -> one.question() == question
                        && one.account().equals(place.account())
                        && one.region().equals(place.region()))
                .toList();
    }

    /** The trails that an answer names. */
    static List<TrailSetting> trails(Observation observation) {
        return observation.answer() instanceof Answer.Seen seen
                ? Answers.items(seen).stream().map(TrailSetting::of).toList()
                : List.of();
    }

    /** The end of the time for which an answer holds; one that was given once holds for that moment. */
    static Instant end(Observation observation) {
        return observation.seenUntil().plusMillis(1);
    }
}
