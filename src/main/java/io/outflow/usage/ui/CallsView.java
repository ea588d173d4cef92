package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Widths;
import io.outflow.classification.DataClasses;
import io.outflow.trail.Outcome;
import io.outflow.usage.Usage;
import io.outflow.usage.Usage.Call;
import io.outflow.usage.UsageExport;
import io.outflow.usage.UsageExport.Content;
import io.outflow.usage.UsageExport.Format;
import io.outflow.usage.UsageFilter;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls behind a number, newest first; the filter is the one of the usage screen, in the address. */
@Route(CallsView.ROUTE)
@PageTitle("Calls · Outflow")
@StyleSheet("context://usage.css")
@StyleSheet("context://ruled-grid.css")
@Requires(Action.READ_USAGE)
class CallsView extends Div implements BeforeEnterObserver, HasCrumbs {

    static final String ROUTE = "usage/calls";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CallsView.class);
    private static final int PAGE = 100;
    private static final Set<String> NARROW = Set.of("time", "caller", "class");

    private final transient Usage usage;
    private final transient UsageExport export;
    private final transient DataClasses classes;
    private final Grid<Call> grid = new Grid<>();
    private transient ClassPalette palette = new ClassPalette(List.of());
    private transient Selection selection = Selection.EVERYTHING;

    CallsView(Usage usage, UsageExport export, DataClasses classes) {
        this.usage = usage;
        this.export = export;
        this.classes = classes;
        addClassName("usage");
        grid.getElement().setAttribute("aria-label", "Calls, newest first");
        grid.addClassName("ruled");
        grid.setTestId("calls");
        grid.setPageSize(PAGE);
        addColumns();
        Widths.watch(this, this::narrow);
    }

    /** The address of the calls of a selection. */
    static String address(Selection selection) {
        return ROUTE + "?" + SelectionAddress.write(selection.with(Shown.USUAL)).getQueryString();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Usage", UsageView.address(selection)), new Crumb("Calls"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        selection = SelectionAddress.read(event.getLocation().getQueryParameters());
        refresh();
    }

    /** Most columns have no room on a narrow page, and no key. */
    void narrow(boolean narrow) {
        grid.getColumns()
                .forEach(column ->
                        column.setVisible(!narrow || column.getKey() != null && NARROW.contains(column.getKey())));
    }

    private void refresh() {
        removeAll();
        try {
            usage.evidenced().ifPresentOrElse(span -> show(Period.usual(span)), () -> add(nothing("No logs yet.")));
        } catch (RuntimeException failure) {
            LOG.error("The list of calls could not be read", failure);
            add(new EmptyState(
                    "The calls could not be read. Nothing was changed.", new Button("Try again", click -> refresh())));
        }
    }

    private void show(Period usual) {
        palette = new ClassPalette(classes.list());
        var filter = selection.filter(usual);
        var days = selection.period() == null ? usual : selection.period();
        var total = usage.calls(filter, 0, 1).total();
        var steps = Math.max(0, total - counted(filter));
        add(new PageHead(
                Formats.count(total - steps, "call", "calls"),
                "%s, newest first. Uses and attempts%s.".formatted(period(days), besides(steps)),
                new ExportLink(export, Content.CALLS, Format.CSV, () -> filter),
                new ExportLink(export, Content.CALLS, Format.JSON, () -> filter)));
        if (total == 0) {
            add(nothing("No calls match."));
            return;
        }
        fill(filter, total);
        add(grid);
    }

    private static String period(Period period) {
        return period.exact()
                ? "From %s to before %s".formatted(Formats.second(period.start()), Formats.second(period.end()))
                : Formats.period(period.from(), period.to()) + " UTC";
    }

    private long counted(UsageFilter filter) {
        var report = usage.report(filter);
        var asked = filter.outcomes();
        return (asked.isEmpty() || asked.contains(Outcome.USE) ? report.calls() : 0)
                + (asked.isEmpty() || asked.contains(Outcome.DENIED) ? report.denied() : 0)
                + (asked.isEmpty() || asked.contains(Outcome.FAILED) ? report.failed() : 0);
    }

    /** What is listed and not counted, so that the number that led here is the one that stands here. */
    private static String besides(long steps) {
        return steps == 0
                ? ""
                : "; besides, %s inside agents' answers, counted by the answer"
                        .formatted(Formats.count(steps, "model call", "model calls"));
    }

    private void fill(UsageFilter filter, long total) {
        grid.setItems(
                query -> usage.calls(filter, query.getPage(), query.getPageSize()).items().stream(),
                query -> Math.toIntExact(Math.min(total, Integer.MAX_VALUE)));
        grid.setHeight(total < 18 ? 40 + 34 * total + "px" : "calc(100vh - 150px)");
    }

    private Component nothing(String sentence) {
        return new EmptyState(
                sentence, new Button("Show all usage", click -> UI.getCurrent().navigate(UsageView.class)));
    }

    private void addColumns() {
        grid.addComponentColumn(CallsView::opens).setHeader("Time, UTC").setKey("time");
        grid.addColumn(Call::caller).setHeader("Caller").setKey("caller").setFlexGrow(2);
        grid.addComponentColumn(call -> CallMarks.of(call.subject().caller().grade()))
                .setHeader("Grade");
        grid.addColumn(call -> call.subject().account()).setHeader("Account");
        grid.addColumn(call -> call.subject().sourceRegion()).setHeader("Region");
        grid.addColumn(call -> call.subject().channel().label()).setHeader("Channel");
        grid.addColumn(call -> call.subject().model().name()).setHeader("Model");
        grid.addComponentColumn(call -> palette.chip(call.decision().dataClass()))
                .setHeader("Data class")
                .setKey("class");
        grid.addComponentColumn(CallsView::outcome).setHeader("Outcome");
        grid.addComponentColumn(call -> CallMarks.of(call.proof())).setHeader("Proof");
        grid.addColumn(call -> Words.tokens(call.inputTokens()))
                .setHeader("Input tokens")
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(call -> Words.tokens(call.outputTokens()))
                .setHeader("Output tokens")
                .setTextAlign(ColumnTextAlign.END);
        grid.getColumns().forEach(column -> column.setAutoWidth(true).setResizable(true));
    }

    private static Component opens(Call call) {
        var time = Formats.second(call.id().time()).replace(" UTC", "");
        return new Anchor(CallView.ROUTE + "/" + CallAddress.write(call.id()), time);
    }

    private static Component outcome(Call call) {
        var code = call.errorCode();
        if (call.step() && code == null) {
            return new Span("Step of an answer");
        }
        return new Span(Words.capital(Words.outcome(call.outcome())) + (code == null ? "" : ", " + code));
    }
}
