package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.outflow.base.Formats;
import io.outflow.base.ui.Days;
import io.outflow.base.ui.Glyph;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a reader choose the point in time of a screen of the register: now, or an instant in the past in one of two ways. */
class AsOfChoice extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final NativeButton button = new NativeButton();
    private final Span shown = new Span();
    private final Popover popover = new Popover();
    private final DatePicker day = Days.optional("Day, UTC");
    private final TimePicker time = new TimePicker("Time, UTC");
    private final RadioButtonGroup<Boolean> known = new RadioButtonGroup<>("Show");
    private final transient Consumer<AsOfQuery> onChoice;

    /** Hands each choice to a consumer, which changes the address. */
    AsOfChoice(Consumer<AsOfQuery> onChoice) {
        this.onChoice = onChoice;
        var label = new Span("As of");
        label.addClassName("lab");
        button.addClassNames("btn", "as-of");
        button.add(Glyph.CALENDAR.icon(), label, shown);
        button.getElement().setAttribute("aria-haspopup", "dialog");
        // 24 hours, as everywhere in Outflow.
        time.setLocale(Locale.UK);
        known.setItems(false, true);
        known.setItemLabelGenerator(now -> now ? "What is known today about then" : "The register as it then read");
        var show = new Button("Show", click -> choose());
        show.addThemeVariants(ButtonVariant.PRIMARY);
        var now = new Button("Back to now", click -> choose(AsOfQuery.NOW));
        var fields = new Div(day, time, known, new Div(show, now));
        fields.addClassName("stack");
        popover.setTarget(button);
        popover.setModal(true);
        popover.setAriaLabel("Point in time");
        popover.add(fields);
        getContent().add(button, popover);
        show(AsOfQuery.NOW);
    }

    /** Shows which point in time the screen stands at. */
    final void show(AsOfQuery query) {
        shown.setText(query.at().map(Formats::minute).orElse("now"));
        day.setMax(LocalDate.now(ZoneOffset.UTC));
        day.setValue(
                query.at().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)).orElse(null));
        time.setValue(
                query.at().map(at -> LocalTime.ofInstant(at, ZoneOffset.UTC)).orElse(LocalTime.MIDNIGHT));
        known.setValue(query.knownNow());
    }

    private void choose() {
        @Nullable LocalDate chosen = day.getValue();
        if (chosen == null) {
            day.setInvalid(true);
            day.setErrorMessage("Choose a day.");
            return;
        }
        var at = Optional.ofNullable(time.getValue()).orElse(LocalTime.MIDNIGHT);
        choose(new AsOfQuery(Optional.of(chosen.atTime(at).toInstant(ZoneOffset.UTC)), known.getValue()));
    }

    private void choose(AsOfQuery query) {
        popover.close();
        onChoice.accept(query);
    }
}
