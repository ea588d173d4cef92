package io.outflow.history.ui;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.history.LogFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the change log shows, as its address says it: filters, and the entry that is open. What an address says
 * wrongly is as if it were not there.
 *
 * @param from the first day, in UTC
 * @param to the last day, which belongs to it
 * @param entry the open entry
 */
record LogAddress(
        String actor,
        String action,
        String object,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long entry) {

    static final LogAddress EVERYTHING = new LogAddress("", "", "", null, null, null);

    private static final int LONGEST = 400;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    static LogAddress read(QueryParameters query) {
        return new LogAddress(
                text(query, "by"),
                text(query, "what"),
                text(query, "on"),
                read(query, "from", LogAddress::day),
                read(query, "to", LogAddress::day),
                read(query, "entry", Long::valueOf));
    }

    QueryParameters write() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("by", actor);
        all.put("what", action);
        all.put("on", object);
        all.put("from", from == null ? "" : from.toString());
        all.put("to", to == null ? "" : to.toString());
        all.put("entry", entry == null ? "" : entry.toString());
        all.values().removeIf(String::isEmpty);
        return QueryParameters.simple(new HashMap<>(all));
    }

    LogAddress with(@Nullable Long opened) {
        return new LogAddress(actor, action, object, from, to, opened);
    }

    LogFilter filter() {
        return new LogFilter(actor, action, object, start(from), to == null ? null : start(to.plusDays(1)));
    }

    /** Whether entries are left out. */
    boolean filters() {
        return !filter().equals(LogFilter.NONE);
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String text(QueryParameters query, String name) {
        return query.getSingleParameter(name)
                .map(String::strip)
                .filter(text -> text.length() <= LONGEST)
                .orElse("");
    }

    private static <T> @Nullable T read(QueryParameters query, String name, Function<String, T> reader) {
        try {
            return query.getSingleParameter(name).map(reader).orElse(null);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return null;
        }
    }

    private static LocalDate day(String text) {
        return Optional.of(LocalDate.parse(text))
                .filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST))
                .orElseThrow(IllegalArgumentException::new);
    }
}
