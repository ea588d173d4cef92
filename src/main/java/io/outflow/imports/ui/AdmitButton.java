package io.outflow.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.base.ui.Toast;
import io.outflow.imports.ImportFile;

/** Offers to let a file in that was set aside, and asks for the reason. */
final class AdmitButton extends Button {
    private static final int LONGEST = 500;

    /** Lets a file in; false where it cannot be any more. */
    interface Admission {
        boolean admit(long fileId, String reason);
    }

    AdmitButton(ImportFile file, Admission admission) {
        super("Admit with a reason");
        setTestId("admit-" + file.id());
        addThemeVariants(ButtonVariant.TERTIARY);
        addClickListener(e -> ask(file, admission).open());
    }

    private static Dialog ask(ImportFile file, Admission admission) {
        var dialog = new Dialog();
        dialog.setHeaderTitle("Admit this file?");
        var text = new Paragraph(
                "The file " + file.name() + " is not as AWS signed it. Its calls will be counted and marked "
                        + "invalid wherever they are shown. Your name and the reason go into the change log.");
        var reason = new TextArea("Reason");
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setTestId("admit-reason");
        var admit = new Button("Admit", e -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage("Say why this file may be relied on.");
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            dialog.close();
            if (!admission.admit(file.id(), reason.getValue())) {
                Toast.failed(
                        "The file could not be admitted now: wait until its run has ended, then open the run again.");
            }
        });
        admit.addThemeVariants(ButtonVariant.PRIMARY);
        admit.setTestId("admit-confirm");
        dialog.add(text, reason);
        dialog.getFooter().add(new Button("Leave it aside", e -> dialog.close()), admit);
        return dialog;
    }
}
