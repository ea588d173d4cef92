package io.outflow.vendors.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.vendors.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a page of the register shows at one moment; all parts of it are made from this, so that they agree.
 *
 * @param path the address of the page without its parameters
 * @param at the instant that the page is about: now, or the one asked for
 * @param mayChange whether facts can be changed here: never in the past
 * @param picked the fact whose history is shown
 * @param historyOpen whether the history was asked for
 */
record PageState(
        String path,
        Snapshot register,
        AsOfQuery asOf,
        Instant at,
        boolean mayChange,
        boolean mayPropose,
        Optional<UUID> picked,
        boolean historyOpen) {

    static final String FACT = "fact";
    static final String HISTORY = "history";
    static final String OPEN = "open";

    /** The moment after which nothing is known on this page; empty when all is known. */
    Optional<Instant> knownAt() {
        return asOf.knownNow() ? Optional.empty() : asOf.at();
    }

    LocalDate today() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The address of this page at the same point in time, with the history of a fact, of all, or closed. */
    String link(Optional<UUID> fact, boolean open) {
        var parameters = asOf.in(Map.of());
        fact.ifPresent(id -> parameters.put(FACT, List.of(id.toString())));
        if (open) {
            parameters.put(HISTORY, List.of(OPEN));
        }
        return new Location(path, new QueryParameters(parameters)).getPathWithQueryParameters();
    }

    /** The address of another page at the same point in time. */
    String other(String otherPath) {
        return asOf.to(otherPath);
    }
}
