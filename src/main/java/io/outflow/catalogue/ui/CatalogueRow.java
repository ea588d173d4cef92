package io.outflow.catalogue.ui;

import io.outflow.catalogue.Catalogue;
import io.outflow.catalogue.CatalogueEntry;
import io.outflow.catalogue.ui.CatalogueQuery.Sort;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Category;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One entry of the catalogue in the list, with what stands in the register for it. */
record CatalogueRow(CatalogueEntry entry, Category category, Optional<Entry<?>> there) {

    /** The rows that a query asks for, in its order. */
    static List<CatalogueRow> of(Catalogue catalogue, Snapshot snapshot, CatalogueQuery query) {
        var added = catalogue.added(snapshot);
        var rows = catalogue.search(query.words()).stream()
                .map(entry ->
                        new CatalogueRow(entry, catalogue.category(entry), Optional.ofNullable(added.get(entry.id()))))
                .filter(row -> row.isIn(query));
        if (query.sort() == Sort.CATALOGUE) {
            return rows.toList();
        }
        var order = Comparator.comparing((CatalogueRow row) -> row.by(query.sort()), String.CASE_INSENSITIVE_ORDER);
        return rows.sorted(query.descending() ? order.reversed() : order).toList();
    }

    private boolean isIn(CatalogueQuery query) {
        return (query.vendor().isEmpty() || entry.vendor().equals(query.vendor()))
                && (query.category().isEmpty() || category.name().equalsIgnoreCase(query.category()))
                && (query.confidence().isEmpty() || entry.confidence().name().equalsIgnoreCase(query.confidence()))
                && (query.added().isEmpty()
                        || there.isPresent() == query.added().equals("yes"));
    }

    private String by(Sort sort) {
        return switch (sort) {
            case CATALOGUE, PRODUCT -> entry.systemName();
            case VENDOR -> entry.vendor();
            case CATEGORY -> category.label();
            case CONFIDENCE -> Integer.toString(entry.confidence().ordinal());
            case AS_OF -> asOf();
            case REGISTER -> there.isPresent() ? "0" : "1";
        };
    }

    String asOf() {
        return Objects.requireNonNullElse(entry.factsAsOf(), "not stated");
    }
}
