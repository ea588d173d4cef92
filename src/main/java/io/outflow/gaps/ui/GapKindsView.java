package io.outflow.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Policy;
import io.outflow.access.Requires;
import io.outflow.access.Role;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Unsaved;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.GapRules;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How each kind of gaps is looked for. The address holds the kind that is open. */
@Route(GapKindsView.ROUTE)
@PageTitle("Gap kinds · Outflow")
@Menu(title = "Gap kinds", order = 112, icon = "u-set")
@StyleSheet("context://gaps.css")
@Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
class GapKindsView extends Div implements BeforeEnterObserver, BeforeLeaveObserver {

    static final String ROUTE = "settings/gap-kinds";
    private static final String KIND = "kind";
    private static final long serialVersionUID = 1L;

    private final transient GapRules rules;
    private final transient Clock clock;
    private final boolean mayChange;
    private final Unsaved unsaved = new Unsaved();
    private final NativeTable table = new NativeTable();
    private final Div side = new Div();

    GapKindsView(GapRules rules, CurrentPerson person, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        mayChange = person.may(Action.DECIDE);
        addClassName("gap-kinds");
        table.addClassName("tight");
        var scroll = new Div(table);
        scroll.addClassName("scroll-x");
        var columns = new Div(scroll, side);
        columns.addClassName("im");
        add(
                new PageHead(
                        "Gap kinds",
                        "What is looked for. Before a kind is switched on or changed, replay it over a past period to see what it would find."));
        if (!mayChange) {
            add(new Paragraph(Policy.rolesThatMay(Action.DECIDE, Permission.DO).stream()
                    .map(Role::label)
                    .collect(Collectors.joining(
                            " or ", "Kinds are changed by people with the role ", ". Anybody here may replay."))));
        }
        add(columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        unsaved.set(false);
        var picked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(KIND)
                .flatMap(GapKindsView::kind);
        var all = rules.list();
        fill(all, picked);
        side.removeAll();
        picked.flatMap(kind -> all.stream().filter(rule -> rule.kind() == kind).findFirst())
                .ifPresent(rule -> side.add(new GapRulePanel(
                        rule, rules, mayChange, GapWords.day(clock.instant()), unsaved, () -> open(rule.kind()))));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.beforeLeave(event);
    }

    private static Optional<GapKind> kind(String name) {
        return Arrays.stream(GapKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static void open(GapKind kind) {
        UI.getCurrent().navigate(GapKindsView.class, QueryParameters.of(KIND, kind.name()));
    }

    private void fill(List<GapRule> all, Optional<GapKind> picked) {
        table.removeAll();
        var head = table.getHead().addRow();
        for (var title : List.of("Kind", "Looked for", "Threshold", "Severity", "Changed")) {
            head.addHeaderCell().setText(title);
        }
        for (var rule : all) {
            var row = table.getBody().addRow();
            row.setClassName("selected", picked.filter(rule.kind()::equals).isPresent());
            var link = GapWords.link(
                    ROUTE + "?" + KIND + "=" + rule.kind(), rule.kind().label());
            link.addClassName("b");
            var meaning = new Div(rule.kind().meaning());
            meaning.addClassNames("xs", "q");
            row.addDataCell().add(link, meaning);
            row.addDataCell().add(onOff(rule));
            row.addDataCell().setText(threshold(rule));
            row.addDataCell().add(GapWords.mark(rule.severity()));
            row.addDataCell().add(changed(rule));
        }
    }

    private static Component onOff(GapRule rule) {
        return rule.enabled() ? new Mark(Glyph.CONFIGURED, "on") : new Mark(Glyph.ABSENT, "off");
    }

    /** {@code Days unseen: 90}. */
    static String threshold(GapRule rule) {
        return GapWords.capital(rule.kind().unit().label()) + ": " + Formats.count(rule.threshold());
    }

    private static Component changed(GapRule rule) {
        var words = new Span(
                rule.version() == 0
                        ? "as shipped"
                        : "%s, %s: %s".formatted(rule.changedBy(), Formats.day(rule.changedAt()), rule.why()));
        words.addClassNames("xs", "q");
        return words;
    }
}
