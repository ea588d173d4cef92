package io.outflow.gaps.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.outflow.base.ui.FacetChips;
import io.outflow.base.ui.FilterChip;
import io.outflow.gaps.Gap;
import java.util.List;
import java.util.function.Consumer;

/** One chip a filter and one for the groups. Changes go out as a new selection. */
class GapFilterBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final FacetChips<Gap, GapFacet> facets;
    private final RadioButtonGroup<GapSelection.Group> groups = new RadioButtonGroup<>("Grouped");
    private final FilterChip groupChip = new FilterChip("Grouped", groups);
    private final NativeButton clear = new NativeButton("Clear");
    private transient GapSelection selection = GapSelection.START;

    GapFilterBar(Consumer<GapSelection> changed) {
        getContent().addClassName("filters");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", "Filters");
        facets = new FacetChips<>(
                getContent(),
                List.of(GapFacet.values()),
                (facet, values) -> changed.accept(selection.with(facet, values)));
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
        facets.show(gaps, shown::values);
        groups.setValue(shown.group());
        groupChip.show(shown.group().label(), shown.group() != GapSelection.Group.NONE);
        clear.setVisible(!shown.chosen().isEmpty());
    }
}
