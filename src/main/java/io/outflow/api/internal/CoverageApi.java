package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.CoverageMap.Stretch;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which days logs can tell of. */
@RestController
@Requires(Action.READ_USAGE)
class CoverageApi {
    private static final Duration USUAL = Duration.ofDays(31);
    private static final Duration LONGEST = Duration.ofDays(Coverage.MOST_DAYS - 1L);

    private final Coverage coverage;
    private final Clock clock;

    CoverageApi(Coverage coverage, Clock clock) {
        this.coverage = coverage;
        this.clock = clock;
    }

    @GetMapping("/api/v1/coverage")
    @Operation(
            summary =
                    "Tells for each account, Region and channel which days logs can tell of, and why others not; without a"
                            + " period, of the last 31 days")
    Days coverage(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Asked.PERIOD);
        var to = parameters.containsKey("to") ? asked.to() : clock.instant();
        var from = parameters.containsKey("from") ? asked.from() : to.minus(USUAL);
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new BadParameter(
                    "from",
                    "Coverage is told of at most %d days at once. Give a later from.".formatted(LONGEST.toDays()));
        }
        if (to.isBefore(from)) {
            throw new BadParameter("to", "The end lies before the start. Give a to that is not before from.");
        }
        return Days.of(coverage.coverage(from, to));
    }

    /**
     * @param to last day; before {@code from} where no day of the period has begun
     * @param lines a day that is not COVERED is not a day without use
     */
    record Days(LocalDate from, LocalDate to, List<Line> lines) {
        static Days of(CoverageMap map) {
            return new Days(
                    map.from(),
                    map.to(),
                    map.lines().keySet().stream()
                            .map(place -> Line.of(place, map.stretches(place)))
                            .toList());
        }
    }

    /** @param channel a channel, or INVOCATION_LOG for model invocation logging */
    record Line(String account, String region, Lane channel, List<Piece> days) {
        static Line of(Place place, List<Stretch> stretches) {
            return new Line(
                    place.account(),
                    place.region(),
                    place.lane(),
                    stretches.stream().map(Piece::of).toList());
        }
    }

    /** Days in a row that stand alike for the same reason. */
    record Piece(LocalDate first, LocalDate last, State state, boolean partly, String reason, RestsOn restsOn) {
        static Piece of(Stretch stretch) {
            var cell = stretch.cell();
            return new Piece(
                    stretch.first(),
                    stretch.last(),
                    cell.state(),
                    cell.partly(),
                    cell.reason(),
                    RestsOn.of(cell.grounds()));
        }
    }

    /**
     * What a statement rests on.
     *
     * @param kind LOG_FILES, ANSWER_OF_AWS, GOVERNANCE_EVENT or NOTHING
     * @param observation the answer of AWS, as {@code /api/v1/posture} names it
     * @param eventId the governance event
     */
    record RestsOn(
            String kind,
            @Nullable Long observation,
            @Nullable String eventId,
            @Nullable String operation,
            @Nullable Instant time) {
        static RestsOn of(Grounds grounds) {
            return switch (grounds) {
                case Grounds.FilesRead read -> new RestsOn("LOG_FILES", null, null, null, null);
                case Grounds.Observed observed ->
                    new RestsOn("ANSWER_OF_AWS", observed.observation(), null, null, observed.until());
                case Grounds.Changed changed ->
                    new RestsOn("GOVERNANCE_EVENT", null, changed.eventId(), changed.operation(), changed.time());
                case Grounds.Nothing nothing -> new RestsOn("NOTHING", null, null, null, null);
            };
        }
    }
}
