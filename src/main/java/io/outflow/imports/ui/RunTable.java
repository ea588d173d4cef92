package io.outflow.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.outflow.base.Formats;
import io.outflow.imports.ImportRun;
import io.outflow.imports.Imports;
import io.outflow.imports.RunState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Import runs, newest first, each with what became of its records. */
final class RunTable extends Composite<Div> {
    private static final int PAGE = 50;
    private static final List<String> COLUMNS =
            List.of("Run", "State", "Started", "Files", "Read", "Inserted", "Duplicate", "Skipped", "Quarantined");
    private static final int FIRST_NUMBER = COLUMNS.indexOf("Files");

    private final Imports imports;
    private final NativeTable table = new NativeTable();
    private final Button more = new Button("Show older runs", e -> load());
    private final Map<Long, Row> rows = new HashMap<>();
    private final List<ImportRun> runs = new ArrayList<>();

    /** A line of the table; its cells stay while its run goes on. */
    private record Row(Span state, Span started, List<Span> numbers) {}

    RunTable(Imports imports) {
        this.imports = imports;
        table.addClassNames("tight", "runs");
        var head = table.getHead().addRow();
        for (var i = 0; i < COLUMNS.size(); i++) {
            var cell = head.addHeaderCell();
            cell.setText(COLUMNS.get(i));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("r", i >= FIRST_NUMBER);
        }
        getContent().addClassName("scroll-x");
        getContent().add(table, more);
        load();
    }

    /** The runs that are listed now. */
    List<ImportRun> runs() {
        return List.copyOf(runs);
    }

    /** A listed run went on. */
    void show(ImportRun run) {
        var row = rows.get(run.id());
        if (row == null) {
            return;
        }
        row.state().setText(RunWords.sentenceCase(RunWords.state(run)));
        row.state().setClassName("gap", run.state() == RunState.FAILED);
        row.started()
                .setText("%s by %s %s"
                        .formatted(Formats.minute(run.startedAt()), run.startedBy(), RunWords.origin(run.origin())));
        var counts = run.totals();
        var values = List.of(
                (long) run.files(),
                counts.read(),
                counts.inserted(),
                counts.duplicate(),
                counts.skipped(),
                counts.quarantined());
        for (var i = 0; i < values.size(); i++) {
            row.numbers().get(i).setText(Formats.count(values.get(i)));
        }
        row.numbers().getLast().setClassName("gap", counts.quarantined() > 0);
    }

    private void load() {
        var page = imports.runs(runs.size(), PAGE + 1);
        page.stream().limit(PAGE).forEach(run -> {
            runs.add(run);
            add(run);
            show(run);
        });
        more.setVisible(page.size() > PAGE);
    }

    private void add(ImportRun run) {
        var line = table.getBody().addRow();
        var row = new Row(
                new Span(),
                new Span(),
                List.of(new Span(), new Span(), new Span(), new Span(), new Span(), new Span()));
        cell(line, new RouterLink("Run " + run.id(), ImportRunView.class, ImportRunView.of(run.id())));
        cell(line, row.state());
        cell(line, row.started());
        for (var i = 0; i < row.numbers().size(); i++) {
            var cell = line.addDataCell();
            cell.addClassName("r");
            cell.getElement().setAttribute("data-label", COLUMNS.get(FIRST_NUMBER + i));
            cell.add(row.numbers().get(i));
        }
        rows.put(run.id(), row);
    }

    private static void cell(NativeTableRow line, Component content) {
        line.addDataCell().add(content);
    }
}
