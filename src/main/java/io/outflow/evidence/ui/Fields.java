package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.html.Div;
import io.outflow.base.ui.SectionHead;
import java.util.Locale;

/** What the fields of all steps have in common. */
final class Fields {

    private Fields() {}

    static Component section(String title, String note, Component... fields) {
        var stack = new Div(fields);
        stack.addClassNames("stack", "fields");
        return new Div(new SectionHead(title, note), stack);
    }

    static DatePicker day(String label) {
        var picker = new DatePicker(label);
        picker.setLocale(Locale.UK);
        picker.setI18n(dates());
        return picker;
    }

    static DatePickerI18n dates() {
        return new DatePickerI18n().setDateFormat("d MMM yyyy").setFirstDayOfWeek(1);
    }
}
