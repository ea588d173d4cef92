package io.outflow.classification.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.ui.SectionHead;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses.Draft;
import io.outflow.classification.Rules.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A class of data being written. */
final class ClassEditor extends Composite<Section> implements EditedList.Editor {
    private static final List<String> COLOURS =
            List.of("Blue", "Indigo", "Green", "Violet", "Amber", "Olive", "Rose", "Brown");

    private final TextField name = new TextField("Name");
    private final TextField letters = new TextField("Letters");
    private final IntegerField rank = new IntegerField("Rank");
    private final Select<Integer> colour = new Select<>();
    private final TextArea meaning = new TextArea("Meaning");
    private final TextArea reason = new TextArea("Reason");
    private final Paragraph problem = new Paragraph();
    private final Draft begun;

    /** @param dataClass the class that is changed; null for a new one */
    ClassEditor(
            @Nullable DataClass dataClass,
            boolean mayChange,
            BiConsumer<Draft, String> onSave,
            Runnable onDiscard,
            Runnable onChange) {
        letters.setHelperText("Two, for narrow tables");
        letters.setMaxLength(2);
        rank.setHelperText("Where two classes apply, the higher rank counts");
        rank.setMin(1);
        rank.setMax(99);
        rank.setStepButtonsVisible(true);
        colour.setLabel("Colour");
        colour.setItems(IntStream.rangeClosed(1, COLOURS.size()).boxed().toList());
        colour.setItemLabelGenerator(number -> COLOURS.get(number - 1));
        colour.setRenderer(new ComponentRenderer<>(ClassEditor::swatch));
        meaning.setHelperText("What belongs in it, in a sentence");
        reason.setHelperText("Kept with this change");
        reason.setMaxLength(500);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        fill(dataClass);
        begun = draft();
        for (var field : List.<AbstractField<?, ?>>of(name, letters, rank, colour, meaning, reason)) {
            field.setReadOnly(!mayChange);
            field.addValueChangeListener(e -> onChange.run());
        }
        // At each key, so that leaving right after typing still asks.
        name.setValueChangeMode(ValueChangeMode.EAGER);
        meaning.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setValueChangeMode(ValueChangeMode.EAGER);

        var save = new Button(
                "Save class", e -> onSave.accept(draft(), reason.getValue().strip()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTestId("class-save");
        var head = new SectionHead(dataClass == null ? "New class" : dataClass.name(), "");
        var row = new Div(letters, rank, colour);
        row.addClassName("class-fields");
        var content = getContent();
        content.addClassNames("sec", "rule-editor");
        content.add(head, name, row, meaning);
        if (mayChange) {
            var actions = new Div(save, new Button("Discard", e -> onDiscard.run()));
            actions.addClassName("acts");
            content.add(reason, problem, actions);
        }
    }

    @Override
    public boolean isChanged() {
        return !draft().equals(begun) || !reason.isEmpty();
    }

    @Override
    public void showProblems(List<Problem> problems) {
        Map<String, HasValidation> fields = Map.of(
                "name", name, "letters", letters, "rank", rank, "colour", colour, "meaning", meaning, "reason", reason);
        fields.values().forEach(field -> field.setInvalid(false));
        problem.setText("");
        problems.forEach(found -> {
            var field = fields.get(found.field());
            if (field == null) {
                problem.setText(found.sentence());
            } else {
                field.setInvalid(true);
                field.setErrorMessage(found.sentence());
            }
        });
    }

    @Override
    public void showConflict(String sentence, Runnable showStored) {
        problem.setText(sentence + " ");
        problem.add(new Button("Show what is saved now", e -> showStored.run()));
    }

    private Draft draft() {
        return new Draft(
                name.getValue().strip(),
                letters.getValue().strip(),
                rank.isEmpty() ? 0 : rank.getValue(),
                colour.isEmpty() ? 0 : colour.getValue(),
                meaning.getValue().strip());
    }

    private void fill(@Nullable DataClass from) {
        if (from == null) {
            return;
        }
        name.setValue(from.name());
        letters.setValue(from.letters());
        rank.setValue(from.rank());
        colour.setValue(from.colour());
        meaning.setValue(from.meaning());
    }

    private static Span swatch(int number) {
        var swatch = new Span(COLOURS.get(number - 1));
        swatch.addClassName("cls");
        swatch.getStyle().set("--c", "var(--of-c" + number + ")");
        return swatch;
    }
}
