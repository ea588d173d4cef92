package io.outflow.usage.ui;

import io.outflow.classification.Provenance;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.usage.UsageFilter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything the address of a usage screen holds.
 *
 * @param period null for the usual one
 * @param chosen values per facet; a facet without a value is absent
 */
record Selection(@Nullable Period period, Map<Facet, SortedSet<String>> chosen, Shown shown) {

    static final Selection EVERYTHING = new Selection(null, Map.of(), Shown.USUAL);

    /** Where the screen starts when the address says nothing: all use of Claude. */
    static final Selection START = EVERYTHING.with(Facet.CLAUDE, Set.of(Claude.YES.name()));

    Selection {
        var copy = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, new TreeSet<>(values));
            }
        });
        chosen = copy;
    }

    SortedSet<String> values(Facet facet) {
        return chosen.getOrDefault(facet, new TreeSet<>());
    }

    boolean restricts(Facet facet) {
        return chosen.containsKey(facet);
    }

    Selection with(Facet facet, Set<String> values) {
        var copy = new LinkedHashMap<>(chosen);
        copy.put(facet, new TreeSet<>(values));
        return new Selection(period, copy, shown);
    }

    Selection with(@Nullable Period days) {
        return new Selection(days, chosen, shown);
    }

    Selection with(Shown other) {
        return new Selection(period, chosen, other);
    }

    /** What a click on a part of a chart means: only this part, or all again where it was picked before. */
    Selection picked(Map<Facet, String> part) {
        var before = part.entrySet().stream()
                .allMatch(entry -> values(entry.getKey()).equals(Set.of(entry.getValue())));
        var result = this;
        for (var entry : part.entrySet()) {
            result = result.with(entry.getKey(), before ? Set.of() : Set.of(entry.getValue()));
        }
        return result;
    }

    /** No filter and the usual period; the drawing stays as it was. */
    Selection cleared() {
        return new Selection(null, Map.of(), shown);
    }

    UsageFilter filter(Period usual) {
        var days = period == null ? usual : period;
        return new UsageFilter(
                days.start(),
                days.end(),
                values(Facet.ACCOUNT),
                values(Facet.REGION),
                values(Facet.CHANNEL, Channel::valueOf),
                values(Facet.CLAUDE, Claude::valueOf),
                values(Facet.MODEL),
                values(Facet.DATA_CLASS),
                values(Facet.CALLER),
                values(Facet.GRADE, Grade::valueOf),
                values(Facet.OUTCOME, Outcome::valueOf),
                values(Facet.PROVENANCE, Provenance::valueOf),
                values(Facet.HOUR, text -> HourOfWeek.parse(text).orElseThrow().hour()),
                values(Facet.PROOF, Proof::valueOf));
    }

    private <T> Set<T> values(Facet facet, Function<String, T> read) {
        return values(facet).stream().map(read).collect(Collectors.toUnmodifiableSet());
    }
}
