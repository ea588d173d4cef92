package io.outflow.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.outflow.base.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Values to tick, each with how many rows have it. */
public class PickList extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** One value; a negative number of rows is not shown. */
    public record Pick(String value, String label, long rows) {}

    private final CheckboxGroup<Pick> group = new CheckboxGroup<>();
    private transient List<Pick> shown = List.of();
    private boolean filling;

    public PickList(String label, Consumer<Set<String>> chosenNow) {
        group.setLabel(label);
        group.setRenderer(new ComponentRenderer<>(PickList::row));
        group.addValueChangeListener(event -> {
            if (!filling) {
                chosenNow.accept(event.getValue().stream().map(Pick::value).collect(Collectors.toSet()));
            }
        });
        getContent().addClassName("choices");
        getContent().add(group);
    }

    /** Shows picks; a chosen value that is none of them stays to be taken away. */
    public void show(List<Pick> picks, Set<String> chosen) {
        var items = new ArrayList<>(picks);
        chosen.stream()
                .filter(value -> picks.stream().noneMatch(pick -> pick.value().equals(value)))
                .forEach(value -> items.add(new Pick(value, value, 0)));
        filling = true;
        // New items are new checkboxes in the browser, so the same ones are left alone.
        if (!items.equals(shown)) {
            group.setItems(items);
            shown = items;
        }
        group.setValue(
                items.stream().filter(pick -> chosen.contains(pick.value())).collect(Collectors.toSet()));
        filling = false;
    }

    private static Div row(Pick pick) {
        var rows = new Span(pick.rows() < 0 ? "" : Formats.count(pick.rows()));
        rows.addClassName("ct");
        var row = new Div(new Span(pick.label()), rows);
        row.addClassName("choice");
        return row;
    }
}
