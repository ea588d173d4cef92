package io.outflow.catalogue.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the list of the catalogue shows, as its address says it.
 *
 * @param words what to find; empty for all
 * @param vendor its name; empty for all
 * @param category the name of the register's category; empty for all
 * @param confidence its name; empty for all
 * @param added {@code yes} or {@code no} for what is in the register or not; empty for both
 */
record CatalogueQuery(
        String words, String vendor, String category, String confidence, String added, Sort sort, boolean descending) {

    static final CatalogueQuery ALL = new CatalogueQuery("", "", "", "", "", Sort.CATALOGUE, false);

    /** The columns by which the list can be sorted; first the order of the catalogue itself. */
    enum Sort {
        CATALOGUE(""),
        PRODUCT("Product"),
        VENDOR("Vendor"),
        CATEGORY("Category"),
        CONFIDENCE("Confidence"),
        AS_OF("Facts as of"),
        REGISTER("In the register");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static CatalogueQuery of(QueryParameters parameters) {
        var sort = text(parameters, "sort");
        return new CatalogueQuery(
                text(parameters, "q"),
                text(parameters, "vendor"),
                text(parameters, "category"),
                text(parameters, "confidence"),
                text(parameters, "added"),
                Arrays.stream(Sort.values())
                        .filter(one -> one.name().equalsIgnoreCase(sort.replaceFirst("^-", "")))
                        .findFirst()
                        .orElse(Sort.CATALOGUE),
                sort.startsWith("-"));
    }

    QueryParameters parameters() {
        var result = new LinkedHashMap<String, String>();
        put(result, "q", words);
        put(result, "vendor", vendor);
        put(result, "category", category);
        put(result, "confidence", confidence);
        put(result, "added", added);
        if (sort != Sort.CATALOGUE) {
            result.put("sort", (descending ? "-" : "") + sort.name().toLowerCase(Locale.ROOT));
        }
        return QueryParameters.simple(result);
    }

    /** The same sorted by a column: first upward, then downward, then in the order of the catalogue. */
    CatalogueQuery sortedBy(Sort column) {
        if (column != sort) {
            return new CatalogueQuery(words, vendor, category, confidence, added, column, false);
        }
        return descending
                ? new CatalogueQuery(words, vendor, category, confidence, added, Sort.CATALOGUE, false)
                : new CatalogueQuery(words, vendor, category, confidence, added, column, true);
    }

    boolean restricts() {
        return !words.isBlank()
                || !vendor.isEmpty()
                || !category.isEmpty()
                || !confidence.isEmpty()
                || !added.isEmpty();
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (!value.isBlank()) {
            parameters.put(name, value);
        }
    }

    private static String text(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).orElse("").strip();
    }
}
