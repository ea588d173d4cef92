package io.outflow.vendors.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import java.util.function.Function;

/** Asks why before something is done, and keeps what was typed when it does not go through. */
class WhyDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_REASON = 2000;

    /** @param change makes the change for a reason; gives a sentence when it did not go through */
    WhyDialog(String title, String text, String action, Function<String, Optional<String>> change) {
        setHeaderTitle(title);
        setWidth("480px");
        var reason = new TextArea("Reason");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        reason.setTestId("why-reason");
        var done = new Button(action, click -> change.apply(reason.getValue().strip())
                .ifPresentOrElse(
                        sentence -> {
                            reason.setErrorMessage(sentence);
                            reason.setInvalid(true);
                        },
                        this::close));
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.setTestId("why-done");
        add(new Paragraph(text), reason);
        getFooter().add(new Button("Cancel", click -> close()), done);
    }
}
