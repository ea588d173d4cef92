package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.vendors.ImportPreview;
import io.outflow.vendors.ImportPreview.FieldDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an import would change and add, row by row. */
final class ImportTables {

    private static final int MOST = 200;
    private static final int LONGEST = 300;

    private ImportTables() {}

    static Component[] of(ImportPreview preview) {
        var parts = new ArrayList<Component>();
        if (!preview.changed().isEmpty()) {
            parts.add(table(
                    "Changed",
                    List.of("Where", "Entry", "What changes"),
                    preview.changed().stream()
                            .limit(MOST)
                            .map(change -> List.of(
                                    change.place().words(),
                                    "%s %s"
                                            .formatted(
                                                    change.before().kind().label(),
                                                    change.before().title()),
                                    change.fields().stream()
                                            .map(FieldDifference::words)
                                            .map(ImportTables::shortened)
                                            .collect(Collectors.joining("\n"))))
                            .toList(),
                    preview.changed().size()));
        }
        if (!preview.added().isEmpty()) {
            parts.add(table(
                    "Added",
                    List.of("Where", "Entry", "Hangs on"),
                    preview.added().stream()
                            .limit(MOST)
                            .map(addition -> List.of(
                                    addition.place().words(),
                                    shortened(addition.content().heading()),
                                    addition.ownerName()))
                            .toList(),
                    preview.added().size()));
        }
        return parts.toArray(Component[]::new);
    }

    static Component table(String title, List<String> heads, List<List<String>> rows, int all) {
        var table = new NativeTable();
        table.addClassNames("tight", "import");
        var head = table.getHead().addRow();
        heads.forEach(text -> {
            var cell = head.addHeaderCell();
            cell.setText(text);
            cell.getElement().setAttribute("scope", "col");
        });
        for (var row : rows) {
            var line = table.getBody().addRow();
            row.forEach(text -> line.addDataCell().setText(text));
        }
        var part = new Div(new SectionHead(title, Formats.count(all, "row", "rows")), table);
        part.addClassName("sec");
        if (all > rows.size()) {
            part.add(new Paragraph(Formats.count(all - rows.size()) + " more are not listed here."));
        }
        return part;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
