package io.outflow.overview.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.overview.Statement;
import java.util.Locale;

/** One finding in five columns: number, sentence, period, proof, action. */
class StatementRow extends Div {

    private static final long serialVersionUID = 1L;

    StatementRow(Statement statement) {
        addClassName("sent");
        setTestId("statement-" + statement.topic().name().toLowerCase(Locale.ROOT));
        add(number(statement), sentence(statement), cell("p", statement.period()), proof(statement), action(statement));
    }

    private static Div number(Statement statement) {
        var number = new Span(statement.known() ? statement.number() : "?");
        number.addClassNames("num");
        switch (statement.sure()) {
            case REGISTER -> number.addClassName("none");
            case UNKNOWN, NO_DIGEST -> number.addClassName("blind");
            case VERIFIED, PARTLY, INVALID ->
                number.getStyle().set("--v", String.format(Locale.ROOT, "%.1f%%", 100 * statement.share()));
        }
        if (!statement.known()) {
            number.getElement().setAttribute("aria-label", "unknown");
            number.getElement().setAttribute("role", "img");
        }
        var cell = new Div(number);
        cell.addClassName("n");
        return cell;
    }

    private static Div sentence(Statement statement) {
        var finding = new Span(statement.finding());
        finding.addClassName("b");
        var detail = new Div(statement.detail());
        detail.addClassName("small");
        var words = new Div(new Span(statement.before()), finding, new Span(statement.after()), detail);
        words.addClassName("t");
        return words;
    }

    private static Div proof(Statement statement) {
        var glyph =
                switch (statement.sure()) {
                    case VERIFIED -> Glyph.VERIFIED;
                    case PARTLY -> Glyph.PARTLY_VERIFIED;
                    case NO_DIGEST -> Glyph.NO_DIGEST;
                    case INVALID -> Glyph.INVALID;
                    case REGISTER -> Glyph.CONFIRMED;
                    case UNKNOWN -> Glyph.NOT_COVERED;
                };
        var mark = new Mark(glyph, statement.proof());
        var cell = new Div(statement.sure() == Statement.Sure.INVALID ? mark.asGap() : mark);
        cell.addClassName("k");
        return cell;
    }

    private static Div action(Statement statement) {
        var link = new Anchor(statement.address(), statement.action());
        link.getElement().setAttribute("router-link", true);
        var cell = new Div(link);
        cell.addClassName("a");
        return cell;
    }

    private static Div cell(String name, String text) {
        var cell = new Div(text);
        cell.addClassName(name);
        return cell;
    }
}
