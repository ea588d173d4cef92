package io.outflow.posture.internal;

import io.outflow.posture.Answer;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.Cell;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.outflow.posture.Question;
import io.outflow.posture.internal.Finding.Kind;
import io.outflow.posture.internal.Selectors.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Decides for each day whether logs can tell of it. Only records that were read make a day covered; only an answer of AWS or a
 * record of a change makes it not covered; all else is unknown.
 */
final class CoverageRules {
    private static final Cell NOTHING = new Cell(
            State.UNKNOWN,
            false,
            "No log of this day was read, and nothing says whether one was kept.",
            new Grounds.Nothing());

    private final Known known;
    private final List<TrailTimeline> trails;

    private CoverageRules(Known known) {
        this.known = known;
        this.trails = known.changes().stream()
                .map(LoggingChange::trail)
                .filter(arn -> !arn.isEmpty())
                .distinct()
                .map(arn -> new TrailTimeline(arn, known))
                .toList();
    }

    /** The map of the days from the one to the other that have begun. */
    static CoverageMap map(Known known, LocalDate from, LocalDate to) {
        var today = LocalDate.ofInstant(known.now(), ZoneOffset.UTC);
        var last = to.isAfter(today) ? today : to;
        var rules = new CoverageRules(known);
        var lines = new TreeMap<Place, List<Cell>>();
        for (var spot : known.spots()) {
            for (var lane : Lane.values()) {
                var place = new Place(spot.account(), spot.region(), lane);
                lines.put(place, rules.line(place, from, last));
            }
        }
        return new CoverageMap(from, last, lines);
    }

    private List<Cell> line(Place place, LocalDate from, LocalDate last) {
        var findings = findings(place);
        var cells = new ArrayList<Cell>();
        for (var day = from; !day.isAfter(last); day = day.plusDays(1)) {
            cells.add(cell(place, day, findings));
        }
        return cells;
    }

    /** What is known of a place, without what another trail puts in doubt. */
    private List<Finding> findings(Place place) {
        var observed = ObservedTrails.findings(known, place);
        var all = new ArrayList<>(observed);
        var recorded = of(Kind.MAYBE, observed);
        if (place.lane() == Lane.INVOCATION_LOG) {
            InvocationLogTimeline.findings(known, place).forEach(one -> all.addAll(one.minus(recorded)));
            return all;
        }
        for (var trail : trails) {
            var others = new ArrayList<>(recorded);
            trails.stream()
                    .filter(other -> other != trail && concerns(other, place))
                    .forEach(other -> others.addAll(of(Kind.MAYBE, other.findings(place.lane()))));
            trail.findings(place.lane()).stream()
                    .filter(one -> concerns(trail, place))
                    .map(one -> asFarAsKnown(one, trail, place))
                    .forEach(one -> all.addAll(one.kind() == Kind.BLIND ? one.minus(others) : List.of(one)));
        }
        return all;
    }

    private static boolean concerns(TrailTimeline trail, Place place) {
        var region = trail.region().equals(place.region()) || !Boolean.FALSE.equals(trail.multiRegion());
        return region && (trail.account().equals(place.account()) || trail.organization());
    }

    /** That one trail records nothing proves nothing where another one may record, or where it may never have recorded. */
    private Finding asFarAsKnown(Finding finding, TrailTimeline trail, Place place) {
        if (finding.kind() != Kind.BLIND) {
            return finding;
        }
        var doubt = !trail.region().equals(place.region()) && trail.multiRegion() == null
                ? " Whether it ever recorded this Region is not evidenced."
                : otherRecorded(finding, trail, place)
                        ? " Another trail was recording before; whether it still was is not evidenced."
                        : "";
        return doubt.isEmpty()
                ? finding
                : new Finding(
                        Kind.UNSEEN, finding.from(), finding.until(), finding.reason() + doubt, finding.grounds());
    }

    private boolean otherRecorded(Finding finding, TrailTimeline trail, Place place) {
        return known.observations(place, Question.TRAILS).stream()
                .filter(one ->
                        one.answer() instanceof Answer.Seen && !one.seenFrom().isAfter(finding.from()))
                .reduce((earlier, later) -> later)
                .filter(last -> Known.trails(last).stream()
                        .anyMatch(other -> !other.arn().equals(trail.arn())
                                && other.verdict(place.lane()).records() != Records.NO))
                .isPresent();
    }

    private Cell cell(Place place, LocalDate day, List<Finding> findings) {
        var start = start(day);
        var end = start(day.plusDays(1)).isBefore(known.now()) ? start(day.plusDays(1)) : known.now();
        var of = findings.stream().filter(one -> one.overlaps(start, end)).toList();
        var blind = of(Kind.BLIND, of);
        if (known.read(place).contains(day)) {
            return blind.stream()
                    .filter(one -> !one.spans(start, end) && !disproved(one, place))
                    .findFirst()
                    .map(one -> new Cell(
                            State.NOT_COVERED,
                            true,
                            "Records of this day were read, but not of all of it. " + one.reason(),
                            one.grounds()))
                    .orElse(new Cell(State.COVERED, false, read(place.lane()), new Grounds.FilesRead()));
        }
        if (!blind.isEmpty()) {
            var whole = blind.stream().filter(one -> one.spans(start, end)).findFirst();
            var shown = whole.orElse(blind.getFirst());
            return new Cell(State.NOT_COVERED, whole.isEmpty(), shown.reason(), shown.grounds());
        }
        return of(Kind.MAYBE, of).stream()
                .findFirst()
                .map(one ->
                        new Cell(State.UNKNOWN, false, one.reason() + " No log of this day was read.", one.grounds()))
                .or(() ->
                        of.stream().findFirst().map(one -> new Cell(State.UNKNOWN, false, one.reason(), one.grounds())))
                .orElse(NOTHING);
    }

    /** Whether records were read of a whole day within it, so that something else was logging. */
    private boolean disproved(Finding blind, Place place) {
        return known.read(place).stream().anyMatch(day -> blind.spans(start(day), start(day.plusDays(1))));
    }

    private static String read(Lane lane) {
        return lane == Lane.INVOCATION_LOG
                ? "Lines of the invocation log of this day were read."
                : "Records of this day were read, of a kind that shows that such calls were logged.";
    }

    private static List<Finding> of(Kind kind, List<Finding> findings) {
        return findings.stream().filter(one -> one.kind() == kind).toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
