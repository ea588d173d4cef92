package io.outflow.base.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.util.Locale;

/** Pickers of days that write them as Outflow does everywhere, {@code 21 Nov 2026}, and also read {@code 2026-11-21}. */
public final class Days {
    private Days() {}

    /** A day that has to be there. */
    public static DatePicker picker(String label) {
        var picker = new DatePicker(label);
        picker.setLocale(Locale.UK);
        picker.setI18n(words());
        return picker;
    }

    /** A day that may be left out. */
    public static DatePicker optional(String label) {
        var picker = picker(label);
        picker.setClearButtonVisible(true);
        return picker;
    }

    /** How days are written and read. */
    public static DatePickerI18n words() {
        return new DatePickerI18n()
                .setDateFormats("d MMM yyyy", "yyyy-MM-dd", "d.M.yyyy", "d MMMM yyyy")
                .setFirstDayOfWeek(1);
    }
}
