package io.outflow.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.imports.Counts;

/** What became of the records, as the sum that must come out at every moment. */
final class Equation extends Composite<Div> {
    private final Span read = number();
    private final Span inserted = number();
    private final Span duplicate = number();
    private final Span skipped = number();
    private final Span quarantined = number();
    private final Mark verdict = new Mark(Glyph.CONFIRMED, "Adds up, to the record");

    Equation() {
        verdict.addClassName("adds-up");
        var content = getContent();
        content.addClassName("eq");
        content.getElement().setAttribute("role", "group");
        content.getElement()
                .setAttribute("aria-label", "read equals inserted plus duplicate plus skipped plus quarantined");
        content.add(
                term(read, "records read"),
                operator("="),
                term(inserted, "inserted"),
                operator("+"),
                term(duplicate, "duplicate, already stored"),
                operator("+"),
                term(skipped, "skipped, not a model call"),
                operator("+"),
                term(quarantined, "quarantined, see reason"),
                verdict);
    }

    void show(Counts counts) {
        read.setText(Formats.count(counts.read()));
        inserted.setText(Formats.count(counts.inserted()));
        duplicate.setText(Formats.count(counts.duplicate()));
        skipped.setText(Formats.count(counts.skipped()));
        quarantined.setText(Formats.count(counts.quarantined()));
        quarantined.setClassName("gap", counts.quarantined() > 0);
    }

    private static Span number() {
        var number = new Span();
        number.addClassName("n");
        return number;
    }

    private static Div term(Span number, String words) {
        var label = new Span(words);
        label.addClassName("words");
        return new Div(number, label);
    }

    private static Span operator(String sign) {
        var operator = new Span(sign);
        operator.addClassName("op");
        return operator;
    }
}
