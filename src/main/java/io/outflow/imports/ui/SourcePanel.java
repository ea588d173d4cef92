package io.outflow.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.Toast;
import io.outflow.imports.LogSource;
import io.outflow.imports.SourceKind;
import io.outflow.imports.SourceRefused;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.Sources;
import io.outflow.usage.LoggedCalls;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All of one source: how it goes, what can be done, its settings, whether it can be reached, and its history. */
final class SourcePanel extends Composite<Div> {
    private final Sources sources;
    private final @Nullable LogSource source;
    private final Consumer<LogSource> onDone;
    private final SourceEditor editor;
    private final SourceCheck check;
    private final SourceSettings begun;

    /**
     * @param source null for a new one
     * @param onDone told of the source as it is after a change
     * @param onEdit told whether something is written that is not saved
     */
    SourcePanel(
            Sources sources,
            LoggedCalls calls,
            @Nullable LogSource source,
            Consumer<LogSource> onDone,
            Consumer<Boolean> onEdit) {
        this.sources = sources;
        this.source = source;
        this.onDone = onDone;
        editor = new SourceEditor(source == null ? null : source.settings(), this::save, () -> edited(onEdit));
        check = new SourceCheck(sources, editor::draft, e -> editor.showProblems(e.problems()));
        begun = editor.draft();
        check.refresh();
        var settings = new Section(new SectionHead(source == null ? "New source" : "Settings", ""), editor);
        settings.addClassName("sec");
        var content = getContent();
        content.addClassName("source-panel");
        if (source == null) {
            content.add(settings, check);
        } else {
            content.add(state(source, calls), settings, check, new LookTable(sources, source));
        }
    }

    private Section state(LogSource shown, LoggedCalls calls) {
        var look = new Button("Look now", e -> {
            sources.lookNow(shown.id());
            Toast.done("Outflow looks now. What it finds becomes an import run.");
        });
        look.setTestId("source-look");
        var pause = new Button(shown.paused() ? "Resume" : "Pause", e -> {
            if (shown.paused()) {
                sources.resume(shown.id());
            } else {
                sources.pause(shown.id());
            }
            onDone.accept(shown);
        });
        pause.setTestId("source-pause");
        var section = new Section(
                new SectionHead(shown.settings().name(), "", look, pause, new RemoveSource(sources, shown, onDone)),
                words(SourceWords.story(shown)));
        section.addClassName("sec");
        if (shown.settings().kind() == SourceKind.INVOCATION_LOG_BUCKET) {
            section.add(words(SourceWords.joined(calls.ofSource(shown.id()))));
        }
        return section;
    }

    private static Paragraph words(String text) {
        var words = new Paragraph(text);
        words.addClassName("sentence");
        return words;
    }

    private void edited(Consumer<Boolean> onEdit) {
        check.refresh();
        onEdit.accept(!editor.draft().equals(begun));
    }

    private void save(SourceSettings settings) {
        editor.showProblems(List.of());
        try {
            var saved = source == null ? sources.add(settings) : sources.change(source, settings);
            Toast.done(settings.name() + " is saved. Outflow looks at it within two minutes.");
            onDone.accept(saved);
        } catch (SourceRefused e) {
            editor.showProblems(e.problems());
        }
    }
}
