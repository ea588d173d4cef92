package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.ui.FacetChips;
import io.outflow.base.ui.FilterChip;
import io.outflow.base.ui.PickList;
import io.outflow.base.ui.PickList.Pick;
import io.outflow.vendors.ProductRow;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One chip a filter, the view before them, search and columns after them. Changes go out as a new selection. */
class RegisterFilterBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final FacetChips<ProductRow, RegisterFacet> facets;
    private final PickList columns;
    private final FilterChip columnChip;
    private final TextField search = new TextField();
    private final NativeButton clear = new NativeButton("Clear");
    private transient RegisterSelection selection = RegisterSelection.EVERYTHING;

    RegisterFilterBar(ViewChoice views, Consumer<RegisterSelection> changed) {
        getContent().addClassName("filters");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", "Filters");
        getContent().add(views);
        facets = new FacetChips<>(
                getContent(),
                List.of(RegisterFacet.values()),
                (facet, values) -> changed.accept(selection.with(facet, values)));
        search.setPlaceholder("Find vendor, product or clause");
        search.setAriaLabel("Find vendor, product or clause");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setTestId("register-search");
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(selection.with(event.getValue()));
            }
        });
        columns = new PickList(
                "Columns",
                keys -> changed.accept(selection.showing(keys.stream()
                        .flatMap(key -> RegisterColumn.of(key).stream())
                        .collect(Collectors.toSet()))));
        columnChip = new FilterChip("Columns", columns, this::fillColumns);
        columnChip.button().setTestId("register-columns");
        clear.addClassNames("lk", "clear");
        clear.addClickListener(click -> changed.accept(selection.cleared()));
        clear.setTestId("register-clear");
        getContent().add(search, columnChip, clear);
    }

    void show(RegisterSelection shown, List<ProductRow> rows) {
        selection = shown;
        facets.show(rows, shown::values);
        if (!search.getValue().strip().equals(shown.text())) {
            search.setValue(shown.text());
        }
        var usual = shown.columns().equals(RegisterColumn.usual());
        columnChip.show(usual ? "usual" : "own choice", !usual);
        clear.setVisible(shown.filters());
    }

    private void fillColumns() {
        columns.show(
                Arrays.stream(RegisterColumn.values())
                        .filter(column -> column != RegisterColumn.PRODUCT)
                        .map(column -> new Pick(column.key(), column.label(), -1))
                        .toList(),
                selection.columns().stream()
                        .filter(column -> column != RegisterColumn.PRODUCT)
                        .map(RegisterColumn::key)
                        .collect(Collectors.toSet()));
    }
}
