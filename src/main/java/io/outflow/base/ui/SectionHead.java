package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** The head of a section: title, a grey note beside it, and what can be done at the right. */
public class SectionHead extends Div {

    private static final long serialVersionUID = 1L;

    private final Span note = new Span();

    public SectionHead(String title, String note, Component... actions) {
        addClassName("sechead");
        this.note.addClassNames("s", "q");
        this.note.setText(note);
        var space = new Span();
        space.addClassName("sp");
        add(new H2(title), this.note, space);
        add(actions);
    }

    public void setNote(String text) {
        note.setText(text);
    }
}
