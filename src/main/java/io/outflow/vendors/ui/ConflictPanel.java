package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.ui.Conflict.Difference;
import io.outflow.vendors.ui.Conflict.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the second of two people what the first one saved, field by field, and lets them choose. */
final class ConflictPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient Conflict conflict;
    private final transient Map<String, RadioButtonGroup<Side>> choices = new LinkedHashMap<>();
    private final Paragraph problem = new Paragraph();

    ConflictPanel(String sentence, Conflict conflict, Snapshot snapshot) {
        this.conflict = conflict;
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        var root = getContent();
        root.addClassName("conflict");
        var what = new Paragraph(sentence);
        what.getElement().setAttribute("role", "alert");
        root.add(what);
        var differences = conflict.differences();
        if (differences.isEmpty()) {
            root.add(new Paragraph("Both versions say the same. There is nothing left to save."));
            return;
        }
        var all = new Div(
                new Button("Take all of theirs", e -> choose(Side.THEIRS)),
                new Button("Take all of mine", e -> choose(Side.MINE)));
        all.addClassName("acts");
        root.add(all);
        differences.forEach(difference -> root.add(row(difference, snapshot)));
        root.add(problem);
    }

    /** The sides chosen; empty, with a sentence shown, while a field that both changed is open. */
    Optional<Map<String, Side>> chosen() {
        var chosen = new LinkedHashMap<String, Side>();
        for (var choice : choices.entrySet()) {
            @Nullable Side side = choice.getValue().getValue();
            choice.getValue().setInvalid(side == null);
            if (side != null) {
                chosen.put(choice.getKey(), side);
            }
        }
        if (chosen.size() < choices.size()) {
            problem.setText("Choose for each field that both of you changed. Nothing is saved yet.");
            return Optional.empty();
        }
        problem.setText("");
        return Optional.of(chosen);
    }

    boolean isEmpty() {
        return choices.isEmpty();
    }

    private void choose(Side side) {
        choices.values().forEach(choice -> choice.setValue(side));
    }

    private Div row(Difference difference, Snapshot snapshot) {
        var choice = new RadioButtonGroup<Side>();
        choice.setAriaLabel(difference.label());
        choice.setItems(Side.THEIRS, Side.MINE);
        choice.setItemLabelGenerator(side -> side == Side.THEIRS
                ? "%s: %s".formatted(conflict.theirs().changedBy(), FieldText.of(difference.theirs(), snapshot))
                : "Yours: %s".formatted(FieldText.of(difference.mine(), snapshot)));
        choice.setErrorMessage("Both of you changed this.");
        choice.setTestId("conflict-" + difference.name());
        if (difference.suggested() != null) {
            choice.setValue(difference.suggested());
        }
        choices.put(difference.name(), choice);
        var was = new Span("Was: " + FieldText.of(difference.was(), snapshot));
        was.addClassNames("s", "q");
        var row = new Div(new H3(difference.label()), was, choice);
        row.addClassName("conflict-row");
        return row;
    }
}
