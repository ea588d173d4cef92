package io.outflow.classification.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.ui.SectionHead;
import io.outflow.classification.DataClass;
import io.outflow.classification.MatchPreview;
import io.outflow.classification.Rule;
import io.outflow.classification.Rules.Draft;
import io.outflow.classification.Rules.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rule being written, with what it would match shown while it is typed. */
final class RuleEditor extends Composite<Section> {
    private final TextField name = new TextField("Name");
    private final ConditionList conditions;
    private final Select<DataClass> dataClass = new Select<>();
    private final TextArea reason = new TextArea("Reason");
    private final Paragraph problem = new Paragraph();
    private final @Nullable Rule rule;
    private final Draft begun;

    /** @param rule the rule that is changed; null for a new one */
    RuleEditor(
            @Nullable Rule rule,
            List<DataClass> classes,
            MatchPreview preview,
            boolean mayChange,
            Consumer<Draft> onSave,
            Runnable onDiscard,
            Runnable onChange) {
        this.rule = rule;
        conditions =
                new ConditionList(rule == null ? List.of() : rule.matcher().conditions(), preview, mayChange, onChange);
        dataClass.setLabel("Calls like this carry");
        dataClass.setItems(classes);
        dataClass.setItemLabelGenerator(DataClass::name);
        dataClass.setRenderer(new ComponentRenderer<>(ClassChip::new));
        reason.setHelperText("Kept with this version of the rule.");
        reason.setMaxLength(500);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        if (rule != null) {
            name.setValue(rule.name());
            classes.stream().filter(c -> c.code().equals(rule.dataClass())).forEach(dataClass::setValue);
        }
        begun = draft();

        // At each key, so that leaving right after typing still asks.
        name.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        for (var field : List.<AbstractField<?, ?>>of(name, dataClass, reason)) {
            field.setReadOnly(!mayChange);
            // A select says so with an attribute that its button may not carry.
            field.setRequiredIndicatorVisible(mayChange && field != dataClass);
            field.addValueChangeListener(e -> onChange.run());
        }

        var content = getContent();
        content.addClassNames("sec", "rule-editor");
        content.add(
                new SectionHead(rule == null ? "New rule" : "Rule " + rule.id() + ", version " + rule.version(), ""),
                name,
                conditions,
                dataClass);
        if (mayChange) {
            content.add(reason, problem, actions(onSave, onDiscard));
        }
    }

    boolean isChanged() {
        return !draft().equals(begun);
    }

    /** What stands against saving, each sentence at its field where it has one. */
    void showProblems(List<Problem> problems) {
        Map<String, HasValidation> fields = Map.of("name", name, "dataClass", dataClass, "reason", reason);
        fields.values().forEach(field -> field.setInvalid(false));
        conditions.clearProblems();
        problem.setText("");
        problems.forEach(found -> {
            var field = fields.get(found.field());
            if (field != null) {
                field.setErrorMessage(found.sentence());
                field.setInvalid(true);
            } else if (!conditions.show(found.field(), found.sentence())) {
                problem.setText(found.sentence());
            }
        });
    }

    /** Somebody else saved first. What was typed stays to be compared. */
    void showConflict(String sentence, Runnable showStored) {
        problem.setText(sentence + " ");
        problem.add(new Button("Show what is saved now", e -> showStored.run()));
    }

    private Draft draft() {
        var picked = dataClass.getValue();
        return new Draft(
                rule == null ? null : rule.id(),
                name.getValue().strip(),
                conditions.matcher(),
                picked == null ? "" : picked.code(),
                reason.getValue().strip(),
                rule == null ? 0 : rule.version());
    }

    private Div actions(Consumer<Draft> onSave, Runnable onDiscard) {
        var save = new Button("Save rule", e -> onSave.accept(draft()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTestId("rule-save");
        var actions = new Div(save, new Button("Discard", e -> onDiscard.run()));
        actions.addClassName("acts");
        return actions;
    }
}
