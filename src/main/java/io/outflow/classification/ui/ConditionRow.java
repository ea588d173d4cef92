package io.outflow.classification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import java.util.function.Consumer;

/** One condition being edited: what is looked at and the pattern it must have. */
final class ConditionRow extends Composite<Div> {
    private final Select<Field> field = new Select<>();
    private final TextField key = new TextField("Key");
    private final TextField pattern = new TextField("Pattern");
    private final Button remove = new Button("Remove");

    ConditionRow(Condition condition, Runnable changed, Consumer<ConditionRow> removed) {
        field.setLabel("Look at");
        field.setItems(Field.values());
        field.setItemLabelGenerator(RuleWords::field);
        field.setValue(condition.field());
        key.setValue(condition.key());
        pattern.setValue(condition.pattern());
        pattern.setHelperText("* stands for any text");
        for (var text : new TextField[] {key, pattern}) {
            text.setValueChangeMode(ValueChangeMode.LAZY);
            text.setValueChangeTimeout(250);
            text.addValueChangeListener(e -> changed.run());
        }
        field.addValueChangeListener(e -> {
            fit();
            changed.run();
        });
        remove.addClickListener(e -> removed.accept(this));
        remove.setAriaLabel("Remove this condition");
        fit();
        getContent().addClassName("condition");
        getContent().add(field, key, pattern, remove);
    }

    Condition condition() {
        return new Condition(
                field.getValue(),
                field.getValue() == Field.METADATA ? key.getValue().strip() : "",
                pattern.getValue().strip());
    }

    void setReadOnly(boolean readOnly) {
        field.setReadOnly(readOnly);
        key.setReadOnly(readOnly);
        pattern.setReadOnly(readOnly);
        remove.setVisible(!readOnly);
    }

    void setProblem(String sentence) {
        pattern.setInvalid(!sentence.isEmpty());
        pattern.setErrorMessage(sentence);
    }

    private void fit() {
        key.setVisible(field.getValue() == Field.METADATA);
        pattern.setPlaceholder(RuleWords.example(field.getValue()));
    }
}
