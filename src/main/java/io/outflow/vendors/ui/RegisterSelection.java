package io.outflow.vendors.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.outflow.vendors.ProductRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the register table shows, as an address says it. What an address says wrongly is as if it were not there: a link that
 * was typed or is old still opens.
 *
 * @param chosen the values that rows are filtered by; a facet without values filters nothing
 * @param text what vendor, product or clauses must hold
 */
record RegisterSelection(
        Map<RegisterFacet, SortedSet<String>> chosen,
        String text,
        RegisterColumn sort,
        boolean descending,
        Set<RegisterColumn> columns,
        AsOfQuery asOf) {

    static final RegisterSelection EVERYTHING =
            new RegisterSelection(Map.of(), "", RegisterColumn.PRODUCT, false, RegisterColumn.usual(), AsOfQuery.NOW);

    private static final String TEXT = "q";
    private static final String SORT = "sort";
    private static final String COLUMNS = "columns";
    private static final int LONGEST = 200;

    static RegisterSelection read(Location location) {
        var query = location.getQueryParameters();
        var all = query.getParameters();
        var chosen = new EnumMap<RegisterFacet, SortedSet<String>>(RegisterFacet.class);
        for (var facet : RegisterFacet.values()) {
            var values = new TreeSet<String>();
            all.getOrDefault(facet.key(), List.of()).stream()
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                    .forEach(values::add);
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        var sort = query.getSingleParameter(SORT).orElse("");
        var descending = sort.startsWith("-");
        var columns = EnumSet.noneOf(RegisterColumn.class);
        all.getOrDefault(COLUMNS, List.of())
                .forEach(key -> RegisterColumn.of(key).ifPresent(columns::add));
        return new RegisterSelection(
                Collections.unmodifiableMap(chosen),
                query.getSingleParameter(TEXT)
                        .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST))
                        .orElse(""),
                RegisterColumn.of(descending ? sort.substring(1) : sort).orElse(RegisterColumn.PRODUCT),
                descending,
                columns.isEmpty() ? RegisterColumn.usual() : columns,
                AsOfQuery.of(location));
    }

    /** The parameters of its address; what is usual is left out. */
    QueryParameters write() {
        var query = new LinkedHashMap<String, List<String>>();
        chosen.forEach((facet, values) -> query.put(facet.key(), List.copyOf(values)));
        if (!text.isEmpty()) {
            query.put(TEXT, List.of(text));
        }
        if (sort != RegisterColumn.PRODUCT || descending) {
            query.put(SORT, List.of((descending ? "-" : "") + sort.key()));
        }
        if (!columns.equals(RegisterColumn.usual())) {
            query.put(
                    COLUMNS,
                    EnumSet.copyOf(columns).stream().map(RegisterColumn::key).toList());
        }
        return new QueryParameters(asOf.in(query));
    }

    boolean takes(ProductRow row) {
        return (text.isEmpty() || row.text().contains(text.strip().toLowerCase(Locale.ROOT)))
                && chosen.entrySet().stream().allMatch(one -> one.getValue().stream()
                        .anyMatch(one.getKey().of(row)::contains));
    }

    /** The rows it takes, in its order. */
    List<ProductRow> of(List<ProductRow> rows, RowWords words) {
        var order = sort.order(words);
        return rows.stream()
                .filter(this::takes)
                .sorted((descending ? order.reversed() : order).thenComparing(RegisterColumn.PRODUCT.order(words)))
                .toList();
    }

    Set<String> values(RegisterFacet facet) {
        return chosen.getOrDefault(facet, Collections.emptySortedSet());
    }

    boolean filters() {
        return !chosen.isEmpty() || !text.isEmpty();
    }

    RegisterSelection with(RegisterFacet facet, Set<String> values) {
        var other = new EnumMap<RegisterFacet, SortedSet<String>>(RegisterFacet.class);
        other.putAll(chosen);
        if (values.isEmpty()) {
            other.remove(facet);
        } else {
            other.put(facet, new TreeSet<>(values));
        }
        return new RegisterSelection(Collections.unmodifiableMap(other), text, sort, descending, columns, asOf);
    }

    RegisterSelection with(String searched) {
        return new RegisterSelection(chosen, searched.strip(), sort, descending, columns, asOf);
    }

    RegisterSelection sorted(RegisterColumn by, boolean down) {
        return new RegisterSelection(chosen, text, by, down, columns, asOf);
    }

    RegisterSelection showing(Set<RegisterColumn> shown) {
        return new RegisterSelection(
                chosen, text, sort, descending, shown.isEmpty() ? RegisterColumn.usual() : Set.copyOf(shown), asOf);
    }

    RegisterSelection at(AsOfQuery time) {
        return new RegisterSelection(chosen, text, sort, descending, columns, time);
    }

    /** Without filters; order, columns and point in time stay. */
    RegisterSelection cleared() {
        return new RegisterSelection(Map.of(), "", sort, descending, columns, asOf);
    }
}
