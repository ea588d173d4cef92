package io.outflow.catalogue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.SourceLines;
import io.outflow.catalogue.CatalogueEntry.Source;
import java.util.List;

/** All sources of an entry. */
class SourceTable extends Section {

    private static final long serialVersionUID = 1L;

    SourceTable(List<Source> sources) {
        addClassName("sec");
        add(new SectionHead("Sources", Formats.count(sources.size(), "source", "sources")));
        var table = new NativeTable();
        table.addClassNames("tight", "sources");
        var head = table.getHead().addRow();
        for (var title : List.of("Fact", "Source", "As of", "Kind of source")) {
            var cell = head.addHeaderCell();
            cell.setText(title);
            cell.getElement().setAttribute("scope", "col");
        }
        for (var source : sources) {
            var row = table.getBody().addRow();
            row.addDataCell().setText(source.field().replace('_', ' '));
            row.addDataCell().add(address(source), note(source));
            row.addDataCell().setText(source.asOf());
            row.addDataCell().setText(source.evidenceKind().label());
        }
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        add(scroll);
    }

    private static Component address(Source source) {
        return source.url() == null ? new Span("No address") : SourceLines.link(source.url());
    }

    private static Span note(Source source) {
        var note = new Span(source.note());
        note.addClassNames("below", "q");
        return note;
    }
}
