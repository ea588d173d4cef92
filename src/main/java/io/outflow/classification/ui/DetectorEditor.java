package io.outflow.classification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.ui.SectionHead;
import io.outflow.classification.DataClass;
import io.outflow.classification.Detectors.Setting;
import io.outflow.classification.Rules.Problem;
import java.util.List;

/** The setting of a detector being changed. */
final class DetectorEditor extends Composite<Section> implements EditedList.Editor {
    /** Takes what is to be saved. */
    interface Saving {
        void save(Setting seen, Setting wanted, String reason);
    }

    private final Setting begun;
    private final Checkbox enabled = new Checkbox("Look for it in the text of calls");
    private final Select<DataClass> dataClass = new Select<>();
    private final TextArea reason = new TextArea("Reason");
    private final Paragraph problem = new Paragraph();

    DetectorEditor(
            Setting setting,
            List<DataClass> classes,
            boolean mayChange,
            Saving onSave,
            Runnable onDiscard,
            Runnable onChange) {
        begun = setting;
        enabled.setValue(setting.enabled());
        dataClass.setLabel("Class of its finds");
        dataClass.setItems(classes);
        dataClass.setItemLabelGenerator(DataClass::name);
        classes.stream()
                .filter(one -> one.code().equals(setting.dataClass()))
                .findFirst()
                .ifPresent(dataClass::setValue);
        reason.setHelperText("Kept with this change");
        reason.setMaxLength(500);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        enabled.setReadOnly(!mayChange);
        dataClass.setReadOnly(!mayChange);
        enabled.addValueChangeListener(e -> onChange.run());
        dataClass.addValueChangeListener(e -> onChange.run());
        reason.addValueChangeListener(e -> onChange.run());

        var content = getContent();
        content.addClassNames("sec", "rule-editor");
        content.add(
                new SectionHead(setting.detector().label(), ""),
                new Paragraph(setting.detector().sentence()),
                enabled,
                dataClass);
        if (mayChange) {
            var save = new Button(
                    "Save detector",
                    e -> onSave.save(begun, wanted(), reason.getValue().strip()));
            save.addThemeVariants(ButtonVariant.PRIMARY);
            save.setTestId("detector-save");
            var actions = new Div(save, new Button("Discard", e -> onDiscard.run()));
            actions.addClassName("acts");
            content.add(reason, problem, actions);
        }
    }

    @Override
    public boolean isChanged() {
        return !wanted().equals(begun) || !reason.isEmpty();
    }

    @Override
    public void showProblems(List<Problem> problems) {
        dataClass.setInvalid(false);
        reason.setInvalid(false);
        problem.setText("");
        problems.forEach(found -> {
            switch (found.field()) {
                case "dataClass" -> {
                    dataClass.setErrorMessage(found.sentence());
                    dataClass.setInvalid(true);
                }
                case "reason" -> {
                    reason.setErrorMessage(found.sentence());
                    reason.setInvalid(true);
                }
                default -> problem.setText(found.sentence());
            }
        });
    }

    @Override
    public void showConflict(String sentence, Runnable showStored) {
        problem.setText(sentence + " ");
        problem.add(new Button("Show what is saved now", e -> showStored.run()));
    }

    private Setting wanted() {
        return new Setting(
                begun.detector(),
                enabled.getValue(),
                dataClass.getOptionalValue().map(DataClass::code).orElse(""));
    }
}
