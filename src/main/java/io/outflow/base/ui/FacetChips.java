package io.outflow.base.ui;

import com.vaadin.flow.component.HasComponents;
import io.outflow.base.ui.PickList.Pick;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One chip for each thing that the rows of a table are filtered by. Changes go out; what comes in is only shown. */
public final class FacetChips<T, F extends FacetChips.Facet<T>> implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Something that rows are filtered by. Its values are texts, as addresses have them. */
    public interface Facet<T> {

        /** Its name in addresses. */
        String key();

        String label();

        /** The words for one of its values. */
        String label(String value);

        /** All values to choose from, in their own order. */
        List<String> values(List<T> rows);

        boolean takes(T row, String value);

        /** What the chip says for some values. */
        default String state(Set<String> values) {
            return switch (values.size()) {
                case 0 -> "any";
                case 1 -> label(values.iterator().next());
                default -> values.size() + " chosen";
            };
        }
    }

    private final transient Map<F, FilterChip> chips = new LinkedHashMap<>();
    private transient List<T> rows = List.of();
    private transient Function<F, ? extends Set<String>> values = facet -> Set.of();

    /**
     * @param bar gets the chips
     * @param chosen takes a facet and the values that somebody chose; none means that it filters nothing
     */
    public FacetChips(HasComponents bar, List<F> facets, BiConsumer<F, Set<String>> chosen) {
        for (var facet : facets) {
            var list = new PickList(facet.label(), values -> chosen.accept(facet, values));
            var chip = new FilterChip(facet.label(), list, () -> fill(list, facet));
            chip.button().setTestId("filter-" + facet.key());
            chips.put(facet, chip);
            bar.add(chip);
        }
    }

    /** @param rows those that the values are counted among */
    public void show(List<T> rows, Function<F, ? extends Set<String>> values) {
        this.rows = rows;
        this.values = values;
        chips.forEach((facet, chip) ->
                chip.show(facet.state(values.apply(facet)), !values.apply(facet).isEmpty()));
    }

    private void fill(PickList list, F facet) {
        list.show(
                facet.values(rows).stream()
                        .map(value -> new Pick(value, facet.label(value), count(facet, value)))
                        .toList(),
                values.apply(facet));
    }

    private long count(F facet, String value) {
        return rows.stream().filter(row -> facet.takes(row, value)).count();
    }
}
