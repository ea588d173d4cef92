package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.ui.Days;
import io.outflow.vendors.Basis;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fact rests on, being written: source, the day for which it says so, and when to look again. */
final class BasisInputs extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient Basis begun;
    private final TextArea source = new TextArea("Source");
    private final DatePicker asOf = Days.optional("Says so as of");
    private final DatePicker nextCheck = Days.optional("Check again by");

    BasisInputs(Basis basis, Runnable changed) {
        begun = basis;
        source.setHelperText("A document with its clause, or an address. Without a source it stays a claim.");
        source.addClassName("wide");
        source.setValueChangeMode(ValueChangeMode.EAGER);
        source.setValue(basis.source());
        asOf.setValue(basis.asOf());
        nextCheck.setValue(basis.nextCheck());
        nextCheck.setHelperText("After this day it is shown as past its check");
        for (var field : List.of(asOf, nextCheck)) {
            field.addValueChangeListener(e -> changed.run());
        }
        source.addValueChangeListener(e -> changed.run());
        var title = new H3("What it rests on");
        title.addClassName("wide");
        getContent().addClassName("entry-fields");
        getContent().add(title, source, asOf, nextCheck);
    }

    boolean isChanged() {
        return !source().equals(begun.source())
                || !java.util.Objects.equals(asOf.getValue(), begun.asOf())
                || !java.util.Objects.equals(nextCheck.getValue(), begun.nextCheck());
    }

    /**
     * The basis of what is saved. A confirmation holds for what was confirmed: when the content or the source is another one, the fact is a
     * claim again until somebody confirms it.
     */
    Basis basis(boolean contentChanged) {
        return contentChanged || isChanged() ? begun.resting(source(), asOf.getValue(), nextCheck.getValue()) : begun;
    }

    String source() {
        return source.getValue().strip();
    }

    @Nullable
    LocalDate nextCheck() {
        return nextCheck.getValue();
    }

    boolean isReadable() {
        var readable = true;
        for (var field : List.of(asOf, nextCheck)) {
            field.setInvalid(false);
            if (FieldInput.isUnreadable(field)) {
                field.setErrorMessage("This cannot be read as a day. Write it like 21 Nov 2026 or 2026-11-21.");
                field.setInvalid(true);
                readable = false;
            }
        }
        return readable;
    }

    void showProblem(String sentence) {
        source.setErrorMessage(sentence);
        source.setInvalid(true);
        source.focus();
    }

    void clearProblem() {
        source.setInvalid(false);
    }
}
