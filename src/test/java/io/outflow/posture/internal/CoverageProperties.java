package io.outflow.posture.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.posture.Answer;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.outflow.posture.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever AWS answers and whoever changes what: without evidence there is no statement. */
class CoverageProperties {
    private static final List<String> OPERATIONS =
            List.of("StopLogging", "StartLogging", "DeleteTrail", "CreateTrail", "UpdateTrail", "PutEventSelectors");
    private static final List<String> TRAILS = List.of("main", "security");
    private static final List<String> SELECTORS = List.of(
            Told.ALL_READS,
            Told.WRITES_ONLY,
            Told.dataEvents("AWS::BedrockMantle::Project"),
            Told.dataEvents(Lane.BEDROCK_AGENTS.resourceTypes().toArray(String[]::new)));

    @Property(tries = 300, seed = "20261126")
    void onlyADayOfWhichRecordsWereReadIsCoveredAndOnlyEvidenceMakesADayNotCovered(@ForAll Random random) {
        var told = new Told();
        var read = new HashSet<String>();
        for (var left = random.nextInt(20); left > 0; left--) {
            var lane = pick(random, List.of(Lane.values()));
            var day = 1 + random.nextInt(22);
            told.read(lane, day);
            read.add(lane + " " + day);
        }
        fill(told, random);

        told.map().lines().forEach((place, cells) -> {
            for (var index = 0; index < cells.size(); index++) {
                var cell = cells.get(index);
                var wasRead = read.contains(place.lane() + " " + (index + 1))
                        && place.region().equals(Told.REGION);
                if (cell.state() == State.COVERED) {
                    assertThat(wasRead).isTrue();
                    assertThat(cell.grounds()).isInstanceOf(Grounds.FilesRead.class);
                } else {
                    // A day that was read stays so, unless it is evident that a part of it is missing.
                    assertThat(wasRead).isEqualTo(wasRead && cell.state() == State.NOT_COVERED && cell.partly());
                }
                if (cell.state() == State.NOT_COVERED) {
                    assertThat(cell.grounds()).isInstanceOfAny(Grounds.Observed.class, Grounds.Changed.class);
                }
                assertThat(cell.reason()).isNotBlank().endsWith(".");
            }
        });
    }

    @Property(tries = 200, seed = "20261126")
    void withoutRecordsNothingIsEverCovered(@ForAll Random random) {
        var told = new Told();
        fill(told, random);

        assertThat(told.map().lines().values().stream()
                        .flatMap(List::stream)
                        .noneMatch(cell -> cell.state() == State.COVERED))
                .isTrue();
    }

    @Property(tries = 200, seed = "20261126")
    void whatMayNotBeSeenProvesNothing(@ForAll Random random) {
        var told = new Told();
        for (var left = 1 + random.nextInt(6); left > 0; left--) {
            var question = pick(random, List.of(Question.TRAILS, Question.INVOCATION_LOGGING));
            var refused =
                    new Answer.Refused(List.of(question.actions().getFirst().name()));
            told.answered(question, refused, time(1 + random.nextInt(10)), time(12 + random.nextInt(10)));
        }

        assertThat(told.map().lines().values().stream().flatMap(List::stream).map(cell -> cell.state()))
                .isNotEmpty()
                .allMatch(Set.of(State.UNKNOWN)::contains);
    }

    private static void fill(Told told, Random random) {
        for (var left = random.nextInt(8); left > 0; left--) {
            var request = "{" + pick(random, SELECTORS) + ",\"isMultiRegionTrail\":" + random.nextBoolean() + "}";
            told.changed(
                    pick(random, OPERATIONS),
                    pick(random, TRAILS),
                    time(1 + random.nextInt(22)),
                    random.nextInt(4) == 0 ? "eu-west-1" : Told.REGION,
                    request);
        }
        var day = 1;
        while (day < 20 && random.nextInt(3) > 0) {
            var until = Math.min(22, day + random.nextInt(4));
            var trails = TRAILS.stream()
                    .filter(name -> random.nextBoolean())
                    .map(name -> Told.trail(name, random.nextBoolean(), pick(random, SELECTORS)))
                    .toList();
            told.answered(Question.TRAILS, "[" + String.join(",", trails) + "]", time(day), time(until));
            told.answered(
                    Question.INVOCATION_LOGGING, "{\"on\":%s}".formatted(random.nextBoolean()), time(day), time(until));
            day = until + 1;
        }
    }

    private static String time(int day) {
        return "%02dT07:30".formatted(day);
    }

    private static <T> T pick(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
