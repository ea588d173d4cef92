package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PlainTable;
import io.outflow.evidence.Missing;
import java.util.List;
import java.util.Set;

/** A table of the evidence screens, and what stands in their cells. */
class Tables extends PlainTable {

    private static final long serialVersionUID = 1L;

    /** @param numbers the columns that stand at the right */
    Tables(String name, List<String> headers, Integer... numbers) {
        super(name, headers, Set.of(numbers)::contains);
    }

    /** What a package does not hold, each with its glyph. */
    static Component missing(List<Missing> missing) {
        var list = new Div();
        list.addClassName("missing");
        for (var one : missing) {
            var what = new Span(one.what());
            what.addClassName("md");
            var why = new Span(one.why());
            why.addClassNames("q", "xs");
            list.add(new Div(glyph(one.kind()).icon(), new Div(what, why)));
        }
        return list;
    }

    static Component mono(String text) {
        var span = new Span(text);
        span.addClassName("mono");
        return span;
    }

    /** What is said more quietly beneath something else. */
    static Component small(String text) {
        var span = new Span(text);
        span.addClassNames("q", "xs", "block");
        return span;
    }

    /** A button of a row; whoever hears the page hears of which one. */
    static Button button(String of, String text, String id, Runnable click) {
        var button = new Button(text, event -> click.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(text + ": " + of);
        button.setTestId(id);
        return button;
    }

    /** The start and the end of a hash; the whole of it is its title. */
    static Component hash(String sha256) {
        var span = new Span(
                sha256.length() < 16 ? sha256 : sha256.substring(0, 8) + " … " + sha256.substring(sha256.length() - 4));
        span.addClassNames("mono", "q");
        span.setTitle(sha256);
        return span;
    }

    static Mark good(String word) {
        return new Mark(Glyph.CONFIRMED, word);
    }

    private static Glyph glyph(Missing.Kind kind) {
        return switch (kind) {
            case NOT_COVERED -> Glyph.NOT_COVERED;
            case NO_DIGEST -> Glyph.NO_DIGEST;
            case INVALID -> Glyph.INVALID;
            case CLAIMED -> Glyph.CLAIMED;
            case PRIVATE -> Glyph.LOCK;
            case NOT_ASKED -> Glyph.MINUS;
            case NO_SOURCE -> Glyph.ABSENT;
        };
    }
}
