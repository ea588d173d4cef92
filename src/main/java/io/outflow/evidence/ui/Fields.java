package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.outflow.base.ui.SectionHead;

/** What the fields of all steps have in common. */
final class Fields {

    private Fields() {}

    static Component section(String title, String note, Component... fields) {
        var stack = new Div(fields);
        stack.addClassNames("stack", "fields");
        return new Div(new SectionHead(title, note), stack);
    }
}
