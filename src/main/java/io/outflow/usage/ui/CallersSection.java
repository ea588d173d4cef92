package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.usage.UsageExport;
import io.outflow.usage.UsageExport.Content;
import io.outflow.usage.UsageExport.Format;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import java.time.Instant;
import java.util.function.Consumer;

/** The callers' table with its columns and exports. */
class CallersSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<CallerColumn> columns = new CheckboxGroup<>("Columns");
    private final SectionHead head;
    private final CallersTable table;
    private transient Selection selection = Selection.EVERYTHING;
    private transient UsageFilter filter = UsageFilter.period(Instant.EPOCH, Instant.EPOCH);

    CallersSection(Consumer<Selection> changed, UsageExport export, Component names) {
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
                new ExportLink(export, Content.ROWS, Format.CSV, () -> filter),
                new ExportLink(export, Content.ROWS, Format.JSON, () -> filter));
        getContent().addClassNames("sec", "callers");
        getContent().add(head, popover, table);
    }

    void show(Selection shown, UsageReport report, ClassPalette classes) {
        selection = shown;
        filter = report.filter();
        columns.setValue(shown.shown().columns());
        var steps = report.steps() == 0
                ? ""
                : "; %s inside agents' answers counted by the answer"
                        .formatted(Formats.count(report.steps(), "model call", "model calls"));
        head.setNote(Formats.count(report.rows().size(), "row", "rows") + steps);
        table.show(shown, report.rows(), classes);
    }
}
