package io.outflow.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.outflow.base.Formats;
import java.util.List;
import java.util.function.IntPredicate;

/** A plain table of texts, numbers and components that scrolls in its place and can be reached with the keyboard. */
public class PlainTable extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final NativeTable table = new NativeTable();
    private final transient IntPredicate right;

    /**
     * @param name for who does not see it
     * @param headers none for a table without a head
     * @param right the columns of numbers, which stand at the right, counted from 0
     */
    public PlainTable(String name, List<String> headers, IntPredicate right) {
        this.right = right;
        var head = new NativeTableRow();
        for (var i = 0; i < headers.size(); i++) {
            var cell = new NativeTableHeaderCell(headers.get(i));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("r", right.test(i));
            head.add(cell);
        }
        if (!headers.isEmpty()) {
            table.getHead().add(head);
        }
        table.getElement().setAttribute("aria-label", name);
        getContent().addClassName("numbers");
        getContent().getElement().setAttribute("tabindex", "0");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", name);
        getContent().add(table);
    }

    /** Components, texts, and numbers, which are written with commas. */
    public void row(Object... values) {
        var row = new NativeTableRow();
        for (var i = 0; i < values.length; i++) {
            var cell = new NativeTableCell();
            switch (values[i]) {
                case Component component -> cell.add(component);
                case Number number -> cell.setText(Formats.count(number.longValue()));
                default -> cell.setText(values[i].toString());
            }
            cell.setClassName("r", right.test(i));
            row.add(cell);
        }
        table.getBody().add(row);
    }
}
