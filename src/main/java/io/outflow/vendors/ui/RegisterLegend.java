package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.ui.Glyph;

/** What the marks of the table mean. */
class RegisterLegend extends Div {

    private static final long serialVersionUID = 1L;

    RegisterLegend(Component atTheEnd) {
        addClassName("legend");
        mark(Glyph.CONFIRMED, "Confirmed", "source and date held");
        mark(Glyph.CLAIMED, "Claimed", "nobody confirmed it");
        mark(Glyph.STALE, "Stale", "past its check");
        mark(Glyph.WATCH, "Watch", "ends soon, disputed or missing");
        mark(Glyph.HIGH, "Lapsed", "no longer in force");
        var end = new Span(atTheEnd);
        end.addClassName("sp");
        add(end);
    }

    private void mark(Glyph glyph, String word, String meaning) {
        var bold = new Span(word);
        bold.addClassName("md");
        var one = new Span(glyph.icon(), bold, new Span(": " + meaning));
        one.addClassName("one");
        add(one);
    }
}
