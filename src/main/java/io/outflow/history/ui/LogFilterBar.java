package io.outflow.history.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.ui.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who, what, on what and when. Changes go out as a new address; what comes in is only shown. */
class LogFilterBar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final TextField actor = part("By", "log-by");
    private final ComboBox<String> action = new ComboBox<>("What");
    private final TextField object = part("On", "log-on");
    private final DatePicker from = Days.optional("First day");
    private final DatePicker to = Days.optional("Last day");
    private final Button clear = new Button("Clear");
    private final transient Consumer<LogAddress> changed;

    LogFilterBar(List<String> actions, Consumer<LogAddress> changed) {
        this.changed = changed;
        action.setItems(actions);
        action.setPlaceholder("everything");
        action.setClearButtonVisible(true);
        action.setTestId("log-what");
        to.setErrorMessage("The last day lies before the first.");
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.setTestId("log-clear");
        clear.addClickListener(click -> changed.accept(LogAddress.EVERYTHING));
        actor.addValueChangeListener(event -> changed(event.isFromClient()));
        action.addValueChangeListener(event -> changed(event.isFromClient()));
        object.addValueChangeListener(event -> changed(event.isFromClient()));
        from.addValueChangeListener(event -> changed(event.isFromClient()));
        to.addValueChangeListener(event -> changed(event.isFromClient()));

        getContent().addClassNames("filters", "log-filters");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", "Filters");
        getContent().add(actor, action, object, from, to, clear);
    }

    void show(LogAddress address) {
        actor.setValue(address.actor());
        // An action that no entry has yet is still what the address asks for.
        action.setValue(address.action().isEmpty() ? null : address.action());
        object.setValue(address.object());
        from.setValue(address.from());
        to.setValue(address.to());
        to.setInvalid(backwards(address.from(), address.to()));
        clear.setVisible(address.filters());
    }

    private void changed(boolean fromClient) {
        if (!fromClient) {
            return;
        }
        @Nullable LocalDate first = from.getValue();
        @Nullable LocalDate last = to.getValue();
        to.setInvalid(backwards(first, last));
        if (!to.isInvalid()) {
            @Nullable String what = action.getValue();
            changed.accept(new LogAddress(
                    actor.getValue().strip(),
                    what == null ? "" : what,
                    object.getValue().strip(),
                    first,
                    last,
                    null));
        }
    }

    private static boolean backwards(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first != null && last != null && first.isAfter(last);
    }

    private static TextField part(String label, String testId) {
        var field = new TextField(label);
        field.setPlaceholder("any part");
        field.setClearButtonVisible(true);
        field.setMaxLength(200);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setTestId(testId);
        return field;
    }
}
