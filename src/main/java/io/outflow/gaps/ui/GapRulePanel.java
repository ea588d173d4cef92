package io.outflow.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.base.Formats;
import io.outflow.base.ui.Days;
import io.outflow.base.ui.Toast;
import io.outflow.base.ui.Unsaved;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapChangedMeanwhile;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.GapRules;
import io.outflow.gaps.Severity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** One kind: its settings, and what they would have found in a past period. */
class GapRulePanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LISTED = 20;

    private final transient GapRule rule;
    private final transient GapRules rules;
    private final Unsaved unsaved;
    private final transient Runnable saved;
    private final Checkbox enabled = new Checkbox("Looked for");
    private final IntegerField threshold = new IntegerField("Threshold");
    private final Select<Severity> severity = new Select<>();
    private final TextArea why = new TextArea("Reason");
    private final DatePicker from = Days.optional("First day");
    private final DatePicker to = Days.optional("Last day");
    private final Paragraph problem = new Paragraph();
    private final Div result = new Div();

    GapRulePanel(GapRule rule, GapRules rules, boolean mayChange, LocalDate today, Unsaved unsaved, Runnable saved) {
        this.rule = rule;
        this.rules = rules;
        this.unsaved = unsaved;
        this.saved = saved;
        var panel = getContent();
        panel.addClassNames("panel", "stack");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        enabled.setValue(rule.enabled());
        enabled.setTestId("kind-enabled");
        threshold.setValue(rule.threshold());
        threshold.setHelperText(GapWords.capital(rule.kind().unit().label()) + ". As shipped: "
                + Formats.count(rule.kind().threshold()) + ".");
        threshold.setTestId("kind-threshold");
        severity.setLabel("Severity");
        severity.setItems(Severity.values());
        severity.setItemLabelGenerator(Severity::label);
        severity.setValue(rule.severity());
        severity.setTestId("kind-severity");
        why.setMaxLength(2000);
        why.setHelperText("The change log keeps it.");
        why.setTestId("kind-why");
        lastQuarter(today);
        enabled.addValueChangeListener(event -> note());
        threshold.addValueChangeListener(event -> note());
        severity.addValueChangeListener(event -> note());
        panel.add(new H2(rule.kind().label()), new Paragraph(rule.kind().meaning()), problem);
        panel.add(enabled, threshold, severity, replay());
        if (mayChange) {
            var save = new Button("Save", click -> save());
            save.addThemeVariants(ButtonVariant.PRIMARY);
            save.setTestId("kind-save");
            save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(panel);
            panel.add(why, save);
        }
    }

    private void lastQuarter(LocalDate today) {
        var thisQuarter =
                today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
        from.setValue(thisQuarter.minusMonths(3));
        to.setValue(thisQuarter.minusDays(1));
        from.setTestId("replay-from");
        to.setTestId("replay-to");
    }

    private Component replay() {
        var go = new Button("Replay", click -> show());
        go.setTestId("replay");
        var row = new Div(from, to, go);
        row.addClassName("field-row");
        result.getElement().setAttribute("role", "status");
        result.setTestId("replay-result");
        var part = new Div(
                new H3("What it would have found"),
                GapWords.small(
                        "With the settings above, the register as it stands, and the calls of the period. Nothing is stored."),
                row,
                result);
        part.addClassNames("stack", "part");
        return part;
    }

    private GapRule asked() {
        return rule.with(
                enabled.getValue(),
                Optional.ofNullable(threshold.getValue()).orElse(-1),
                Optional.ofNullable(severity.getValue()).orElse(rule.severity()));
    }

    private void show() {
        result.removeAll();
        var first = from.getValue();
        var last = to.getValue();
        if (from.isEmpty() || to.isEmpty() || first.isAfter(last)) {
            result.add(new Paragraph("Choose a first day and a last day that does not lie before it."));
            return;
        }
        try {
            var found = rules.replay(
                    asked(),
                    first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            result.add(summary(found, first, last));
        } catch (GapRefused refused) {
            refuse(refused);
        }
    }

    private static Component summary(List<Finding> found, LocalDate first, LocalDate last) {
        var words = new Paragraph("%s in %s%s"
                .formatted(
                        Formats.count(found.size(), "gap", "gaps"),
                        Formats.period(first, last),
                        found.isEmpty() ? ", in what the logs of these days show." : ":"));
        words.addClassName("b");
        var list = new UnorderedList();
        found.stream().limit(MOST_LISTED).forEach(finding -> {
            var line = new ListItem(new Span(finding.words()), new Div(GapWords.small(finding.detail())));
            list.add(line);
        });
        if (found.size() > MOST_LISTED) {
            list.add(new ListItem("And %s more.".formatted(Formats.count(found.size() - MOST_LISTED))));
        }
        list.addClassName("replayed");
        return new Div(words, list);
    }

    private void note() {
        unsaved.set(!asked().equals(rule));
    }

    private void save() {
        problem.setText("");
        why.setInvalid(false);
        threshold.setInvalid(false);
        try {
            rules.save(asked(), why.getValue());
            unsaved.set(false);
            Toast.done("Saved. Gaps are looked for anew.");
            saved.run();
        } catch (GapRefused refused) {
            refuse(refused);
        } catch (GapChangedMeanwhile changed) {
            problem.setText(changed.sentence());
        }
    }

    private void refuse(GapRefused refused) {
        switch (refused.field()) {
            case "why" -> {
                why.setErrorMessage(refused.sentence());
                why.setInvalid(true);
                why.focus();
            }
            case "threshold" -> {
                threshold.setErrorMessage(refused.sentence());
                threshold.setInvalid(true);
                threshold.focus();
            }
            default -> problem.setText(refused.sentence());
        }
    }
}
