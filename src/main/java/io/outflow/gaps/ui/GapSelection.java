package io.outflow.gaps.ui;

import com.vaadin.flow.router.QueryParameters;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which gaps the list shows and how, as an address says it. What an address says wrongly is as if it were not there.
 *
 * @param chosen the values that gaps are filtered by; a facet without values filters nothing
 */
record GapSelection(Map<GapFacet, SortedSet<String>> chosen, Group group, GapColumn sort, boolean descending) {

    /** By what the list is parted. */
    enum Group {
        NONE("not grouped"),
        PRODUCT("by product"),
        KIND("by kind");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String of(Gap gap) {
            return switch (this) {
                case NONE -> "";
                case PRODUCT -> GapFacet.PRODUCT.label(GapFacet.PRODUCT.of(gap));
                case KIND -> gap.key().kind().label();
            };
        }
    }

    static final GapSelection EVERYTHING = new GapSelection(Map.of(), Group.NONE, GapColumn.SEVERITY, false);

    /** Where the list starts when the address says nothing: what waits for somebody. */
    static final GapSelection START =
            EVERYTHING.with(GapFacet.STATE, Set.of(GapState.OPEN.name(), GapState.ACKNOWLEDGED.name()));

    private static final String GROUP = "group";
    private static final String SORT = "sort";
    private static final String ANY = "any";
    private static final int LONGEST = 200;

    static GapSelection read(QueryParameters query) {
        var all = query.getParameters();
        var chosen = new EnumMap<GapFacet, SortedSet<String>>(GapFacet.class);
        for (var facet : GapFacet.values()) {
            var values = new TreeSet<String>();
            all.getOrDefault(facet.key(), List.of()).stream()
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST && !value.equals(ANY))
                    .forEach(values::add);
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        if (!all.containsKey(GapFacet.STATE.key())) {
            chosen.put(GapFacet.STATE, START.values(GapFacet.STATE));
        }
        var sort = query.getSingleParameter(SORT).orElse("");
        var descending = sort.startsWith("-");
        return new GapSelection(
                Collections.unmodifiableMap(chosen),
                group(query.getSingleParameter(GROUP).orElse("")),
                GapColumn.of(descending ? sort.substring(1) : sort).orElse(GapColumn.SEVERITY),
                descending);
    }

    private static Group group(String written) {
        for (var group : Group.values()) {
            if (group.name().toLowerCase(Locale.ROOT).equals(written)) {
                return group;
            }
        }
        return Group.NONE;
    }

    /** The parameters of its address; what is usual is left out. */
    QueryParameters write() {
        var query = new LinkedHashMap<String, List<String>>();
        chosen.forEach((facet, values) -> query.put(facet.key(), List.copyOf(values)));
        if (values(GapFacet.STATE).isEmpty()) {
            query.put(GapFacet.STATE.key(), List.of(ANY));
        } else if (values(GapFacet.STATE).equals(START.values(GapFacet.STATE))) {
            query.remove(GapFacet.STATE.key());
        }
        if (group != Group.NONE) {
            query.put(GROUP, List.of(group.name().toLowerCase(Locale.ROOT)));
        }
        if (sort != GapColumn.SEVERITY || descending) {
            query.put(SORT, List.of((descending ? "-" : "") + sort.key()));
        }
        return new QueryParameters(query);
    }

    SortedSet<String> values(GapFacet facet) {
        return chosen.getOrDefault(facet, Collections.emptySortedSet());
    }

    /** The gaps it takes, in its order. */
    List<Gap> of(List<Gap> gaps) {
        var order = sort.order();
        return gaps.stream()
                .filter(gap -> chosen.entrySet().stream()
                        .allMatch(one -> one.getValue().contains(one.getKey().of(gap))))
                .sorted((descending ? order.reversed() : order).thenComparing(GapColumn.SEVERITY.order()))
                .toList();
    }

    GapSelection with(GapFacet facet, Set<String> values) {
        var other = new EnumMap<GapFacet, SortedSet<String>>(GapFacet.class);
        other.putAll(chosen);
        if (values.isEmpty()) {
            other.remove(facet);
        } else {
            other.put(facet, new TreeSet<>(values));
        }
        return new GapSelection(Collections.unmodifiableMap(other), group, sort, descending);
    }

    GapSelection grouped(Group by) {
        return new GapSelection(chosen, by, sort, descending);
    }

    GapSelection sorted(GapColumn by, boolean down) {
        return new GapSelection(chosen, group, by, down);
    }

    /** Without filters; order and groups stay. */
    GapSelection cleared() {
        return new GapSelection(Map.of(), group, sort, descending);
    }
}
