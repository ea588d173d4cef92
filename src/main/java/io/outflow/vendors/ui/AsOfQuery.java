package io.outflow.vendors.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.base.Formats;
import io.outflow.history.AsOf;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The point in time that an address asks for, in its parameters {@code asOf} (an instant) and {@code known} ({@code then}: as
 * the register read at that time; {@code now}: as is known today about that time). An address without them means now.
 */
record AsOfQuery(Optional<Instant> at, boolean knownNow) {

    static final String AS_OF = "asOf";
    static final String KNOWN = "known";
    static final AsOfQuery NOW = new AsOfQuery(Optional.empty(), false);

    static AsOfQuery of(Location location) {
        return of(location.getQueryParameters());
    }

    static AsOfQuery of(QueryParameters parameters) {
        return new AsOfQuery(
                parameters.getSingleParameter(AS_OF).flatMap(AsOfQuery::instant),
                parameters.getSingleParameter(KNOWN).filter("now"::equals).isPresent());
    }

    /** Where to read; empty for the register as it stands. */
    Optional<AsOf> asOf(Instant now) {
        return at.map(instant -> new AsOf(instant, knownNow ? now : instant));
    }

    /** The parameters of an address with this point in time, other ones kept. */
    Map<String, List<String>> in(Map<String, List<String>> parameters) {
        var result = new LinkedHashMap<>(parameters);
        result.remove(AS_OF);
        result.remove(KNOWN);
        at.ifPresent(instant -> {
            result.put(AS_OF, List.of(instant.toString()));
            result.put(KNOWN, List.of(knownNow ? "now" : "then"));
        });
        return result;
    }

    /** The address of a page at this point in time. */
    String to(String path) {
        return new Location(path, new QueryParameters(in(Map.of()))).getPathWithQueryParameters();
    }

    /** What a reader is looking at, as a sentence; empty for now. */
    Optional<String> sentence() {
        return at.map(instant -> knownNow
                ? "What is known today about %s. Nothing can be changed here.".formatted(Formats.minute(instant))
                : "The register as it read at %s. Nothing can be changed here.".formatted(Formats.minute(instant)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
