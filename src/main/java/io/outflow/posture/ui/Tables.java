package io.outflow.posture.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Plain tables whose cells carry the name of their column, to be read one below the other on narrow pages. */
final class Tables {

    private Tables() {}

    static void head(NativeTable table, List<String> titles) {
        var row = table.getHead().addRow();
        for (var title : titles) {
            var cell = row.addHeaderCell();
            cell.setText(title);
            cell.getElement().setAttribute("scope", "col");
        }
    }

    static NativeTableCell cell(NativeTableRow row, String column) {
        var cell = row.addDataCell();
        cell.getElement().setAttribute("data-label", column);
        return cell;
    }

    static void cell(NativeTableRow row, String column, String text) {
        cell(row, column).setText(text);
    }

    /** Makes a place that scrolls reachable with the keyboard. */
    static void scrolling(Div place, String name) {
        place.addClassName("scroll-x");
        place.getElement().setAttribute("tabindex", "0");
        place.getElement().setAttribute("role", "region");
        place.getElement().setAttribute("aria-label", name);
    }
}
