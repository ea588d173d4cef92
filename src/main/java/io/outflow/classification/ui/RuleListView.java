package io.outflow.classification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Requires;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.ReasonDialog;
import io.outflow.base.ui.Toast;
import io.outflow.base.ui.Unsaved;
import io.outflow.classification.DataClass;
import io.outflow.classification.DataClasses;
import io.outflow.classification.MatchPreview;
import io.outflow.classification.Rule;
import io.outflow.classification.RuleChangedMeanwhile;
import io.outflow.classification.RuleRefused;
import io.outflow.classification.Rules;
import io.outflow.classification.Rules.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that say which calls carry which class of data: in order, each with its author, reason and matches. */
@Route("settings/rules")
@PageTitle("Rules · Outflow")
@Menu(title = "Rules", order = 110, icon = "u-set")
@Requires(Action.READ_USAGE)
@StyleSheet("context://rules.css")
class RuleListView extends Composite<Div> implements BeforeEnterObserver, BeforeLeaveObserver, RuleTable.Actions {
    static final String RULE = "rule";
    private static final String NEW = "new";

    private final Rules rules;
    private final MatchPreview preview;
    private final List<DataClass> classes;
    private final Map<String, DataClass> byCode;
    private final boolean mayChange;
    private final RuleTable table;
    private final OrderBar orderBar;
    private final Div side = new Div();
    private final Unsaved unsaved = new Unsaved();
    private final Paragraph none = new Paragraph(
            "No rules yet, so every call is Unknown. A rule says: calls like this " + "carry that class of data.");
    private @Nullable RuleEditor editor;
    private @Nullable Long selected;

    RuleListView(Rules rules, DataClasses dataClasses, MatchPreview preview, CurrentPerson person) {
        this.rules = rules;
        this.preview = preview;
        classes = dataClasses.list();
        byCode = classes.stream().collect(Collectors.toMap(DataClass::code, Function.identity()));
        mayChange = person.may(Action.DECIDE);
        table = new RuleTable(preview, mayChange, this);
        orderBar = new OrderBar(this::saveOrder, this::reload);

        var add = new RouterLink("Add a rule", RuleListView.class);
        add.setVisible(mayChange);
        var head = new PageHead(
                "Rules", "The first rule that matches a call decides its class. What no rule decides is Unknown.", add);
        add.setQueryParameters(QueryParameters.of(RULE, NEW));
        add.addClassName("btn");
        var columns = new Div(new Div(orderBar, none, table), side);
        columns.addClassName("im");
        var content = getContent();
        content.addClassName("rules-view");
        content.add(head);
        if (!mayChange) {
            content.add(new Paragraph(RuleWords.readOnly("Rules")));
        }
        content.add(columns);
        reload();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var picked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(RULE)
                .orElse("");
        var found = rules.list().stream()
                .filter(rule -> Long.toString(rule.id()).equals(picked))
                .findFirst();
        selected = found.map(Rule::id).orElse(null);
        side.removeAll();
        editor = null;
        unsaved.set(false);
        if (found.isPresent() || NEW.equals(picked) && mayChange) {
            edit(found.orElse(null));
        }
        reload();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.beforeLeave(event);
    }

    @Override
    public void move(Rule rule, int by) {
        orderBar.move(rule, by);
        table.show(orderBar.order(), byCode, selected, rule.id());
        noteChanges();
    }

    @Override
    public void toggle(Rule rule) {
        var on = !rule.enabled();
        new ReasonDialog(
                        (on ? "Switch on " : "Switch off ") + rule.name(),
                        on
                                ? "It decides again from now on, in its place in the order."
                                : "It decides nothing until it is switched on. Calls fall to the next rule that matches.",
                        on ? "Switch on" : "Switch off",
                        reason -> attempt(() -> rules.enable(rule.id(), on, reason, rule.version())))
                .open();
    }

    private void edit(@Nullable Rule rule) {
        var opened = new RuleEditor(rule, classes, preview, mayChange, this::save, () -> open(null), this::noteChanges);
        editor = opened;
        side.add(opened);
        if (rule != null) {
            side.add(new RuleHistory(rules.history(rule.id()), byCode));
        }
    }

    private void save(Draft draft) {
        var current = editor;
        if (current == null) {
            return;
        }
        current.showProblems(List.of());
        try {
            var saved = rules.save(draft);
            unsaved.set(false);
            Toast.done("Saved as version " + saved.version() + ". All screens agree now.");
            open(saved.id());
        } catch (RuleRefused e) {
            current.showProblems(e.problems());
        } catch (RuleChangedMeanwhile e) {
            current.showConflict(String.valueOf(e.getMessage()), () -> open(draft.id()));
        }
    }

    private Optional<String> saveOrder(List<Long> ids, String reason) {
        return attempt(() -> rules.order(ids, reason));
    }

    /** Gives the sentence of a refusal. */
    private Optional<String> attempt(Runnable change) {
        try {
            change.run();
            reload();
            return Optional.empty();
        } catch (RuleRefused | RuleChangedMeanwhile e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void open(@Nullable Long id) {
        unsaved.set(false);
        getUI().ifPresent(ui -> ui.navigate(
                RuleListView.class,
                id == null ? QueryParameters.empty() : QueryParameters.of(RULE, Long.toString(id))));
    }

    private void reload() {
        var list = rules.list();
        orderBar.reset(list);
        none.setVisible(list.isEmpty());
        table.setVisible(!list.isEmpty());
        table.show(list, byCode, selected, null);
        noteChanges();
    }

    private void noteChanges() {
        unsaved.set(orderBar.isChanged() || editor != null && editor.isChanged());
    }
}
