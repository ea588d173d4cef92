package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing can be shown: one sentence that says why, and what to do next. */
public class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    public EmptyState(String sentence, Component... actions) {
        addClassName("empty");
        add(new Paragraph(sentence));
        add(actions);
    }

    /** Drawn with the hatch of what cannot be seen. */
    public EmptyState blind() {
        addClassName("blind");
        return this;
    }
}
