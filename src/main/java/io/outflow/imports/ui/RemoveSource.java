package io.outflow.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.base.ui.Toast;
import io.outflow.imports.LogSource;
import io.outflow.imports.SourceRefused;
import io.outflow.imports.Sources;
import java.util.function.Consumer;

/** Offers to take a source away, and asks for the reason. */
final class RemoveSource extends Button {
    private static final int LONGEST = 500;

    private final Sources sources;
    private final LogSource source;
    private final Consumer<LogSource> onDone;
    private final TextArea reason = new TextArea("Reason");

    /** @param onDone told once it is removed */
    RemoveSource(Sources sources, LogSource source, Consumer<LogSource> onDone) {
        super("Remove");
        this.sources = sources;
        this.source = source;
        this.onDone = onDone;
        setTestId("source-remove");
        addThemeVariants(ButtonVariant.TERTIARY);
        addClickListener(e -> ask().open());
    }

    private Dialog ask() {
        var dialog = new Dialog();
        dialog.setHeaderTitle("Remove this source?");
        var text = new Paragraph(
                "Outflow will not look at " + source.settings().name() + " any more. What was imported from "
                        + "there stays, with its proof. Your name and the reason go into the change log.");
        reason.clear();
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setTestId("source-remove-reason");
        var remove = new Button("Remove", e -> remove(dialog));
        remove.addThemeVariants(ButtonVariant.PRIMARY);
        remove.setTestId("source-remove-confirm");
        dialog.add(text, reason);
        dialog.getFooter().add(new Button("Keep it", e -> dialog.close()), remove);
        return dialog;
    }

    private void remove(Dialog dialog) {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage("Say why logs are not fetched from there any more.");
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        try {
            sources.remove(source.id(), reason.getValue());
        } catch (SourceRefused e) {
            reason.setErrorMessage(e.problems().getFirst().sentence());
            reason.setInvalid(true);
            return;
        }
        dialog.close();
        Toast.done(source.settings().name() + " is removed. What it imported stays.");
        onDone.accept(source);
    }
}
