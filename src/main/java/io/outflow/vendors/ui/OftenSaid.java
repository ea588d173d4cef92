package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.vendors.CatalogueClaims.Check;

/** A statement that is often repeated, and what the documents say of it. */
final class OftenSaid extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    OftenSaid(Check check) {
        getContent().addClassName("claim-check");
        getContent()
                .add(
                        new Span("Often said: “%s”".formatted(check.claim())),
                        new Mark(glyph(check.verdict()), check.verdict()),
                        new Span(check.note()));
    }

    private static Glyph glyph(String verdict) {
        if (verdict.startsWith("wrong")) {
            return Glyph.CONTRADICTED;
        }
        return verdict.equals("right") ? Glyph.NO_CONTRADICTION : Glyph.CANNOT_TELL;
    }
}
