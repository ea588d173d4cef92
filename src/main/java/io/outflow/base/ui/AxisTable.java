package io.outflow.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.UnorderedList;
import io.outflow.base.Formats;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The numbers and bars of an axis of time as a table and a list. */
public class AxisTable extends Composite<Details> {

    private static final long serialVersionUID = 1L;

    public AxisTable(AxisData data) {
        var table = new NativeTable();
        table.addClassName("tight");
        var head = table.getHead().addRow();
        head.addHeaderCell().setText("Day");
        data.series().forEach(series -> head.addHeaderCell().setText(series.name()));
        head.addHeaderCell().setText("Log files");
        for (var i = 0; i < data.days().size(); i++) {
            var index = i;
            if (data.series().stream().allMatch(series -> series.values().get(index) == 0)) {
                continue;
            }
            var row = table.getBody().addRow();
            row.addDataCell().setText(Formats.day(LocalDate.parse(data.days().get(index))));
            data.series().forEach(series -> row.addDataCell()
                    .setText(Formats.count(series.values().get(index))));
            row.addDataCell()
                    .setText(
                            index < data.proofs().size()
                                    ? data.proofs().get(index).text()
                                    : "");
        }
        var list = new UnorderedList();
        data.bands()
                .forEach(band -> list.add(new ListItem(band.name() + ": "
                        + band.spans().stream().map(AxisData.Span::text).collect(Collectors.joining("; ")))));
        data.changes().forEach(change -> list.add(new ListItem(change.text())));
        var scroll = new Div(list, table);
        scroll.addClassName("axis-table");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", "The numbers of the chart");
        getContent().setSummaryText("Show as table");
        getContent().add(scroll);
    }
}
