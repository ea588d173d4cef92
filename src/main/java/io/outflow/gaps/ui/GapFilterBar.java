package io.outflow.gaps.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.outflow.base.ui.FilterChip;
import io.outflow.base.ui.PickList;
import io.outflow.base.ui.PickList.Pick;
import io.outflow.gaps.Gap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One chip a filter and one for the groups. Changes go out as a new selection. */
class GapFilterBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Map<GapFacet, PickList> lists = new EnumMap<>(GapFacet.class);
    private final Map<GapFacet, FilterChip> chips = new EnumMap<>(GapFacet.class);
    private final RadioButtonGroup<GapSelection.Group> groups = new RadioButtonGroup<>("Grouped");
    private final FilterChip groupChip = new FilterChip("Grouped", groups);
    private final NativeButton clear = new NativeButton("Clear");
    private transient GapSelection selection = GapSelection.START;

    GapFilterBar(Consumer<GapSelection> changed) {
        getContent().addClassName("filters");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", "Filters");
        for (var facet : GapFacet.values()) {
            var list = new PickList(facet.label(), values -> changed.accept(selection.with(facet, values)));
            var chip = new FilterChip(facet.label(), list);
            chip.button().setTestId("filter-" + facet.key());
            lists.put(facet, list);
            chips.put(facet, chip);
            getContent().add(chip);
        }
        groups.setItems(GapSelection.Group.values());
        groups.setItemLabelGenerator(GapSelection.Group::label);
        groups.setTestId("gap-groups");
        groups.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(selection.grouped(event.getValue()));
            }
        });
        groupChip.button().setTestId("gap-group");
        clear.addClassNames("lk", "clear");
        clear.setTestId("gaps-clear");
        clear.addClickListener(click -> changed.accept(selection.cleared()));
        getContent().add(groupChip, clear);
    }

    void show(GapSelection shown, List<Gap> gaps) {
        selection = shown;
        lists.forEach((facet, list) -> list.show(
                facet.values(gaps).stream()
                        .map(value -> new Pick(value, facet.label(value), count(gaps, facet, value)))
                        .toList(),
                shown.values(facet)));
        chips.forEach((facet, chip) -> chip.show(
                state(facet, shown.values(facet)), !shown.values(facet).isEmpty()));
        groups.setValue(shown.group());
        groupChip.show(shown.group().label(), shown.group() != GapSelection.Group.NONE);
        clear.setVisible(!shown.chosen().isEmpty());
    }

    private static String state(GapFacet facet, Set<String> values) {
        if (facet == GapFacet.STATE && values.equals(GapSelection.START.values(GapFacet.STATE))) {
            return "waiting";
        }
        return switch (values.size()) {
            case 0 -> "any";
            case 1 -> facet.label(values.iterator().next());
            default -> values.size() + " chosen";
        };
    }

    private static long count(List<Gap> gaps, GapFacet facet, String value) {
        return gaps.stream().filter(gap -> facet.of(gap).equals(value)).count();
    }
}
