package io.outflow.posture.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import io.outflow.base.Formats;
import io.outflow.posture.CoverageMap;
import java.util.List;

/** The map as a table: a row for days in a row that stand alike for the same reason. */
class CoverageTable extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    CoverageTable(CoverageMap map, CoverageQuery query) {
        var table = new NativeTable();
        table.addClassNames("tight", "cov-table");
        table.getElement().setAttribute("aria-label", "Coverage by account, Region and channel");
        Tables.head(table, List.of("Account", "Region", "Channel", "Days", "State", "Why"));
        map.lines().keySet().forEach(place -> map.stretches(place).forEach(stretch -> {
            var row = table.getBody().addRow();
            Tables.cell(row, "Account", place.account());
            Tables.cell(row, "Region", place.region());
            Tables.cell(row, "Channel", place.lane().label());
            Tables.cell(row, "Days")
                    .add(new Link(
                            Formats.period(stretch.first(), stretch.last()),
                            query.at(place, stretch.first()).address()));
            Tables.cell(row, "State", CoverageGrid.word(stretch.cell()));
            Tables.cell(row, "Why", stretch.cell().reason());
        }));
        Tables.scrolling(getContent(), "Coverage as a table");
        getContent().add(table);
    }
}
