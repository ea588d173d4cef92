package io.outflow.catalogue.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SourceLines;
import io.outflow.vendors.CatalogueClaims.Check;

/** A statement that is often repeated, and what the documents say of it. */
class CheckLine extends Div {

    private static final long serialVersionUID = 1L;
    private static final String RIGHT = "right";

    CheckLine(Check check) {
        addClassName("check");
        var said = new Span("Often said: “%s”".formatted(check.claim()));
        said.addClassName("md");
        add(said, new Mark(glyph(check.verdict()), check.verdict()), new Span(check.note()));
        add(
                check.sources().isEmpty()
                        ? new Span("The catalogue names no source on this.")
                        : new SourceLines(String.join("\n", check.sources())));
    }

    private static Glyph glyph(String verdict) {
        if (verdict.startsWith("wrong")) {
            return Glyph.CONTRADICTED;
        }
        return verdict.equals(RIGHT) ? Glyph.NO_CONTRADICTION : Glyph.CANNOT_TELL;
    }
}
