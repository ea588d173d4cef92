package io.outflow.catalogue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.catalogue.Difference;
import java.util.List;
import java.util.function.Consumer;

/** What the catalogue says otherwise than the register, field by field. Nothing changes until somebody takes it over. */
class DifferenceSection extends Section {

    private static final long serialVersionUID = 1L;

    DifferenceSection(List<Difference> differences, boolean mayChange, Consumer<Difference> takeOver) {
        addClassName("sec");
        add(new SectionHead(
                "The catalogue says otherwise than the register",
                Formats.count(differences.size(), "difference", "differences")
                        + ". Nothing changes until somebody takes it over."));
        var table = new NativeTable();
        table.addClassNames("tight", "differences");
        var head = table.getHead().addRow();
        for (var title : List.of("Fact", "Register", "Catalogue")) {
            var cell = head.addHeaderCell();
            cell.setText(title);
            cell.getElement().setAttribute("scope", "col");
        }
        head.addDataCell();
        differences.forEach(difference -> fill(table.getBody().addRow(), difference, mayChange, takeOver));
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        add(scroll);
    }

    private static void fill(
            NativeTableRow row, Difference difference, boolean mayChange, Consumer<Difference> takeOver) {
        var label = new Span(difference.label().isEmpty() ? "the whole fact" : difference.label());
        label.addClassNames("below", "q");
        row.addDataCell().add(new Span(difference.title()), label);
        var ours = said(difference.ours(), "not in the register");
        row.addDataCell().add(ours, whoSays(difference));
        row.addDataCell().add(said(difference.theirs(), difference.withdrawn() ? "no longer says it" : "says nothing"));
        var cell = row.addDataCell();
        if (mayChange && !difference.withdrawn()) {
            var take = new Button("Take over", click -> takeOver.accept(difference));
            take.setAriaLabel("Take over %s of %s"
                    .formatted(difference.label().isEmpty() ? "the whole" : difference.label(), difference.title()));
            take.addThemeName("small");
            take.setDisableOnClick(true);
            cell.add(take);
        }
    }

    private static Component said(String text, String otherwise) {
        var span = new Span(text.isEmpty() ? otherwise : text);
        span.addClassName("said");
        span.setClassName("q", text.isEmpty());
        return span;
    }

    private static Component whoSays(Difference difference) {
        var who = new Span();
        who.addClassNames("below", "q", "xs");
        difference
                .held()
                .filter(held -> difference.changedByUs())
                .ifPresent(held -> who.setText(
                        "last changed by %s, %s".formatted(held.changedBy(), Formats.minute(held.changedAt()))));
        return who;
    }
}
