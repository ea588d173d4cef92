package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SourceLines;
import io.outflow.vendors.CatalogueClaims.Check;
import java.util.List;

/** A statement that is often repeated, and what the documents say of it. */
final class OftenSaid extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    OftenSaid(Check check) {
        getContent().addClassName("claim-check");
        getContent()
                .add(
                        new Span("Often said: “%s”".formatted(check.claim())),
                        new Mark(glyph(check.verdict()), check.verdict()),
                        new Span(check.note()),
                        sources(check.sources()));
    }

    private static Component sources(List<String> sources) {
        if (sources.isEmpty()) {
            var none = new Span("The catalogue names no source on this.");
            none.addClassName("q");
            return none;
        }
        var lines = new Div(sources.stream().map(SourceLines::line).toArray(Component[]::new));
        return new NativeDetails(
                Formats.count(sources.size(), "source", "sources") + " of the catalogue on this", lines);
    }

    private static Glyph glyph(String verdict) {
        if (verdict.startsWith("wrong")) {
            return Glyph.CONTRADICTED;
        }
        return verdict.equals("right") ? Glyph.NO_CONTRADICTION : Glyph.CANNOT_TELL;
    }
}
