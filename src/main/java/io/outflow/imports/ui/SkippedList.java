package io.outflow.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.trail.SkipReason;
import java.util.Comparator;
import java.util.Map;

/** Why records that were read well are not kept, most frequent first. */
final class SkippedList extends Composite<Section> {
    private final NativeTable table = new NativeTable();

    SkippedList() {
        var head = new SectionHead("Skipped by reason", "read well, and not kept");
        table.addClassNames("tight", "skipped");
        var columns = table.getHead().addRow();
        columns.addHeaderCell().setText("Reason");
        var count = columns.addHeaderCell();
        count.setText("Records");
        count.addClassName("r");
        getContent().addClassName("skipped-by-reason");
        getContent().add(head, table);
    }

    void show(Map<SkipReason, Long> skipped) {
        setVisible(!skipped.isEmpty());
        table.getBody().removeAll();
        skipped.entrySet().stream()
                .sorted(Map.Entry.<SkipReason, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> {
                    var row = table.getBody().addRow();
                    row.addDataCell().setText(entry.getKey().sentence());
                    var number = row.addDataCell();
                    number.setText(Formats.count(entry.getValue()));
                    number.addClassName("r");
                });
    }
}
