package io.outflow.access.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.ui.Brand;

/** A page outside the shell: the brand, one box, one sentence on what Outflow is. */
abstract class DoorPage extends Main {

    private static final long serialVersionUID = 1L;

    private final Div box = new Div();

    DoorPage() {
        addClassName("door");
        box.addClassName("door-box");
        var foot = new Span("What was agreed with each AI vendor, beside what was really seen.");
        foot.addClassNames("xs", "qq");
        add(new Brand(), box, foot);
    }

    Div box() {
        return box;
    }
}
