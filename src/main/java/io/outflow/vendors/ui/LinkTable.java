package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.ui.SectionHead;
import java.util.List;
import java.util.function.BiFunction;

/** A section with a small table whose first column leads to another page. */
final class LinkTable extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    /**
     * One row.
     *
     * @param address where its first cell leads
     * @param others what stands in the other cells
     */
    record Row(String address, String title, List<String> others) {}

    LinkTable(
            String id,
            String title,
            String note,
            List<String> heads,
            List<Row> rows,
            String none,
            Component... actions) {
        var section = getContent();
        section.addClassName("sec");
        section.setId(id);
        section.setAriaLabel(title);
        section.add(new SectionHead(title, note, actions));
        if (rows.isEmpty()) {
            var sentence = new Paragraph(none);
            sentence.addClassNames("s", "q", "none");
            section.add(sentence);
            return;
        }
        var table = new NativeTable();
        table.addClassName("tight");
        var head = table.getHead().addRow();
        heads.forEach(text -> head.addHeaderCell().setText(text));
        BiFunction<String, String, Anchor> link = (address, text) -> {
            var anchor = new Anchor(address, text);
            anchor.getElement().setAttribute("router-link", true);
            return anchor;
        };
        for (var row : rows) {
            var line = table.getBody().addRow();
            line.addDataCell().add(link.apply(row.address(), row.title()));
            row.others().forEach(text -> line.addDataCell().setText(text));
        }
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        section.add(scroll);
    }
}
