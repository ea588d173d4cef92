package io.outflow.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Policy;
import io.outflow.access.Role;
import io.outflow.base.ui.Days;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.Toast;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.GapStep;
import io.outflow.gaps.Gaps;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is done with a gap, and by whom. What was typed stays when a step is refused. */
class HandlingPanel extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    private final transient Gaps gaps;
    private final transient Gap gap;
    private final transient Consumer<Gap> changed;
    private final RadioButtonGroup<Choice> choices = new RadioButtonGroup<>("Decide");
    private final DatePicker until = Days.optional("Accepted until");
    private final TextArea why = new TextArea("Why");
    private final Paragraph problem = new Paragraph();
    private final Button decide = new Button("Decide", click -> decide());

    /** @param changed takes the gap as it is after a step */
    HandlingPanel(Gap gap, Gaps gaps, boolean mayHandle, List<String> owners, LocalDate today, Consumer<Gap> changed) {
        this.gap = gap;
        this.gaps = gaps;
        this.changed = changed;
        var section = getContent();
        section.addClassNames("sec", "handling");
        section.setAriaLabel("Handling");
        var state = new Mark(GapWords.glyph(gap.state()), GapWords.capital(GapWords.state(gap)));
        state.addClassName("md");
        section.add(new SectionHead("Handling", "", state), facts(today));
        if (!mayHandle) {
            section.add(readOnly());
            return;
        }
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        if (!Choice.of(gap).isEmpty()) {
            section.add(steps(today));
        }
        section.add(problem, remark(), keep(owners));
    }

    private Component facts(LocalDate today) {
        var list = new DescriptionList();
        list.addClassName("kv");
        add(list, "Owner", gap.owner().isEmpty() ? "nobody" : gap.owner());
        add(list, "Due", GapWords.due(gap, today));
        if (!gap.why().isEmpty()) {
            add(list, "Reason", gap.why());
        }
        return list;
    }

    private static void add(DescriptionList list, String term, String text) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(new Span(text)));
    }

    private static Component readOnly() {
        var words = new Paragraph(Policy.rolesThatMay(Action.HANDLE_GAPS, Permission.DO).stream()
                .map(Role::label)
                .collect(Collectors.joining(" or ", "Gaps are handled by people with the role ", ".")));
        words.addClassNames("s", "q");
        return words;
    }

    private Component steps(LocalDate today) {
        choices.setItems(Choice.of(gap));
        choices.setRenderer(new ComponentRenderer<>(choice -> label(choice)));
        choices.setTestId("gap-choice");
        choices.addValueChangeListener(event -> arrange());
        until.setMin(today);
        until.setTestId("gap-until");
        why.setMaxLength(2000);
        why.setTestId("gap-why");
        decide.addThemeVariants(ButtonVariant.PRIMARY);
        decide.setTestId("gap-decide");
        decide.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(getContent());
        arrange();
        var stack = new Div(choices, until, why, decide);
        stack.addClassName("stack");
        return stack;
    }

    private static Component label(Choice choice) {
        var name = new Span(choice.label());
        name.addClassName("b");
        var more = new Span(choice.meaning());
        more.addClassNames("xs", "q");
        var both = new Div(name, more);
        both.addClassName("choice-line");
        return both;
    }

    private void arrange() {
        Optional<Choice> picked = Optional.ofNullable(choices.getValue());
        until.setVisible(picked.filter(Choice.ACCEPT::equals).isPresent());
        why.setVisible(picked.isPresent());
        decide.setVisible(picked.isPresent());
        decide.setText(picked.map(Choice::action).orElse("Decide"));
    }

    private void decide() {
        Optional<Choice> picked = Optional.ofNullable(choices.getValue());
        if (picked.isEmpty()) {
            return;
        }
        if (picked.get() == Choice.ACCEPT && until.isEmpty()) {
            refuse(new GapRefused("until", "Say until which day it is accepted."));
            return;
        }
        submit(picked.get().step(until.getValue(), why.getValue()));
    }

    private Component remark() {
        var text = new TextArea("Comment");
        text.setMaxLength(2000);
        text.setTestId("gap-comment");
        var add = new Button("Comment", click -> {
            if (text.isEmpty()) {
                text.focus();
            } else {
                submit(new GapStep.Remark(text.getValue()));
            }
        });
        add.setTestId("gap-comment-add");
        var stack = new Div(text, add);
        stack.addClassNames("stack", "part");
        return stack;
    }

    private Component keep(List<String> owners) {
        var owner = StepDialog.owner(owners, gap.owner());
        owner.addValueChangeListener(event -> {
            if (event.isFromClient() || !gap.owner().equals(text(event.getValue()))) {
                submit(new GapStep.Assign(text(event.getValue())));
            }
        });
        var due = Days.optional("Due");
        due.setValue(gap.due());
        due.setTestId("gap-due");
        due.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                submit(new GapStep.SetDue(event.getValue()));
            }
        });
        var row = new Div(owner, due);
        row.addClassNames("stack", "part");
        return row;
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }

    private void submit(GapStep step) {
        problem.setText("");
        until.setInvalid(false);
        why.setInvalid(false);
        var refused = StepDialog.attempt(() -> changed.accept(gaps.handle(gap.number(), gap.version(), step)));
        if (refused == null) {
            Toast.done("Done. The history keeps it.");
        } else {
            refuse(refused);
        }
    }

    private void refuse(GapRefused refused) {
        switch (refused.field()) {
            case "until" -> {
                until.setErrorMessage(refused.sentence());
                until.setInvalid(true);
                until.focus();
            }
            case "why", "reason" -> {
                why.setErrorMessage(refused.sentence());
                why.setInvalid(true);
                why.focus();
            }
            default -> problem.setText(refused.sentence());
        }
    }
}
