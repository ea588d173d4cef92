package io.outflow.vendors.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.outflow.base.Formats;
import io.outflow.base.ui.Days;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes an instant as it was agreed: a day, a time and the zone in which both are meant. A day alone means 00:00 there, and the field says so. */
final class MomentField extends CustomField<ZonedDateTime> {

    private static final long serialVersionUID = 1L;

    private static final String UTC = "UTC";

    private final DatePicker day = Days.optional("");
    private final TimePicker time = new TimePicker();
    private final ComboBox<String> zone = new ComboBox<>();
    private final String help;
    private boolean presenting;

    MomentField(String label, String help) {
        this.help = help;
        setLabel(label);
        day.setAriaLabel(label + ", day");
        day.setPlaceholder("Day");
        time.setAriaLabel(label + ", time");
        time.setPlaceholder("00:00");
        // 24 hours, as everywhere in Outflow.
        time.setLocale(Locale.UK);
        time.setStep(Duration.ofMinutes(15));
        zone.setAriaLabel(label + ", zone");
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setValue(UTC);
        var row = new Div(day, time, zone);
        row.addClassName("moment");
        add(row);
        day.addValueChangeListener(e -> changed());
        time.addValueChangeListener(e -> changed());
        zone.addValueChangeListener(e -> changed());
        say();
    }

    @Override
    protected @Nullable ZonedDateTime generateModelValue() {
        @Nullable LocalDate chosen = day.getValue();
        return chosen == null ? null : chosen.atTime(time()).atZone(zone());
    }

    @Override
    protected void setPresentationValue(@Nullable ZonedDateTime value) {
        presenting = true;
        day.setValue(value == null ? null : value.toLocalDate());
        time.setValue(value == null ? null : value.toLocalTime());
        zone.setValue(value == null ? UTC : value.getZone().getId());
        presenting = false;
        say();
    }

    /** Whether something stands in the day that is none, or a time stands there without a day. */
    boolean isUnreadable() {
        return FieldInput.isUnreadable(day) || FieldInput.isUnreadable(time) || day.isEmpty() && !time.isEmpty();
    }

    private LocalTime time() {
        return Optional.ofNullable(time.getValue()).orElse(LocalTime.MIDNIGHT);
    }

    private ZoneId zone() {
        return ZoneId.of(Optional.ofNullable(zone.getValue()).orElse(UTC));
    }

    private void changed() {
        if (!presenting) {
            updateValue();
            say();
        }
    }

    private void say() {
        var moment = generateModelValue();
        if (moment == null) {
            setHelperText(help);
            return;
        }
        var midnight = time.isEmpty() ? "No time means 00:00 in %s. ".formatted(zone().getId()) : "";
        var elsewhere =
                zone().getId().equals(UTC) ? "" : "In UTC that is %s.".formatted(Formats.minute(moment.toInstant()));
        setHelperText((midnight + elsewhere).strip());
    }
}
