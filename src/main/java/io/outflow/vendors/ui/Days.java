package io.outflow.vendors.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.util.Locale;

/** Pickers of days that write them as Outflow does everywhere, {@code 21 Nov 2026}, and also read {@code 2026-11-21}. */
final class Days {

    private Days() {}

    static DatePicker picker(String label) {
        var picker = new DatePicker(label);
        picker.setLocale(Locale.UK);
        picker.setI18n(new DatePickerI18n()
                .setDateFormats("d MMM yyyy", "yyyy-MM-dd", "d.M.yyyy", "d MMMM yyyy")
                .setFirstDayOfWeek(1));
        picker.setClearButtonVisible(true);
        return picker;
    }
}
