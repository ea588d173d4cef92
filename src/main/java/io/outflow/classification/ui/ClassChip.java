package io.outflow.classification.ui;

import com.vaadin.flow.component.html.Span;
import io.outflow.classification.DataClass;

/** A class of data: its colour and its name, never the colour alone. */
final class ClassChip extends Span {
    ClassChip(DataClass dataClass) {
        super(dataClass.name());
        addClassName("cls");
        getStyle().set("--c", "var(--of-c" + dataClass.colour() + ")");
    }

    /** For a class that is not known any more. */
    ClassChip(String code) {
        super(code);
        addClassNames("cls", "u");
    }
}
