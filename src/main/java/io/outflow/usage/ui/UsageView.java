package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Names;
import io.outflow.access.Requires;
import io.outflow.base.ui.EmptyState;
import io.outflow.classification.DataClasses;
import io.outflow.trail.Outcome;
import io.outflow.usage.TokenPrices;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageExport;
import io.outflow.usage.UsageReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who uses which model with which class of data. The address holds every filter and every choice of drawing. */
@Route(UsageView.ROUTE)
@PageTitle("Usage · Outflow")
@Menu(title = "Usage", order = 20, icon = "u-use")
@StyleSheet("context://usage.css")
@Requires(Action.READ_USAGE)
class UsageView extends Div implements BeforeEnterObserver {

    static final String ROUTE = "usage";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(UsageView.class);

    private final transient Usage usage;
    private final transient DataClasses classes;
    private final FilterBar filters = new FilterBar(this::open);
    private final StillCounting counting;
    private final DataChanged changed;
    private final Sentences sentences = new Sentences();
    private final CostLine cost;
    private final Div found = new Div(sentences);
    private final CoverageLines coverage = new CoverageLines();
    private final FlowSection flow = new FlowSection(this::open);
    private final DaysSection days = new DaysSection(this::open);
    private final CallersSection callers;
    private final Div charts = new Div(flow, days);
    /** What stands here when there is nothing to count: a sentence that says why. */
    private final Div instead = new Div();

    private transient Selection selection = Selection.START;

    UsageView(
            Usage usage,
            UsageExport export,
            DataClasses classes,
            Names names,
            CurrentPerson person,
            TokenPrices prices) {
        this.usage = usage;
        cost = new CostLine(usage, prices);
        found.add(cost);
        this.classes = classes;
        counting = new StillCounting(usage, this::refresh);
        changed = new DataChanged(usage, this::refresh);
        callers = new CallersSection(this::open, export, new NamesControl(names, person, this::refresh));
        addClassName("usage");
        charts.addClassName("pair");
        var title = new H1("Usage");
        title.addClassName("sr");
        add(title, changed, filters, counting, found, instead, coverage, charts, callers);
    }

    /** The address of this screen with a selection. */
    static String address(Selection selection) {
        return ROUTE + "?" + SelectionAddress.write(selection).getQueryString();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        selection = query.getParameters().isEmpty() ? Selection.START : SelectionAddress.read(query);
        refresh();
    }

    /** The address always names its days: one without anything means the start, not everything. */
    private void open(Selection next) {
        var complete = next.period() == null
                ? usage.evidenced().map(span -> next.with(Period.usual(span))).orElse(next)
                : next;
        UI.getCurrent().navigate(UsageView.class, SelectionAddress.write(complete));
    }

    private void refresh() {
        try {
            changed.seen();
            var growing = counting.show();
            var evidenced = usage.evidenced();
            if (growing && (evidenced.isEmpty() || selection.period() == null)) {
                // What was stored last may not be counted yet, so neither the usual period nor "no logs" can be said.
                showInstead(new EmptyState("What is stored is still being counted. The numbers follow by themselves."));
            } else {
                evidenced.ifPresentOrElse(this::show, () -> showInstead(NoNumbers.nothingImported()));
            }
        } catch (RuntimeException failure) {
            LOG.error("The numbers of usage could not be read", failure);
            showInstead(NoNumbers.failed(this::refresh));
        }
    }

    private void show(Usage.Span evidenced) {
        var usual = Period.usual(evidenced);
        var asked = selection.period();
        // Charts and table count by the day.
        var period = asked == null ? usual : Period.days(asked);
        selection = selection.with(period);
        if (asked == null) {
            // From now on a link to this page names its days, and shows a colleague the same ones.
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(null, new Location(ROUTE, SelectionAddress.write(selection)));
        }
        var report = usage.report(selection.filter(period));
        var palette = new ClassPalette(classes.list());
        var any = !report.rows().isEmpty();

        filters.show(selection, period, Period.whole(evidenced), report.options(), palette);
        coverage.show(
                report.coverage(),
                selection.shown().cells(),
                () -> open(selection.with(
                        selection.shown().cells(!selection.shown().cells()))));
        if (any) {
            sentences.show(selection, report, period, mostDenied(report, period));
            cost.show(selection.filter(period));
            flow.show(selection, report, palette);
            days.show(selection, report, usage.unproven(selection.filter(period)), palette);
            callers.show(selection, report, palette);
        }
        instead.removeAll();
        if (!any) {
            instead.add(NoNumbers.match(report, () -> open(selection.cleared())));
        } else if (report.calls() == 0) {
            instead.add(new EmptyState("Charts count uses. This filter leaves only attempts: they are in the table."));
        }
        arrange(true, any, report.calls() > 0);
    }

    private void showInstead(Component sentence) {
        instead.removeAll();
        instead.add(sentence);
        arrange(false, false, false);
    }

    private void arrange(boolean period, boolean numbers, boolean uses) {
        filters.setVisible(period);
        coverage.setVisible(period);
        found.setVisible(numbers);
        callers.setVisible(numbers);
        charts.setVisible(uses);
    }

    private Sentences.@Nullable MostDenied mostDenied(UsageReport report, Period period) {
        if (report.denied() == 0) {
            return null;
        }
        var filter =
                selection.with(Facet.OUTCOME, Set.of(Outcome.DENIED.name())).filter(period);
        return Sentences.MostDenied.of(
                usage.group(filter, List.copyOf(EnumSet.of(Usage.Dimension.MODEL, Usage.Dimension.ACCOUNT))));
    }
}
