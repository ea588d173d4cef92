package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Field;
import io.outflow.vendors.Kind;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Problem;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry being written, made from the fields of its kind: what it says, what it rests on, since when it is so, and why it is
 * changed. Whatever stands against saving is said at the field it belongs to.
 */
final class EntryForm extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    /** What a form does not ask, because Outflow knows it or another part of the screen asks it. */
    private static final Map<Kind, Set<String>> NOT_ASKED = Map.of(
            Kind.DOCUMENT, Set.of("fileName", "sha256", "mediaType", "size"),
            Kind.COMMENT, Set.of("mentions"),
            Kind.PROPOSAL, Set.of("state"));

    private final transient Kind kind;
    private final transient Content begun;
    private final transient Basis begunBasis;
    private final transient Map<String, FieldInput<?>> inputs = new LinkedHashMap<>();
    private final @Nullable BasisInputs basis;
    private final MomentField since = new MomentField("It is so since", "Empty means from now on");
    private final TextArea reason = new TextArea("Reason");
    private final Paragraph problem = new Paragraph();

    /**
     * @param content what the form begins with
     * @param owner on what the entry hangs or will hang
     * @param self the entry; nothing for a new one
     */
    EntryForm(
            Content content,
            Basis from,
            Snapshot snapshot,
            @Nullable UUID owner,
            @Nullable UUID self,
            Runnable changed) {
        kind = Kind.of(content);
        begun = content;
        begunBasis = from;
        basis = kind.isFact() ? new BasisInputs(from, changed) : null;
        var fields = new Div();
        fields.addClassName("entry-fields");
        for (var field : kind.fields()) {
            if (!NOT_ASKED.getOrDefault(kind, Set.of()).contains(field.name())) {
                var input = FieldInputs.of(field, field.in(content), Candidates.of(kind, snapshot, owner, self));
                input.onChange(changed);
                inputs.put(field.name(), input);
                fields.add(input.component());
            }
        }
        reason.setHelperText("The history keeps it");
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(2000);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(e -> changed.run());
        reason.setTestId("entry-reason");
        since.addValueChangeListener(e -> changed.run());
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        var root = getContent();
        root.addClassName("entry-form");
        root.add(problem, fields);
        if (basis != null) {
            root.add(basis);
        }
        root.add(reason, new Details("It was so earlier already", since));
    }

    Content content() {
        return kind.make(this::value);
    }

    private @Nullable Object value(Field field) {
        var input = inputs.get(field.name());
        return input == null ? field.in(begun) : input.value();
    }

    Basis basis() {
        return basis == null ? begunBasis : basis.basis(!content().equals(begun));
    }

    String reason() {
        return reason.getValue().strip();
    }

    @Nullable
    Instant since() {
        @Nullable ZonedDateTime moment = since.getValue();
        return moment == null ? null : moment.toInstant();
    }

    boolean isChanged() {
        return inputs.values().stream().anyMatch(FieldInput::isUnreadable)
                || !content().equals(begun)
                || basis != null && basis.isChanged()
                || !reason().isEmpty()
                || since() != null;
    }

    /** Says at its field what cannot be read; such a form must not be saved, because what was typed would be lost. */
    boolean isReadable() {
        showProblems(List.of());
        var unreadable =
                inputs.values().stream().filter(FieldInput::isUnreadable).toList();
        for (var input : unreadable) {
            input.showProblem(
                    switch (input.field().type()) {
                        case DATE, MOMENT -> "This cannot be read. Write a day like 21 Nov 2026 or 2026-11-21.";
                        case NUMBER, NUMBERS -> "This cannot be read. Write whole numbers, such as 30.";
                        default -> "This cannot be read. Write a number, such as 12.50.";
                    });
        }
        unreadable.stream().findFirst().ifPresent(FieldInput::focus);
        return (basis == null || basis.isReadable()) && unreadable.isEmpty();
    }

    void showProblems(List<Problem> problems) {
        inputs.values().forEach(FieldInput::clearProblem);
        reason.setInvalid(false);
        since.setInvalid(false);
        if (basis != null) {
            basis.clearProblem();
        }
        problem.setText("");
        for (var found : problems.reversed()) {
            show(found);
        }
    }

    private void show(Problem found) {
        var input = inputs.get(found.field());
        if (input != null) {
            input.showProblem(found.sentence());
            input.focus();
        } else if (found.field().equals("reason")) {
            reason.setErrorMessage(found.sentence());
            reason.setInvalid(true);
            reason.focus();
        } else if (found.field().equals("since")) {
            since.setErrorMessage(found.sentence());
            since.setInvalid(true);
        } else if (found.field().equals("source") && basis != null) {
            basis.showProblem(found.sentence());
        } else {
            problem.setText(
                    problem.getText().isEmpty() ? found.sentence() : found.sentence() + " " + problem.getText());
        }
    }

    /** Gives a reason to begin with, such as the one typed before two versions were brought together. */
    void suggestReason(String text) {
        reason.setValue(text);
    }

    void focus() {
        inputs.values().stream().findFirst().ifPresent(FieldInput::focus);
    }
}
