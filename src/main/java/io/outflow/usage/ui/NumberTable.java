package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.outflow.base.Formats;
import java.util.List;

/** A plain table that scrolls in its place and can be reached with the keyboard: the same numbers as a chart. */
class NumberTable extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final NativeTableBody body;
    private final int texts;

    /** @param texts how many columns at the left are texts; the rest are numbers and stand at the right */
    NumberTable(String name, int texts, List<String> headers) {
        this.texts = texts;
        var table = new NativeTable();
        var head = new NativeTableRow();
        for (var header : headers) {
            var cell = new NativeTableHeaderCell(header);
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("r", head.getChildren().count() >= texts);
            head.add(cell);
        }
        table.getHead().add(head);
        body = table.getBody();
        table.getElement().setAttribute("aria-label", name);
        getContent().addClassName("numbers");
        getContent().getElement().setAttribute("tabindex", "0");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", name);
        getContent().add(table);
    }

    /** Components, texts, and numbers, which are written with commas. */
    void row(Object... values) {
        var row = new NativeTableRow();
        for (var value : values) {
            var cell = new NativeTableCell();
            switch (value) {
                case Component component -> cell.add(component);
                case Number number -> cell.setText(Formats.count(number.longValue()));
                default -> cell.setText(value.toString());
            }
            cell.setClassName("r", row.getChildren().count() >= texts);
            row.add(cell);
        }
        body.add(row);
    }
}
