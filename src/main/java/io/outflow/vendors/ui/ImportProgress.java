package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import io.outflow.base.Formats;
import io.outflow.vendors.RegisterFiles;
import io.outflow.vendors.RegisterImports;
import io.outflow.vendors.RegisterImports.Progress;
import org.jspecify.annotations.Nullable;

/** How the import goes on that was started last, by whomever; it follows by itself and ends with what became of each row. */
class ImportProgress extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int ASK_EVERY_MS = 500;

    private final transient RegisterImports imports;
    private final transient RegisterFiles files;
    private final Paragraph who = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph line = new Paragraph();
    private final Div outcome = new Div();
    private @Nullable Registration polling;

    ImportProgress(RegisterImports imports, RegisterFiles files) {
        this.imports = imports;
        this.files = files;
        who.addClassNames("s", "q");
        bar.getElement().setAttribute("aria-label", "Rows that are done");
        bar.setWidth("min(460px, 100%)");
        outcome.addClassName("stack");
        getContent().addClassName("stack");
        getContent().add(who, bar, line, outcome);
        getContent().setVisible(false);
    }

    /** Shows how it stands now. */
    void show() {
        var progress = imports.last();
        getContent().setVisible(progress.isPresent());
        progress.ifPresent(this::show);
        follow(progress.filter(Progress::isRunning).isPresent());
    }

    /** Makes room for another file, unless an import goes on. */
    void leave() {
        getContent().setVisible(imports.last().filter(Progress::isRunning).isPresent());
    }

    private void show(Progress progress) {
        who.setText("%s by %s, %s".formatted(progress.fileName(), progress.by(), Formats.minute(progress.startedAt())));
        bar.setVisible(progress.isRunning());
        line.setVisible(progress.isRunning());
        outcome.removeAll();
        if (progress.isRunning()) {
            bar.setMax(Math.max(1, progress.rows()));
            bar.setValue(progress.done());
            line.setText("%s of %s done. You may leave this page: it goes on, and here you find what came of it."
                    .formatted(Formats.count(progress.done()), Formats.count(progress.rows(), "row", "rows")));
        }
        if (!progress.failure().isEmpty()) {
            var failure = new Paragraph(progress.failure());
            failure.addClassName("problem");
            failure.getElement().setAttribute("role", "alert");
            outcome.add(failure);
        }
        var result = progress.result();
        if (result != null) {
            outcome.add(ImportWords.sentence(result));
            if (!result.refused().isEmpty()) {
                outcome.add(new RefusalList(files, result.refused(), "These rows did not go in"));
            }
        }
    }

    private void follow(boolean running) {
        if (running && polling == null) {
            var ui = UI.getCurrent();
            ui.setPollInterval(ASK_EVERY_MS);
            polling = ui.addPollListener(poll -> show());
        } else if (!running) {
            end(UI.getCurrent());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        end(event.getUI());
    }

    private void end(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
