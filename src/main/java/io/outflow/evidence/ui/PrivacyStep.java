package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.access.Names;

/** The step of whether callers are named. */
final class PrivacyStep {

    private static final String MASKED = "By stable pseudonyms";
    private static final String NAMED = "By name";

    private final Names names;
    private final Runnable changed;

    PrivacyStep(Names names, Runnable changed) {
        this.names = names;
        this.changed = changed;
    }

    Component of(Draft draft) {
        var choice = new RadioButtonGroup<String>("People who called models are shown");
        choice.setItems(MASKED, NAMED);
        choice.setValue(draft.named ? NAMED : MASKED);
        choice.setTestId("evidence-named");
        var may = names.mayReveal();
        choice.setItemEnabledProvider(item -> may || item.equals(MASKED));
        choice.setHelperText(
                may
                        ? "With names the change log keeps who asked for them and why, and the report prints the reason."
                        : "Your role sees no names, so the package shows none.");
        var reason = new TextArea("Reason");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(300);
        reason.setVisible(draft.named);
        reason.setValue(draft.reason);
        reason.setTestId("evidence-reason");
        reason.addValueChangeListener(event -> {
            draft.reason = event.getValue();
            changed.run();
        });
        choice.addValueChangeListener(event -> {
            draft.named = NAMED.equals(event.getValue());
            reason.setVisible(draft.named);
            changed.run();
        });
        return Fields.section(
                "Whom does it name?",
                "Prompts and answers are never in a package: Outflow does not store them.",
                choice,
                reason);
    }
}
