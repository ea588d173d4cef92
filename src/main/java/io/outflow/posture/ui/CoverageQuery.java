package io.outflow.posture.ui;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.Lane;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, as its address says.
 *
 * @param cell the day of a place whose reason is open; null for none
 * @param observation the answer of AWS that is open; null for none
 */
record CoverageQuery(
        LocalDate from,
        LocalDate to,
        boolean table,
        @Nullable Chosen cell,
        @Nullable Long observation) {
    static final String ROUTE = "coverage";
    static final int USUAL_DAYS = 31;
    private static final String CELL = "cell";

    /** One day of a place. */
    record Chosen(Place place, LocalDate day) {
        private static Optional<Chosen> of(String text) {
            var parts = text.split("/", -1);
            if (parts.length != 4) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Chosen(new Place(parts[0], parts[1], Lane.valueOf(parts[2])), LocalDate.parse(parts[3])));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        }

        private String text() {
            return String.join(
                    "/", place.account(), place.region(), place.lane().name(), day.toString());
        }
    }

    /** What cannot be read is left out: the page then shows what it shows without it. */
    static CoverageQuery of(QueryParameters parameters, LocalDate today) {
        var to = day(parameters, "to").orElse(today);
        var from = day(parameters, "from")
                .filter(day -> !day.isAfter(to) && ChronoUnit.DAYS.between(day, to) < Coverage.MOST_DAYS)
                .orElse(to.minusDays(USUAL_DAYS - 1L));
        return new CoverageQuery(
                from,
                to,
                text(parameters, "view").equals("table"),
                Chosen.of(text(parameters, CELL)).orElse(null),
                number(text(parameters, "observation")));
    }

    private static Optional<LocalDate> day(QueryParameters parameters, String name) {
        try {
            return Optional.of(LocalDate.parse(text(parameters, name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).orElse("");
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }

    CoverageQuery between(LocalDate first, LocalDate last) {
        return new CoverageQuery(first, last, table, null, null);
    }

    CoverageQuery asTable(boolean asTable) {
        return new CoverageQuery(from, to, asTable, cell, observation);
    }

    CoverageQuery at(Place place, LocalDate day) {
        return new CoverageQuery(from, to, table, new Chosen(place, day), null);
    }

    CoverageQuery opening(long id) {
        return new CoverageQuery(from, to, table, cell, id);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    Instant start() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Exclusive. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    String address() {
        var parameters = new LinkedHashMap<String, List<String>>();
        parameters.put("from", List.of(from.toString()));
        parameters.put("to", List.of(to.toString()));
        if (table) {
            parameters.put("view", List.of("table"));
        }
        if (cell != null) {
            parameters.put(CELL, List.of(cell.text()));
        }
        if (observation != null) {
            parameters.put("observation", List.of(observation.toString()));
        }
        return ROUTE + "?" + new QueryParameters(parameters).getQueryString();
    }
}
