package io.outflow.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.Function;

/** Asks why, and keeps what was typed when the change does not go through. */
public final class ReasonDialog extends Dialog {

    /** @param change makes the change for a reason; gives a sentence when it did not go through */
    public ReasonDialog(String title, String text, String action, Function<String, Optional<String>> change) {
        setHeaderTitle(title);
        setWidth("min(480px, 100vw)");
        var reason = new TextArea("Reason");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(e -> reason.setInvalid(false));
        var confirm = new Button(action, e -> {
            var given = reason.getValue().strip();
            var refusal =
                    given.isEmpty() ? Optional.of("Say why. The reason is kept with the change.") : change.apply(given);
            refusal.ifPresentOrElse(
                    sentence -> {
                        reason.setInvalid(true);
                        reason.setErrorMessage(sentence);
                    },
                    this::close);
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setTestId("reason-confirm");
        var fields = new Div(new Paragraph(text), reason);
        fields.addClassName("stack");
        add(fields);
        getFooter().add(new Button("Cancel", e -> close()), confirm);
        addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                reason.focus();
            }
        });
    }
}
