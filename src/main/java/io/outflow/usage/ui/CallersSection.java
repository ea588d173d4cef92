package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.usage.UsageReport;
import io.outflow.usage.UsageReport.Row;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The callers' table with its columns and exports. */
class CallersSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<CallerColumn> columns = new CheckboxGroup<>("Columns");
    private final SectionHead head;
    private final CallersTable table;
    private transient Selection selection = Selection.EVERYTHING;
    private transient List<Row> rows = List.of();
    private transient ClassPalette palette = new ClassPalette(List.of());
    private transient String days = "";

    CallersSection(Consumer<Selection> changed, Component names) {
        table = new CallersTable(changed);
        columns.setItems(CallerColumn.values());
        columns.setItemLabelGenerator(CallerColumn::header);
        columns.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(selection.with(selection.shown().columns(event.getValue())));
            }
        });
        var choose = new Link("Columns", () -> {});
        choose.setTestId("callers-columns");
        var popover = new Popover(columns);
        popover.setTarget(choose);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel("Choose columns");
        head = new SectionHead(
                "Callers",
                "",
                names,
                choose,
                export("CSV", "csv", "text/csv;charset=utf-8", () -> RowExport.csv(rows, palette)),
                export("JSON", "json", "application/json", () -> RowExport.json(rows, palette)));
        getContent().addClassNames("sec", "callers");
        getContent().add(head, popover, table);
    }

    void show(Selection shown, UsageReport report, Period period, ClassPalette classes) {
        selection = shown;
        palette = classes;
        days = period.from() + "-" + period.to();
        var order = shown.shown().sort().order();
        rows = report.rows().stream()
                .sorted(shown.shown().ascending() ? order : order.reversed())
                .toList();
        columns.setValue(shown.shown().columns());
        var steps = report.steps() == 0
                ? ""
                : "; %s inside agents' answers counted by the answer"
                        .formatted(Formats.count(report.steps(), "model call", "model calls"));
        head.setNote(Formats.count(rows.size(), "row", "rows") + steps);
        table.show(shown, rows, classes);
    }

    private Anchor export(String text, String ending, String type, Supplier<byte[]> content) {
        var handler = DownloadHandler.fromInputStream(event -> {
            var bytes = content.get();
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes),
                    "outflow-callers-%s.%s".formatted(days, ending),
                    type,
                    bytes.length);
        });
        var anchor = new Anchor(handler, text);
        anchor.setAriaLabel(text + ": export the table");
        anchor.setTestId("callers-" + ending);
        return anchor;
    }
}
