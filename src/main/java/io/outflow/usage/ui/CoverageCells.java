package io.outflow.usage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.base.ui.PlainTable;
import io.outflow.usage.CoverageReport;
import java.util.Comparator;
import java.util.List;

/** Coverage by account, Region and channel, each with its days. */
class CoverageCells extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    CoverageCells(CoverageReport report) {
        getContent().addClassName("panel");
        if (report.cells().isEmpty()) {
            getContent().add(new Paragraph("No account, Region and channel is evidenced in these days."));
            return;
        }
        var period = new Period(report.from(), report.to());
        var table = new PlainTable(
                "Coverage by account, Region and channel",
                List.of("Account", "Region", "Channel", "Days", "Seen"),
                column -> column >= 5);
        report.cells().stream()
                .sorted(Comparator.comparing(CoverageReport.Cell::account)
                        .thenComparing(CoverageReport.Cell::region)
                        .thenComparing(CoverageReport.Cell::channel))
                .forEach(cell -> table.row(
                        cell.account(),
                        cell.region(),
                        cell.channel().label(),
                        CoverageLines.bar(
                                period,
                                cell.days(),
                                "%s, %s, %s"
                                        .formatted(
                                                cell.account(),
                                                cell.region(),
                                                cell.channel().label())),
                        CoverageLines.words(period, cell.days())));
        getContent().add(table);
    }
}
