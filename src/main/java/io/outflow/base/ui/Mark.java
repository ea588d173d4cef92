package io.outflow.base.ui;

import com.vaadin.flow.component.html.Span;

/** A glyph with its word: how sure we are, how a caller or class is known, or how bad something is. */
public class Mark extends Span {

    private static final long serialVersionUID = 1L;

    public Mark(Glyph glyph, String word) {
        addClassName("mark");
        add(glyph.icon(), new Span(word));
    }

    /** Coloured as a contradiction or an invalid file; for nothing else. */
    public Mark asGap() {
        addClassName("gap");
        return this;
    }

    /** Coloured as something to watch. */
    public Mark asWatch() {
        addClassName("watch");
        return this;
    }
}
