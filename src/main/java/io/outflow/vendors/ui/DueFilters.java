package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import io.outflow.vendors.Due;
import io.outflow.vendors.content.DeadlineKind;
import java.util.List;
import java.util.function.Consumer;

/** What the due screen shows: which kind of day, whose, as a list or a calendar. */
class DueFilters extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Select<DeadlineKind> kind = new Select<>();
    private final ComboBox<String> owner = new ComboBox<>();

    DueFilters(List<Due> all, DueQuery query, Consumer<DueQuery> chosen) {
        kind.setAriaLabel("Kind");
        kind.setTestId("due-kind");
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("All kinds");
        kind.setItems(DeadlineKind.values());
        kind.setItemLabelGenerator(value -> value == null ? "All kinds" : value.label());
        query.kind().ifPresent(kind::setValue);
        kind.addValueChangeListener(event -> chosen.accept(query.with(event.getValue())));

        owner.setAriaLabel("Owner");
        owner.setTestId("due-owner");
        owner.setPlaceholder("Everybody");
        owner.setClearButtonVisible(true);
        owner.setItems(all.stream()
                .map(Due::owner)
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList());
        owner.setItemLabelGenerator(name -> name.isEmpty() ? "Nobody named" : name);
        query.owner().ifPresent(owner::setValue);
        owner.addValueChangeListener(event -> chosen.accept(query.by(event.getValue())));

        var list = toggle("List", !query.calendar(), () -> chosen.accept(query.asCalendar(false)));
        list.setTestId("due-as-list");
        var calendar = toggle("Calendar", query.calendar(), () -> chosen.accept(query.asCalendar(true)));
        calendar.setTestId("due-as-calendar");
        getContent().addClassName("filters");
        getContent().add(kind, owner, list, calendar);
    }

    private static NativeButton toggle(String text, boolean on, Runnable action) {
        var button = new NativeButton(text, click -> action.run());
        button.addClassName("fld");
        button.setClassName("on", on);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        return button;
    }
}
