package io.outflow.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.outflow.base.Formats;
import io.outflow.base.ui.PageHead;
import io.outflow.imports.ImportRun;
import io.outflow.imports.RunState;
import java.time.Duration;

/** Title, story, progress and what can be done with the run. */
final class RunHeader extends Composite<Div> {
    private final ProgressBar bar = new ProgressBar();
    private final Span bytes = new Span();
    private final Span rate = new Span();
    private final Button cancel = new Button("Cancel run");
    private final Button resume = new Button("Resume");
    private final Anchor usage = new Anchor("usage", "See usage");
    private final Paragraph message = new Paragraph();
    private final Paragraph note = new Paragraph();
    private final Span announcement = new Span();
    private final PageHead head;
    private final boolean mayImport;

    RunHeader(boolean mayImport, Runnable onCancel, Runnable onResume) {
        this.mayImport = mayImport;
        usage.addClassNames("btn", "pri");
        cancel.setTestId("run-cancel");
        cancel.addClickListener(e -> onCancel.run());
        resume.setTestId("run-resume");
        resume.addClickListener(e -> onResume.run());
        message.addClassName("run-message");
        announcement.addClassName("sr");
        announcement.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "Share of the bytes that is read");

        head = new PageHead("", "", cancel, resume, usage);
        var line = new Div(bytes, rate);
        line.addClassName("bar-line");
        getContent().addClassName("run-head");
        note.addClassName("run-note");
        getContent().add(head, message, note, bar, line, announcement);
    }

    /** What the run's evidence can tell, and how its parts found each other. */
    void note(String bounds, String joined) {
        note.setText((joined + " " + bounds).strip());
    }

    void show(ImportRun run, Pace pace) {
        var running = run.state() == RunState.RUNNING;
        head.setTitle("Import run " + run.id() + ", " + RunWords.state(run));
        head.setSub(RunWords.story(run, pace));
        var whole = run.bytes() == 0 && !running;
        bar.setValue(whole ? 1 : run.bytes() == 0 ? 0 : Math.min(1.0, (double) run.bytesRead() / run.bytes()));
        bytes.setText("%d %% of %s read"
                .formatted(whole ? 100 : RunWords.percent(run.bytesRead(), run.bytes()), Formats.bytes(run.bytes())));
        rate.setText(running ? now(pace) : average(run));
        var sentence = run.message();
        message.setText(sentence == null ? "" : sentence);
        message.setVisible(sentence != null);
        cancel.setVisible(mayImport && running);
        resume.setVisible(mayImport && run.state() == RunState.CANCELLED);
        usage.setVisible(!running && run.totals().read() > 0);
        announcement.setText(running ? "" : "Import run " + run.id() + " is " + RunWords.state(run) + ".");
    }

    private static String now(Pace pace) {
        return pace.recordsPerSecond()
                .map(perSecond -> Formats.count(perSecond) + " records a second")
                .orElse("");
    }

    private static String average(ImportRun run) {
        var ended = run.endedAt();
        var millis =
                ended == null ? 0 : Duration.between(run.startedAt(), ended).toMillis();
        return millis <= 0 || run.state() == RunState.CANCELLED
                ? ""
                : Formats.count(run.totals().read() * 1000 / millis) + " records a second on average";
    }
}
