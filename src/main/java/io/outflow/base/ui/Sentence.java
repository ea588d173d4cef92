package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * One finding in words: numbers with their proof drawn under them, the text around them, and a mark at the end. The line
 * under a number is solid for the verified share and dashed for the rest.
 */
public class Sentence extends Paragraph {

    private static final long serialVersionUID = 1L;

    private final Span words = new Span();

    public Sentence() {
        add(words);
    }

    /** A number whose share {@code verified} (0 to 1) is proven. */
    public Sentence number(String number, double verified) {
        var shown = new Span(number);
        shown.addClassName("num");
        shown.getStyle().set("--v", String.format(Locale.ROOT, "%.1f%%", 100 * Math.clamp(verified, 0, 1)));
        words.add(shown);
        return this;
    }

    /** A number that nothing proves, such as one counted from files without a digest. */
    public Sentence unproven(String number) {
        var shown = new Span(number);
        shown.addClassNames("num", "blind");
        words.add(shown);
        return this;
    }

    /** A number of things that need no proof, such as stored rules. */
    public Sentence plain(String number) {
        var shown = new Span(number);
        shown.addClassNames("num", "none");
        words.add(shown);
        return this;
    }

    public Sentence text(String text) {
        words.add(new Text(text));
        return this;
    }

    public Sentence with(Component part) {
        words.add(part);
        return this;
    }

    public Sentence mark(Glyph glyph, String word) {
        return mark(glyph, word, "");
    }

    /** @param more what the mark says when somebody rests on it; empty for nothing more */
    public Sentence mark(Glyph glyph, String word, String more) {
        var mark = new Mark(glyph, word);
        if (!more.isEmpty()) {
            mark.setTitle(more);
        }
        add(mark);
        return this;
    }
}
