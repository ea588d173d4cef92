package io.outflow.access.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.shared.HasValidationProperties;

/** Shows a refusal at the field it belongs to. */
final class Refusals {

    private Refusals() {}

    static void clear(HasValidationProperties... fields) {
        for (var field : fields) {
            field.setInvalid(false);
        }
    }

    static void at(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
