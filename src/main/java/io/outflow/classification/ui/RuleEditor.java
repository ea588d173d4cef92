package io.outflow.classification.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
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
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import io.outflow.classification.Rule;
import io.outflow.classification.Rules.Draft;
import io.outflow.classification.Rules.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rule being written, with what it would match shown while it is typed. */
final class RuleEditor extends Composite<Section> {
    private static final Condition BLANK = new Condition(Field.CALLER, "", "");

    private final MatchPreview preview;
    private final TextField name = new TextField("Name");
    private final Div conditionList = new Div();
    private final List<ConditionRow> conditions = new ArrayList<>();
    private final Button add = new Button("Add a condition", e -> addCondition(BLANK));
    private final Select<DataClass> dataClass = new Select<>();
    private final TextArea reason = new TextArea("Reason");
    private final Paragraph matches = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Button save = new Button("Save rule");
    private final Button discard = new Button("Discard");
    private final @Nullable Rule rule;
    private final Runnable onChange;
    private @Nullable Draft begun;

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
        this.preview = preview;
        this.onChange = onChange;
        name.setRequiredIndicatorVisible(true);
        dataClass.setLabel("Calls like this carry");
        dataClass.setItems(classes);
        dataClass.setItemLabelGenerator(DataClass::name);
        dataClass.setRenderer(new ComponentRenderer<>(ClassChip::new));
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("Kept with this version of the rule.");
        reason.setMaxLength(500);
        matches.addClassName("preview");
        matches.getElement().setAttribute("role", "status");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTestId("rule-save");
        save.addClickListener(e -> onSave.accept(draft()));
        discard.addClickListener(e -> onDiscard.run());
        layOut(mayChange);
        fill(rule, classes);
        begun = draft();
        setReadOnly(!mayChange);
        listen();
        showMatches();
    }

    boolean isChanged() {
        return begun != null && !draft().equals(begun);
    }

    /** What stands against saving, each sentence at its field where it has one. */
    void showProblems(List<Problem> problems) {
        name.setInvalid(false);
        dataClass.setInvalid(false);
        reason.setInvalid(false);
        conditions.forEach(row -> row.setProblem(""));
        problem.setText("");
        problems.forEach(this::show);
    }

    /** Somebody else saved first. What was typed stays to be compared. */
    void showConflict(String sentence, Runnable showStored) {
        problem.setText(sentence + " ");
        problem.add(new Button("Show what is saved now", e -> showStored.run()));
    }

    private void show(Problem found) {
        Map<String, HasValidation> fields = Map.of("name", name, "dataClass", dataClass, "reason", reason);
        var field = fields.get(found.field());
        var index = indexOf(found.field());
        if (field != null) {
            field.setInvalid(true);
            field.setErrorMessage(found.sentence());
        } else if (index >= 0 && index < conditions.size()) {
            conditions.get(index).setProblem(found.sentence());
        } else {
            problem.setText(found.sentence());
        }
    }

    private static int indexOf(String field) {
        return field.matches("conditions\\[[0-9]{1,4}]")
                ? Integer.parseInt(field.substring("conditions[".length(), field.length() - 1))
                : -1;
    }

    private Draft draft() {
        var picked = dataClass.getValue();
        return new Draft(
                rule == null ? null : rule.id(),
                name.getValue().strip(),
                matcher(),
                picked == null ? "" : picked.code(),
                reason.getValue().strip(),
                rule == null ? 0 : rule.version());
    }

    private Matcher matcher() {
        return new Matcher(conditions.stream().map(ConditionRow::condition).toList());
    }

    private void fill(@Nullable Rule from, List<DataClass> classes) {
        if (from == null) {
            addCondition(BLANK);
            return;
        }
        name.setValue(from.name());
        from.matcher().conditions().forEach(this::addCondition);
        classes.stream().filter(c -> c.code().equals(from.dataClass())).forEach(dataClass::setValue);
    }

    private void addCondition(Condition condition) {
        var row = new ConditionRow(condition, this::changed, this::removeCondition);
        conditions.add(row);
        conditionList.add(row);
        changed();
    }

    private void removeCondition(ConditionRow row) {
        conditions.remove(row);
        conditionList.remove(row);
        changed();
    }

    private void listen() {
        for (var field : List.<AbstractField<?, ?>>of(name, dataClass, reason)) {
            field.addValueChangeListener(e -> onChange.run());
        }
        name.setValueChangeMode(ValueChangeMode.LAZY);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
    }

    private void changed() {
        if (begun != null) {
            showMatches();
            onChange.run();
        }
    }

    private void showMatches() {
        var matcher = matcher();
        var blank = matcher.conditions().stream().anyMatch(c -> c.pattern().isEmpty());
        matches.setText(
                blank || matcher.conditions().isEmpty()
                        ? "Fill in the pattern of every condition to see what it matches."
                        : RuleWords.preview(preview.preview(matcher)));
    }

    private void setReadOnly(boolean readOnly) {
        name.setReadOnly(readOnly);
        dataClass.setReadOnly(readOnly);
        conditions.forEach(row -> row.setReadOnly(readOnly));
    }

    private void layOut(boolean mayChange) {
        var head = new SectionHead(rule == null ? "New rule" : "Rule " + rule.id() + ", version " + rule.version(), "");
        var actions = new Div(save, discard);
        actions.addClassName("acts");
        conditionList.addClassName("conditions");
        getContent().addClassNames("sec", "rule-editor");
        getContent().add(head, name, new H3("All of these hold"), conditionList, add, matches, dataClass);
        add.setVisible(mayChange);
        if (mayChange) {
            getContent().add(reason, problem, actions);
        }
    }
}
