package io.outflow.classification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.classification.DataClass;
import io.outflow.classification.MatchPreview;
import io.outflow.classification.Provenance;
import io.outflow.classification.Rule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules in their order: the first that matches a call decides. */
final class RuleTable extends Composite<Div> {
    private static final List<String> COLUMNS = List.of("", "Rule", "Class", "Known as", "Version", "Matches", "");

    /** What can be done with a rule here. */
    interface Actions {
        void move(Rule rule, int by);

        void toggle(Rule rule);
    }

    private final MatchPreview preview;
    private final boolean mayChange;
    private final Actions actions;
    private final NativeTable table = new NativeTable();

    RuleTable(MatchPreview preview, boolean mayChange, Actions actions) {
        this.preview = preview;
        this.mayChange = mayChange;
        this.actions = actions;
        table.addClassNames("tight", "rules");
        var head = table.getHead().addRow();
        for (var title : COLUMNS) {
            var cell = title.isEmpty() ? head.addDataCell() : head.addHeaderCell();
            cell.getElement().setText(title);
            cell.getElement().getClassList().set("r", "Matches".equals(title));
        }
        getContent().addClassName("scroll-x");
        getContent().add(table);
    }

    /** @param focused number of the rule whose buttons keep the keyboard, after it was moved */
    void show(List<Rule> rules, Map<String, DataClass> classes, @Nullable Long selected, @Nullable Long focused) {
        var body = table.getBody();
        body.removeAll();
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var row = body.addRow();
            row.setClassName("selected", selected != null && selected == rule.id());
            row.setClassName("off", !rule.enabled());
            cell(row, new Span(Integer.toString(i + 1))).addClassNames("q");
            cell(row, name(rule));
            var known = classes.get(rule.dataClass());
            cell(row, known == null ? new ClassChip(rule.dataClass()) : new ClassChip(known));
            cell(row, provenance(rule));
            cell(row, version(rule));
            cell(row, matches(rule)).addClassName("r");
            var buttons = buttons(rule, i, rules.size());
            cell(row, buttons);
            if (focused != null && focused == rule.id()) {
                buttons.getChildren()
                        .filter(b -> b instanceof Button button && button.isEnabled())
                        .findFirst()
                        .ifPresent(b -> ((Button) b).focus());
            }
        }
    }

    private static Component name(Rule rule) {
        var link = new RouterLink(rule.name(), RuleListView.class);
        link.setQueryParameters(QueryParameters.of(RuleListView.RULE, Long.toString(rule.id())));
        link.addClassName("b");
        var what = new Span(RuleWords.matcher(rule.matcher()));
        what.addClassNames("below", "q");
        var cell = new Div(link, what);
        if (!rule.enabled()) {
            var off = new Span("switched off");
            off.addClassName("tag");
            cell.add(off);
        }
        return cell;
    }

    private static Component provenance(Rule rule) {
        var provenance = RuleWords.provenance(rule.matcher());
        return new Mark(provenance == Provenance.TAGGED ? Glyph.TAGGED : Glyph.DECLARED, provenance.label());
    }

    private static Component version(Rule rule) {
        var number = new Span("version " + rule.version());
        var who = new Span(rule.author() + ", " + Formats.minute(rule.changedAt()));
        who.addClassNames("below", "xs", "q");
        return new Div(number, who);
    }

    private Component matches(Rule rule) {
        var found = preview.preview(rule.matcher());
        var calls = new Span(Formats.count(found.calls(), "call", "calls"));
        var callers = new Span(Formats.count(found.callers(), "caller", "callers"));
        callers.addClassNames("below", "xs", "q");
        return new Div(calls, callers);
    }

    private Div buttons(Rule rule, int index, int count) {
        var buttons = new Div();
        buttons.addClassName("row-actions");
        if (!mayChange) {
            return buttons;
        }
        var up = button("Up", "Move " + rule.name() + " up", index > 0, () -> actions.move(rule, -1));
        var down = button("Down", "Move " + rule.name() + " down", index < count - 1, () -> actions.move(rule, 1));
        var word = rule.enabled() ? "Switch off" : "Switch on";
        var toggle = button(word, word + " " + rule.name(), true, () -> actions.toggle(rule));
        buttons.add(up, down, toggle);
        if (index > 0) {
            Shortcuts.addShortcutListener(buttons, () -> actions.move(rule, -1), Key.ARROW_UP, KeyModifier.ALT)
                    .listenOn(buttons);
        }
        if (index < count - 1) {
            Shortcuts.addShortcutListener(buttons, () -> actions.move(rule, 1), Key.ARROW_DOWN, KeyModifier.ALT)
                    .listenOn(buttons);
        }
        return buttons;
    }

    private static Button button(String text, String label, boolean enabled, Runnable action) {
        var button = new Button(text, e -> action.run());
        button.setAriaLabel(label);
        button.setEnabled(enabled);
        button.addThemeName("small");
        return button;
    }

    private static NativeTableCell cell(NativeTableRow row, Component content) {
        var cell = row.addDataCell();
        cell.add(content);
        return cell;
    }
}
