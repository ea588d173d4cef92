package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.outflow.base.ui.Toast;
import io.outflow.vendors.EntryRefused;
import java.util.Arrays;

/** Shows why something was refused at the field it belongs to. A field is known by the id of its component. */
final class FieldProblems {

    private FieldProblems() {}

    /** At the field of the same id; what belongs to none is said in a toast. */
    static void show(EntryRefused refused, Component... fields) {
        clear(fields);
        for (var problem : refused.problems()) {
            Arrays.stream(fields)
                    .filter(field -> field.getId().orElse("").equals(problem.field()) || fields.length == 1)
                    .findFirst()
                    .ifPresentOrElse(field -> at(field, problem.sentence()), () -> Toast.failed(problem.sentence()));
        }
    }

    static void clear(Component... fields) {
        for (var field : fields) {
            if (field instanceof HasValidationProperties shown) {
                shown.setInvalid(false);
            }
        }
    }

    private static void at(Component field, String sentence) {
        if (field instanceof HasValidationProperties shown) {
            shown.setErrorMessage(sentence);
            shown.setInvalid(true);
        }
    }
}
