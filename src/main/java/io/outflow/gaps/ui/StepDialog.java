package io.outflow.gaps.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.base.Formats;
import io.outflow.base.ui.Days;
import io.outflow.base.ui.Toast;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapChangedMeanwhile;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.GapStep;
import io.outflow.gaps.Gaps;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does one thing with several gaps, all or none. What was typed stays when it is refused. */
final class StepDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Gaps gaps;
    private final transient Collection<Gap> chosen;
    private final transient Runnable done;
    private final Div fields = new Div();
    private final Paragraph problem = new Paragraph();

    private StepDialog(Gaps gaps, Collection<Gap> chosen, String title, Runnable done) {
        this.gaps = gaps;
        this.chosen = List.copyOf(chosen);
        this.done = done;
        setHeaderTitle(title + ": " + Formats.count(chosen.size(), "gap", "gaps"));
        setWidth("min(440px, 100vw)");
        fields.addClassName("stack");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        add(
                new Paragraph(chosen.stream().limit(8).map(Gap::name).collect(Collectors.joining(", "))
                        + (chosen.size() > 8 ? " and others." : ".")),
                problem,
                fields);
    }

    static void acknowledge(Gaps gaps, Collection<Gap> chosen, Runnable done) {
        var dialog = new StepDialog(gaps, chosen, "Acknowledge", done);
        var why = new TextArea("Note");
        why.setHelperText("The history of each keeps it. May stay empty.");
        why.setMaxLength(2000);
        dialog.open(why, "Acknowledge", () -> new GapStep.Acknowledge(why.getValue()));
        why.focus();
    }

    static void assign(Gaps gaps, Collection<Gap> chosen, List<String> owners, Runnable done) {
        var dialog = new StepDialog(gaps, chosen, "Assign", done);
        var owner = owner(owners, "");
        dialog.open(
                owner,
                "Assign",
                () -> new GapStep.Assign(Optional.ofNullable(owner.getValue()).orElse("")));
        owner.focus();
    }

    static void due(Gaps gaps, Collection<Gap> chosen, Runnable done) {
        var dialog = new StepDialog(gaps, chosen, "Set due date", done);
        var day = Days.optional("Due");
        dialog.open(day, "Set due date", () -> new GapStep.SetDue(day.getValue()));
        day.focus();
    }

    /** A field for who looks after it: anybody who does so already, or a new name. */
    static ComboBox<String> owner(List<String> owners, String now) {
        var owner = new ComboBox<String>("Owner");
        owner.setItems(owners);
        owner.setAllowCustomValue(true);
        owner.addCustomValueSetListener(
                event -> owner.setValue(event.getDetail().strip()));
        owner.setClearButtonVisible(true);
        owner.setValue(now.isEmpty() ? null : now);
        owner.setTestId("gap-owner");
        return owner;
    }

    /** Does something; gives the refusal when it did not go through. */
    static @Nullable GapRefused attempt(Runnable change) {
        try {
            change.run();
            return null;
        } catch (GapRefused refused) {
            return refused;
        } catch (GapChangedMeanwhile changed) {
            return new GapRefused("", changed.sentence());
        }
    }

    /** The owners that gaps have, by name. */
    static List<String> owners(List<Gap> gaps) {
        return gaps.stream()
                .map(Gap::owner)
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    private <F extends com.vaadin.flow.component.Component & HasValidation> void open(
            F field, String action, Supplier<GapStep> step) {
        fields.add(field);
        var go = new Button(action, click -> submit(field, step.get()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setTestId("step-done");
        go.addClickShortcut(com.vaadin.flow.component.Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL);
        getFooter().add(new Button("Cancel", click -> close()), go);
        open();
    }

    private void submit(HasValidation field, GapStep step) {
        var versions = chosen.stream().collect(Collectors.toMap(Gap::number, Gap::version));
        var refused = attempt(() -> gaps.handleAll(versions, step));
        if (refused == null) {
            close();
            Toast.done("Done for %s. The history keeps it.".formatted(Formats.count(chosen.size(), "gap", "gaps")));
            done.run();
        } else if (refused.field().isEmpty()) {
            problem.setText(refused.sentence() + " Nothing was changed.");
        } else {
            field.setInvalid(true);
            field.setErrorMessage(refused.sentence());
        }
    }
}
