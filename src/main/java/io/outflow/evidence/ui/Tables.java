package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.evidence.Missing;
import java.util.List;
import java.util.Set;

/** A plain table of texts and components that can be reached with the keyboard. */
class Tables extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final NativeTable table = new NativeTable();
    private final Set<Integer> numbers;

    /** @param numbers the columns that stand at the right */
    Tables(String name, List<String> headers, Integer... numbers) {
        this.numbers = Set.of(numbers);
        var head = new NativeTableRow();
        for (var i = 0; i < headers.size(); i++) {
            var cell = new NativeTableHeaderCell(headers.get(i));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("r", this.numbers.contains(i));
            head.add(cell);
        }
        if (!headers.isEmpty()) {
            table.getHead().add(head);
        }
        table.getElement().setAttribute("aria-label", name);
        getContent().addClassName("scroll");
        getContent().getElement().setAttribute("tabindex", "0");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", name);
        getContent().add(table);
    }

    void row(Object... values) {
        var row = new NativeTableRow();
        for (var i = 0; i < values.length; i++) {
            var cell = values[i] instanceof Component component
                    ? new NativeTableCell(component)
                    : new NativeTableCell(String.valueOf(values[i]));
            cell.setClassName("r", numbers.contains(i));
            row.add(cell);
        }
        table.getBody().add(row);
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
