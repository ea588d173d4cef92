package io.outflow.vendors.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.base.Formats;
import io.outflow.vendors.content.Attachment;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asks under which title and why a stored file is attached, and keeps what was typed when that does not go through. */
class DocumentDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 2000;

    private boolean attached;

    /**
     * @param attach attaches the file for a title and a reason; gives a sentence when it did not go through
     * @param giveUp what becomes of the file when the dialog is left without attaching it
     */
    DocumentDialog(
            Attachment file, String suggested, BiFunction<String, String, Optional<String>> attach, Runnable giveUp) {
        setHeaderTitle("Attach " + file.fileName());
        setWidth("480px");
        var title = new TextField("Title");
        title.setValue(suggested);
        title.setHelperText("Empty means the name of the file");
        title.setMaxLength(LONGEST_TITLE);
        title.setTestId("document-title");
        var reason = new TextArea("Reason");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setTestId("document-reason");
        var add = new Button("Attach", click -> attach.apply(
                        title.getValue().strip(), reason.getValue().strip())
                .ifPresentOrElse(
                        sentence -> {
                            reason.setErrorMessage(sentence);
                            reason.setInvalid(true);
                        },
                        () -> {
                            attached = true;
                            close();
                        }));
        addOpenedChangeListener(change -> {
            if (!change.isOpened() && !attached) {
                giveUp.run();
            }
        });
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setTestId("document-attach");
        var fields = new Div(
                new Paragraph("%s of type %s, found from its content."
                        .formatted(Formats.bytes(file.size()), file.mediaType())),
                title,
                reason);
        fields.addClassName("stack");
        add(fields);
        getFooter().add(new Button("Cancel", click -> close()), add);
    }
}
