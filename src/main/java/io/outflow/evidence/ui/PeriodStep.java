package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.outflow.base.ui.Days;
import io.outflow.evidence.PackageTemplate.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The step of the days, and of when the register is read. */
final class PeriodStep {

    private static final String NOW = "As it is known when the package is made";
    private static final String THEN = "As it then read, at a moment in the past";

    private final Clock clock;
    private final Runnable changed;

    PeriodStep(Clock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
    }

    Component of(Draft draft) {
        var from = day("From", draft.from, value -> draft.from = value);
        from.setTestId("evidence-from");
        var to = day("To", draft.to, value -> draft.to = value);
        to.setHelperText("This day belongs to it. Days are in UTC.");
        to.setTestId("evidence-to");
        var asOf = asOf(draft);
        var period = new RadioButtonGroup<Period>("Days");
        period.setItems(Period.values());
        period.setItemLabelGenerator(Period::label);
        period.setHelperText("The last month and quarter move on when a template is used later.");
        period.setValue(draft.period);
        period.setTestId("evidence-period");
        Runnable show = () -> {
            var fixed = draft.period == Period.FIXED;
            from.setReadOnly(!fixed);
            to.setReadOnly(!fixed);
            asOf.setVisible(fixed);
        };
        show.run();
        period.addValueChangeListener(event -> {
            draft.choose(event.getValue(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            from.setValue(draft.from);
            to.setValue(draft.to);
            show.run();
            changed.run();
        });
        return Fields.section("Which days, and as known when?", "", period, from, to, asOf);
    }

    private Component asOf(Draft draft) {
        var choice = new RadioButtonGroup<String>("The register");
        choice.setItems(NOW, THEN);
        choice.setValue(draft.asOf == null ? NOW : THEN);
        var moment = new DateTimePicker("At, in UTC");
        moment.setLocale(Locale.UK);
        moment.setDatePickerI18n(Days.words());
        moment.setVisible(draft.asOf != null);
        moment.setValue(local(draft.asOf));
        choice.addValueChangeListener(event -> {
            var then = THEN.equals(event.getValue());
            moment.setVisible(then);
            draft.asOf = then ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : null;
            moment.setValue(local(draft.asOf));
            changed.run();
        });
        moment.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                draft.asOf = event.getValue().toInstant(ZoneOffset.UTC);
                changed.run();
            }
        });
        return new Div(choice, moment);
    }

    private static @Nullable LocalDateTime local(@Nullable Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private DatePicker day(String label, LocalDate value, Consumer<LocalDate> taker) {
        var picker = Days.picker(label);
        picker.setValue(value);
        picker.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                taker.accept(event.getValue());
                changed.run();
            }
        });
        return picker;
    }
}
