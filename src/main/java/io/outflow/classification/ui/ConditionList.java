package io.outflow.classification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.classification.MatchPreview;
import io.outflow.classification.Matcher;
import io.outflow.classification.Matcher.Condition;
import io.outflow.classification.Matcher.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The conditions of a rule being edited, with what they match of the calls seen so far. */
final class ConditionList extends Composite<Div> {
    private static final Condition BLANK = new Condition(Field.CALLER, "", "");
    private static final Pattern PLACE = Pattern.compile("conditions\\[([0-9]{1,4})]");

    private final MatchPreview preview;
    private final Runnable changed;
    private final Div list = new Div();
    private final List<ConditionRow> rows = new ArrayList<>();
    private final Paragraph matches = new Paragraph();

    ConditionList(List<Condition> conditions, MatchPreview preview, boolean mayChange, Runnable changed) {
        this.preview = preview;
        this.changed = changed;
        var add = new Button("Add a condition", e -> {
            add(BLANK);
            change();
        });
        add.setVisible(mayChange);
        list.addClassName("conditions");
        matches.addClassName("preview");
        matches.getElement().setAttribute("role", "status");
        (conditions.isEmpty() ? List.of(BLANK) : conditions).forEach(this::add);
        rows.forEach(row -> row.setReadOnly(!mayChange));
        getContent().addClassName("condition-list");
        getContent().add(new H3("All of these hold"), list, add, matches);
        showMatches();
    }

    Matcher matcher() {
        return new Matcher(rows.stream().map(ConditionRow::condition).toList());
    }

    void clearProblems() {
        rows.forEach(row -> row.setProblem(""));
    }

    /** Whether the problem is one of these conditions and is now shown at it. */
    boolean show(String field, String sentence) {
        var place = PLACE.matcher(field);
        if (!place.matches() || Integer.parseInt(place.group(1)) >= rows.size()) {
            return false;
        }
        rows.get(Integer.parseInt(place.group(1))).setProblem(sentence);
        return true;
    }

    private void add(Condition condition) {
        var row = new ConditionRow(condition, this::change, this::remove);
        rows.add(row);
        list.add(row);
    }

    private void remove(ConditionRow row) {
        rows.remove(row);
        list.remove(row);
        change();
    }

    private void change() {
        showMatches();
        changed.run();
    }

    private void showMatches() {
        var matcher = matcher();
        var unfinished = matcher.conditions().isEmpty()
                || matcher.conditions().stream().anyMatch(c -> c.pattern().isEmpty());
        matches.setText(
                unfinished
                        ? "Fill in the pattern of every condition to see what it matches."
                        : RuleWords.preview(preview.preview(matcher)));
    }
}
