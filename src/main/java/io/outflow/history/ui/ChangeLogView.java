package io.outflow.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Widths;
import io.outflow.history.ChangeLog;
import io.outflow.history.Checked;
import io.outflow.history.Entry;
import io.outflow.history.LogCheck;
import io.outflow.history.LogFilter;
import io.outflow.history.Protection;
import java.util.Optional;

/** The change log, newest first, what its last check found, and one entry whole. Nothing can be changed here. */
@Route(ChangeLogView.ROUTE)
@PageTitle("Change log · Outflow")
@Menu(title = "Change log", order = 190)
@Requires(value = Action.CHANGE_LOG, level = Permission.READ)
@StyleSheet("context://history.css")
class ChangeLogView extends Div implements BeforeEnterObserver {

    static final String ROUTE = "change-log";

    private static final long serialVersionUID = 1L;

    private final transient ChangeLog log;
    private final transient LogCheck check;
    private final Div verdict = new Div();
    private final LogFilterBar filters;
    private final Paragraph counted = new Paragraph();
    private final Div entries = new Div();
    private final Div opened = new Div();
    private transient LogAddress address = LogAddress.EVERYTHING;

    ChangeLogView(ChangeLog log, LogCheck check, Protection protection) {
        this.log = log;
        this.check = check;
        filters = new LogFilterBar(log.actions(), this::go);

        var now = new Button("Check now", click -> show(Optional.of(check.run())));
        now.setTestId("change-log-check");
        now.setDisableOnClick(true);
        now.addClickListener(click -> now.setEnabled(true));
        verdict.setId("verdict");
        verdict.addClassName("verdict");
        verdict.getElement().setAttribute("role", "status");
        counted.addClassNames("s", "q");
        counted.setId("counted");
        var columns = new Div(entries, opened);
        columns.addClassName("im");
        addClassName("change-log");
        add(
                new PageHead(
                        "Change log",
                        "Entries are only ever added; each carries the hash of the one before. " + protection.label()
                                + ".",
                        now),
                verdict,
                filters,
                counted,
                columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var before = address.filter();
        address = LogAddress.read(event.getLocation().getQueryParameters());
        filters.show(address);
        show(check.last());
        if (entries.getElement().getChildCount() == 0 || !before.equals(address.filter())) {
            list();
        }
        opened.removeAll();
        var number = address.entry();
        if (number != null) {
            opened.add(log.find(number)
                    .<Component>map(entry -> new EntryPanel(entry, () -> go(address.with(null))))
                    .orElseGet(() -> new EmptyState("There is no entry %s.".formatted(Formats.count(number)))));
        }
    }

    private void show(Optional<Checked> last) {
        verdict.removeAll();
        if (last.isEmpty()) {
            verdict.add(new Span("Not checked yet. It is checked each night at 03:00 UTC."));
            return;
        }
        var found = last.get();
        verdict.add(
                found.verdict().holds() ? new Mark(Glyph.VERIFIED, "holds") : new Mark(Glyph.INVALID, "broken").asGap(),
                new Span("%s Checked %s by %s."
                        .formatted(found.verdict().sentence(), Formats.minute(found.at()), found.actor())));
        verdict.setClassName("gap-line", !found.verdict().holds());
    }

    private void list() {
        entries.removeAll();
        var all = log.count(LogFilter.NONE);
        var count = address.filters() ? log.count(address.filter()) : all;
        counted.setText(
                address.filters()
                        ? "%s of %s, newest first."
                                .formatted(Formats.count(count), Formats.count(all, "entry", "entries"))
                        : "%s, newest first.".formatted(Formats.count(all, "entry", "entries")));
        if (count == 0) {
            entries.add(
                    all == 0
                            ? new EmptyState("Nothing was written yet.")
                            : new EmptyState(
                                    "No entry matches. %s outside this filter."
                                            .formatted(Formats.count(all, "entry is", "entries are")),
                                    new Button("Clear the filter", click -> go(LogAddress.EVERYTHING))));
        } else {
            entries.add(grid(count));
        }
    }

    private Grid<Entry> grid(long count) {
        var filter = address.filter();
        var grid = new Grid<Entry>();
        grid.setId("change-log");
        grid.addClassName("tall");
        grid.getElement().setAttribute("aria-label", "Entries of the change log");
        grid.addComponentColumn(this::link)
                .setHeader("Entry")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(entry -> Formats.second(entry.at()).replace(" UTC", ""))
                .setHeader("Time, UTC")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Entry::actor)
                .setHeader("By")
                .setKey("wide-by")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(Entry::action).setHeader("What").setWidth("140px").setFlexGrow(0);
        grid.addColumn(Entry::object).setHeader("On").setKey("wide-on").setFlexGrow(1);
        grid.addColumn(ChangeLogView::details)
                .setHeader("Details")
                .setKey("wide-details")
                .setFlexGrow(2);
        grid.setItems(
                query -> log.list(filter, query.getOffset(), query.getLimit()).stream(),
                query -> Math.toIntExact(Math.min(count, Integer.MAX_VALUE)));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> go(address.with(click.getItem().seq())));
        Widths.watch(grid, narrow -> grid.getColumns().stream()
                .filter(column -> column.getKey() != null && column.getKey().startsWith("wide"))
                .forEach(column -> column.setVisible(!narrow)));
        return grid;
    }

    private Component link(Entry entry) {
        var link = new RouterLink(Formats.count(entry.seq()), ChangeLogView.class);
        link.setQueryParameters(address.with(entry.seq()).write());
        return link;
    }

    /** The reason of a revision, the text of other entries. */
    private static String details(Entry entry) {
        return entry.reason().orElseGet(() -> entry.changes().isEmpty() ? entry.text() : "");
    }

    private void go(LogAddress next) {
        UI.getCurrent().navigate(ChangeLogView.class, next.write());
    }
}
