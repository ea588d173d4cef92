package io.outflow.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.SectionHead;
import io.outflow.overview.Overview;
import io.outflow.overview.Overview.Page;
import io.outflow.overview.RecentChanges;
import io.outflow.overview.RecentChanges.Change;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first page of the CISO: six findings, one axis of time, and what changed. The address holds how many days it counts. */
@Route(OverviewView.ROUTE)
@PageTitle("Overview · Outflow")
@Menu(title = "Overview", order = 10, icon = "u-over")
@StyleSheet("context://overview.css")
@Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
class OverviewView extends Div implements BeforeEnterObserver {

    static final String ROUTE = "overview";
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(OverviewView.class);
    private static final String DAYS = "days";
    private static final List<Integer> PERIODS = List.of(30, 90, 365);
    private static final int MOST_CHANGES = 6;

    private final transient Overview overview;
    private final transient RecentChanges changes;
    private final transient OverviewAxis axis;
    private int days = 90;

    OverviewView(Overview overview, RecentChanges changes, OverviewAxis axis) {
        this.overview = overview;
        this.changes = changes;
        this.axis = axis;
        addClassName("overview");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        days = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DAYS)
                .flatMap(OverviewView::period)
                .orElse(90);
        refresh();
    }

    private static java.util.Optional<Integer> period(String written) {
        return PERIODS.stream().filter(one -> one.toString().equals(written)).findFirst();
    }

    private void refresh() {
        removeAll();
        try {
            var page = overview.page(days);
            var sentences = new Div();
            sentences.addClassName("sents");
            page.statements().forEach(statement -> sentences.add(new StatementRow(statement)));
            var below = new Div(axis(page), changed());
            below.addClassName("below");
            add(new PageHead("Where contract and reality part", page.sentence(), periods(), print()), sentences, below);
        } catch (RuntimeException failure) {
            LOG.error("The overview could not be made", failure);
            add(
                    new PageHead("Where contract and reality part", ""),
                    new EmptyState(
                            "The overview could not be read. Nothing was changed.",
                            new Button("Try again", click -> refresh())));
        }
    }

    private Component periods() {
        var choice = new Div();
        choice.addClassNames("periods", "s");
        choice.getElement().setAttribute("role", "group");
        choice.getElement().setAttribute("aria-label", "Days that are counted");
        PERIODS.forEach(one -> {
            var button = new NativeButton(one + " days", click -> UI.getCurrent()
                    .navigate(OverviewView.class, QueryParameters.of(DAYS, one.toString())));
            button.addClassNames("fld", "c");
            button.setClassName("on", one == days);
            button.getElement().setAttribute("aria-pressed", String.valueOf(one == days));
            choice.add(button);
        });
        return choice;
    }

    private static Component print() {
        var print = new NativeButton();
        print.addClassNames("btn", "quiet");
        print.add(Glyph.PRINT.icon(), new Span("One page"));
        print.setTestId("overview-print");
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        return print;
    }

    private Component axis(Page page) {
        var section = new Section();
        section.addClassNames("sec", "axis");
        section.setAriaLabel("Agreement and use, one axis");
        if (page.report().isEmpty()) {
            section.add(
                    new SectionHead("Agreement and use, one axis", ""),
                    new EmptyState(
                                    "No logs yet. Use is unknown.",
                                    new Button("Import CloudTrail files", click -> UI.getCurrent()
                                            .navigate("imports")))
                            .blind());
            return section;
        }
        axis.fill(section, page, page.report().get());
        return section;
    }

    private Component changed() {
        var list = new UnorderedList();
        list.addClassName("changes");
        changes.list(MOST_CHANGES).forEach(change -> list.add(item(change)));
        var all = new Anchor("change-log", "All");
        all.getElement().setAttribute("router-link", true);
        all.addClassName("s");
        var section = new Section(new SectionHead("Changed since " + Formats.day(changes.since()), "", all));
        section.addClassNames("sec", "changed");
        section.setAriaLabel("Changed since last week");
        section.add(list.getChildren().findAny().isPresent() ? list : new Paragraph("Nothing changed."));
        return section;
    }

    private static ListItem item(Change change) {
        var glyph =
                switch (change.kind()) {
                    case GAP_OPENED -> Glyph.CONTRADICTED;
                    case GAP_CLOSED -> Glyph.NO_CONTRADICTION;
                    case GAP_DECIDED -> Glyph.CONFIRMED;
                    case RECORDS -> Glyph.DOCUMENT;
                };
        var link = new Anchor(change.address(), change.text());
        link.getElement().setAttribute("router-link", true);
        var detail = new Div(change.detail());
        detail.addClassNames("xs", "q");
        return new ListItem(glyph.icon(), new Div(link, detail));
    }
}
