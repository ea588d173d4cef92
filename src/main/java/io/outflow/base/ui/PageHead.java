package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** The head of a page: its title, one grey line beneath, and its actions at the right. */
public class PageHead extends Div {

    private static final long serialVersionUID = 1L;

    private final H1 title = new H1();
    private final Div sub = new Div();

    public PageHead(String title, String sub, Component... actions) {
        addClassName("head");
        this.title.setText(title);
        this.sub.setText(sub);
        this.sub.addClassName("sub");
        var space = new Span();
        space.addClassName("acts");
        space.add(actions);
        add(new Div(this.title, this.sub), space);
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public void setSub(String text) {
        sub.setText(text);
    }
}
