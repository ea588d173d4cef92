package io.outflow.imports.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
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
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Unsaved;
import io.outflow.imports.LogSource;
import io.outflow.imports.Sources;
import io.outflow.usage.LoggedCalls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where logs are fetched from by schedule. */
@Route("settings/sources")
@PageTitle("Sources · Outflow")
@Menu(title = "Sources", order = 105)
@Requires(Action.ADMINISTER)
@StyleSheet("context://imports.css")
@StyleSheet("context://sources.css")
class SourceListView extends Composite<Div> implements BeforeEnterObserver, BeforeLeaveObserver {
    private static final String SOURCE = "source";
    private static final String NEW = "new";

    private final Sources sources;
    private final LoggedCalls calls;
    private final Div list = new Div();
    private final Div side = new Div();
    private final Unsaved unsaved = new Unsaved();

    SourceListView(Sources sources, LoggedCalls calls) {
        this.sources = sources;
        this.calls = calls;
        var add = link("Add a source", NEW);
        add.addClassName("btn");
        list.addClassName("scroll-x");
        var columns = new Div(list, side);
        columns.addClassName("im");
        getContent().addClassName("sources-view");
        getContent()
                .add(
                        new PageHead(
                                "Sources",
                                "Where Outflow fetches logs by itself. It reads and changes nothing there, and stores no key.",
                                add),
                        columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var picked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SOURCE)
                .orElse("");
        var all = sources.list();
        fill(all, picked);
        side.removeAll();
        unsaved.set(false);
        var found = all.stream()
                .filter(source -> Long.toString(source.id()).equals(picked))
                .findFirst();
        if (found.isPresent() || NEW.equals(picked)) {
            open(found);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.beforeLeave(event);
    }

    private void open(Optional<LogSource> found) {
        side.add(new SourcePanel(sources, calls, found.orElse(null), this::open, unsaved::set));
    }

    private void open(LogSource changed) {
        unsaved.set(false);
        getUI().ifPresent(ui ->
                ui.navigate(SourceListView.class, QueryParameters.of(SOURCE, Long.toString(changed.id()))));
    }

    private void fill(List<LogSource> all, String picked) {
        list.removeAll();
        if (all.isEmpty()) {
            list.add(new EmptyState(
                    "No source is set up. Logs come only when somebody uploads them or runs ./outflow import."));
            return;
        }
        var table = new NativeTable();
        table.addClassNames("tight", "sources");
        var head = table.getHead().addRow();
        for (var title : List.of("Source", "State", "Newest log", "Lag", "Last look")) {
            var cell = head.addHeaderCell();
            cell.setText(title);
            cell.getElement().setAttribute("scope", "col");
        }
        for (var source : all) {
            var row = table.getBody().addRow();
            row.setClassName("selected", Long.toString(source.id()).equals(picked));
            var what = new Span(source.settings().kind().label());
            what.addClassNames("below", "q");
            row.addDataCell().add(link(source.settings().name(), Long.toString(source.id())), what);
            var state = new Span(SourceWords.state(source));
            state.setClassName("watch", !source.paused() && (source.silent() || source.problem() != null));
            row.addDataCell().add(state);
            cell(row, "Newest log", time(source.newestAt()));
            cell(row, "Lag", source.lag().map(Formats::duration).orElse("–"));
            cell(row, "Last look", time(source.lookedAt()));
        }
        list.add(table);
    }

    private static void cell(NativeTableRow row, String label, String text) {
        var cell = row.addDataCell();
        cell.setText(text);
        cell.getElement().setAttribute("data-label", label);
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "–" : Formats.minute(time);
    }

    private static RouterLink link(String text, String source) {
        var link = new RouterLink(text, SourceListView.class);
        link.setQueryParameters(QueryParameters.of(SOURCE, source));
        return link;
    }
}
