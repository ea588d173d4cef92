package io.outflow.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.history.FieldChange;

/** A field's value before, struck through, and after. */
class Change extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    Change(String field, FieldChange change) {
        var name = new Span(field);
        name.addClassName("field");
        var values = new Div();
        values.addClassName("dif");
        if (change.before() != null) {
            values.add(value("del", change.before()), arrow());
        }
        values.add(change.after() == null ? new Span("removed") : value("ins", change.after()));
        getContent().addClassName("change");
        getContent().add(name, values);
    }

    private static Component value(String tag, String text) {
        var value = new HtmlContainer(tag);
        value.setText(text.isEmpty() ? "empty" : text);
        return value;
    }

    private static Component arrow() {
        var arrow = new Span("→");
        arrow.getElement().setAttribute("aria-label", "became").setAttribute("role", "img");
        return arrow;
    }
}
