package io.outflow.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.imports.LogSource;
import io.outflow.imports.SourceLook;
import io.outflow.imports.Sources;
import java.util.List;

/** The looks at a source that found something or went wrong, newest first. */
final class LookTable extends Composite<Section> {
    private static final int PAGE = 20;

    private final Sources sources;
    private final LogSource source;
    private final NativeTable table = new NativeTable();
    private final Button more = new Button("Show older looks", e -> load());
    private int shown;

    LookTable(Sources sources, LogSource source) {
        this.sources = sources;
        this.source = source;
        table.addClassNames("tight", "looks");
        var head = table.getHead().addRow();
        for (var title : List.of("Looked", "Found", "Import run")) {
            var cell = head.addHeaderCell();
            cell.setText(title);
            cell.getElement().setAttribute("scope", "col");
        }
        getContent().addClassName("sec");
        getContent().add(new SectionHead("History", "Looks that found nothing new are not listed."), table, more);
        load();
    }

    private void load() {
        var page = sources.looks(source.id(), shown, PAGE + 1);
        page.stream().limit(PAGE).forEach(this::add);
        shown += Math.min(page.size(), PAGE);
        more.setVisible(page.size() > PAGE);
        if (shown == 0) {
            table.setVisible(false);
            getContent().add(new Paragraph("No look has found anything yet."));
        }
    }

    private void add(SourceLook look) {
        var row = table.getBody().addRow();
        row.addDataCell().setText("%s by %s".formatted(Formats.minute(look.startedAt()), look.startedBy()));
        var words = new Span(SourceWords.found(source, look));
        words.setClassName("watch", look.problem() != null);
        row.addDataCell().add(words);
        var run = look.runId();
        var cell = row.addDataCell();
        if (run != null) {
            cell.add(new RouterLink("Run " + run, ImportRunView.class, ImportRunView.of(run)));
        }
    }
}
