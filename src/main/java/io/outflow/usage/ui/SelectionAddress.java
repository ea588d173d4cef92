package io.outflow.usage.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a selection into the query of an address and reads it back. What an address says wrongly is as if it were not
 * there: a link that was typed or is old still opens.
 */
final class SelectionAddress {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String FLOW = "flow";
    private static final String DAYS = "days";
    private static final String COVERAGE = "coverage";
    private static final String SORT = "sort";
    private static final String COLUMNS = "columns";
    private static final String OPEN = "open";
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private SelectionAddress() {}

    static QueryParameters write(Selection selection) {
        var query = new LinkedHashMap<String, List<String>>();
        var period = selection.period();
        if (period != null) {
            query.put(
                    FROM,
                    List.of(
                            period.exact()
                                    ? period.start().toString()
                                    : period.from().toString()));
            query.put(
                    TO,
                    List.of(
                            period.exact()
                                    ? period.end().toString()
                                    : period.to().toString()));
        }
        selection
                .chosen()
                .forEach((facet, values) -> query.put(
                        facet.parameter(), values.stream().map(facet::written).toList()));
        write(selection.shown(), query);
        return new QueryParameters(query);
    }

    static Selection read(QueryParameters query) {
        var all = query.getParameters();
        var chosen = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = all.getOrDefault(facet.parameter(), List.of()).stream()
                    .flatMap(written -> facet.read(written).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            chosen.put(facet, values);
        }
        return new Selection(readPeriod(all), chosen, readShown(all));
    }

    private static void write(Shown shown, Map<String, List<String>> query) {
        var usual = Shown.USUAL;
        if (shown.flow() != usual.flow()) {
            query.put(FLOW, List.of(lower(shown.flow())));
        }
        if (shown.days() != usual.days()) {
            query.put(DAYS, List.of(lower(shown.days())));
        }
        if (shown.cells()) {
            query.put(COVERAGE, List.of(OPEN));
        }
        if (shown.sort() != usual.sort() || shown.ascending() != usual.ascending()) {
            query.put(
                    SORT, List.of((shown.ascending() ? "" : "-") + shown.sort().written()));
        }
        if (!shown.columns().equals(usual.columns())) {
            var columns = EnumSet.copyOf(shown.columns()).stream().map(CallerColumn::written);
            query.put(COLUMNS, List.of(columns.collect(Collectors.joining(","))));
        }
    }

    private static Shown readShown(Map<String, List<String>> all) {
        var shown = Shown.USUAL
                .flow(constant(Shown.Flow.class, first(all, FLOW)).orElse(Shown.USUAL.flow()))
                .days(constant(Shown.Days.class, first(all, DAYS)).orElse(Shown.USUAL.days()))
                .cells(OPEN.equals(first(all, COVERAGE)));
        var columns = readColumns(first(all, COLUMNS));
        var sorted = readSort(shown, first(all, SORT));
        return columns.isEmpty() ? sorted : sorted.columns(columns);
    }

    private static Shown readSort(Shown shown, @Nullable String sort) {
        if (sort == null) {
            return shown;
        }
        var descending = sort.startsWith("-");
        return CallerColumn.read(descending ? sort.substring(1) : sort)
                .map(column -> shown.sorted(column, !descending))
                .orElse(shown);
    }

    private static Set<CallerColumn> readColumns(@Nullable String written) {
        var columns = EnumSet.noneOf(CallerColumn.class);
        if (written != null) {
            for (var name : written.split(",", -1)) {
                CallerColumn.read(name).ifPresent(columns::add);
            }
        }
        return columns;
    }

    private static @Nullable Period readPeriod(Map<String, List<String>> all) {
        var start = readInstant(first(all, FROM));
        var end = readInstant(first(all, TO));
        if (start != null && end != null) {
            return start.isBefore(end) ? Period.exactly(start, end) : null;
        }
        var from = readDay(first(all, FROM));
        var to = readDay(first(all, TO));
        return from == null || to == null || from.isAfter(to) ? null : new Period(from, to);
    }

    /** An instant with its time, as a link to exactly the calls of a stretch has it. */
    private static @Nullable Instant readInstant(@Nullable String written) {
        if (written == null || written.indexOf('T') < 0) {
            return null;
        }
        try {
            var instant = Instant.parse(written);
            return instant.isBefore(EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant())
                            || instant.isAfter(
                                    LATEST.atStartOfDay(ZoneOffset.UTC).toInstant())
                    ? null
                    : instant;
        } catch (DateTimeException notAnInstant) {
            return null;
        }
    }

    private static @Nullable LocalDate readDay(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(written);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : day;
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static @Nullable String first(Map<String, List<String>> all, String name) {
        var values = all.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String written) {
        return EnumSet.allOf(type).stream()
                .filter(one -> lower(one).equals(written))
                .findFirst();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
