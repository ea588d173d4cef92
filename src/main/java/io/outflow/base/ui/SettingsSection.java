package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;

/** A section of a page of settings: fields that stand in line with each other, whatever is said beneath them. */
@StyleSheet("context://settings-form.css")
public class SettingsSection extends Div {

    private static final long serialVersionUID = 1L;

    public SettingsSection(String title, String note, Component... fields) {
        var row = new Div(fields);
        row.addClassName("settings-fields");
        addClassNames("sec", "stack");
        add(new SectionHead(title, note), row);
    }
}
