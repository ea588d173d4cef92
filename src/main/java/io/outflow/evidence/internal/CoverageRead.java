package io.outflow.evidence.internal;

import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.Cell;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.Lane;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which days of a period logs can tell of, in the accounts of a scope; read in pieces, because a map has its longest period.
 *
 * @param places all that were ever known, in order
 */
record CoverageRead(List<CoverageMap> pieces, List<Place> places) {

    static CoverageRead of(Scope scope, Coverage coverage) {
        var pieces = new ArrayList<CoverageMap>();
        var request = scope.request();
        for (var from = request.from(); !from.isAfter(request.to()); from = from.plusDays(Coverage.MOST_DAYS)) {
            var last = from.plusDays(Coverage.MOST_DAYS - 1L);
            var to = last.isBefore(request.to()) ? last : request.to();
            pieces.add(coverage.coverage(start(from), start(to.plusDays(1))));
        }
        var places = new TreeSet<Place>();
        pieces.forEach(piece -> piece.lines().keySet().stream()
                .filter(place -> scope.takes(place.account()))
                .forEach(places::add));
        return new CoverageRead(pieces, List.copyOf(places));
    }

    /** Takes a day of a place, and may fail to write it. */
    interface Taker {
        void take(LocalDate day, Place place, Cell cell) throws IOException;
    }

    /** Every day of every place, by day. */
    void each(Taker taker) throws IOException {
        for (var piece : pieces) {
            for (var day = piece.from(); !day.isAfter(piece.to()); day = day.plusDays(1)) {
                for (var place : places) {
                    taker.take(day, place, cell(piece, place, day));
                }
            }
        }
    }

    long rows() {
        return (long) days().size() * places.size();
    }

    /** The days of the period that have begun. */
    List<LocalDate> days() {
        return pieces.stream()
                .filter(piece -> !piece.to().isBefore(piece.from()))
                .flatMap(piece -> piece.from().datesUntil(piece.to().plusDays(1)))
                .toList();
    }

    long days(Place place, State state) {
        return pieces.stream().mapToLong(piece -> piece.days(place, state)).sum();
    }

    /** For each day in how many places records of calls were read. */
    List<Long> coveredPlaces() {
        Map<LocalDate, Long> covered = new HashMap<>();
        for (var piece : pieces) {
            for (var place : places) {
                if (place.lane() != Lane.INVOCATION_LOG) {
                    for (var day = piece.from(); !day.isAfter(piece.to()); day = day.plusDays(1)) {
                        if (cell(piece, place, day).state() == State.COVERED) {
                            covered.merge(day, 1L, Long::sum);
                        }
                    }
                }
            }
        }
        return days().stream().map(day -> covered.getOrDefault(day, 0L)).toList();
    }

    /** Of logged days, those that are covered here too, at least in part. */
    long agreeing(List<OwnCounts.LoggedDay> logged) {
        return logged.stream()
                .filter(one -> pieces.stream()
                        .filter(piece ->
                                !one.day().isBefore(piece.from()) && !one.day().isAfter(piece.to()))
                        .filter(piece -> piece.lines().containsKey(place(one)))
                        .map(piece -> cell(piece, place(one), one.day()))
                        .anyMatch(cell -> cell.state() == State.COVERED || cell.partly()))
                .count();
    }

    private static Place place(OwnCounts.LoggedDay logged) {
        return new Place(logged.account(), logged.region(), Lane.valueOf(logged.channel()));
    }

    private static Cell cell(CoverageMap piece, Place place, LocalDate day) {
        return java.util.Objects.requireNonNull(piece.lines().get(place))
                .get((int) (day.toEpochDay() - piece.from().toEpochDay()));
    }

    private static java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }
}
