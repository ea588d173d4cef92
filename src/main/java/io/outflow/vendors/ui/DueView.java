package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.outflow.access.Action;
import io.outflow.access.OwnAccount;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.Sentence;
import io.outflow.history.AsOf;
import io.outflow.vendors.Due;
import io.outflow.vendors.Due.Window;
import io.outflow.vendors.DueDates;
import io.outflow.vendors.DueExport;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.Reminders;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Everything in the register that ends, expires or has to be looked at, as a list or as a calendar. */
@Route("due")
@PageTitle("Due · Outflow")
@StyleSheet("context://register-due.css")
@Requires(value = Action.REGISTER, level = Permission.READ)
class DueView extends Div implements BeforeEnterObserver, HasCrumbs {

    private static final long serialVersionUID = 1L;

    private final transient DueDates dates;
    private final transient Register register;
    private final transient DueExport export;
    private final transient Reminders reminders;
    private final transient OwnAccount account;
    private final transient Clock clock;
    private transient DueQuery query = DueQuery.ALL;

    DueView(DueDates dates, Register register, DueExport export, Reminders reminders, OwnAccount account, Clock clock) {
        this.dates = dates;
        this.register = register;
        this.export = export;
        this.reminders = reminders;
        this.account = account;
        this.clock = clock;
        addClassName("due");
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Vendors", "vendors"), new Crumb("Due"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = DueQuery.of(event.getLocation().getQueryParameters());
        refresh();
    }

    private void refresh() {
        var all = point().map(dates::list).orElseGet(dates::list);
        var shown = query.filter().of(all);
        removeAll();
        add(new PageHead(
                "Due",
                query.asOf()
                        .sentence()
                        .orElseGet(() ->
                                "What ends, expires or has to be looked at. Days are in the zone in which they were"
                                        + " agreed; today is %s, UTC.".formatted(Formats.day(today()))),
                asOf(),
                csv(),
                new Button("Subscribe", click -> new SubscribeDialog(account).open())));
        if (all.isEmpty()) {
            add(new EmptyState(
                    "Nothing in the register has a day yet. Days come from agreements, certificates, reviews, proofs of"
                            + " opt-out, exceptions, sub-processors and facts to be checked again.",
                    new Button("Open the register", click -> UI.getCurrent().navigate("vendors"))));
        } else {
            add(sentence(all), new DueFilters(all, query, this::show));
            add(shown.isEmpty() ? nothingMatches(all) : body(shown));
        }
        withoutADay();
    }

    private Component body(List<Due> shown) {
        return query.calendar()
                ? new MonthCalendar(
                        shown, query.month(today()), today(), month -> show(query.at(month)), query.asOf()::to)
                : new DueList(
                        shown, reminders.told(), due -> reminders.recipient(due).isPresent(), query.asOf()::to);
    }

    private static Component sentence(List<Due> all) {
        var sentence = new Sentence();
        sentence.addClassName("due-sentence");
        sentence.plain(Formats.count(count(all, Window.OVERDUE))).text(" overdue, ");
        sentence.plain(Formats.count(count(all, Window.WEEK))).text(" in the next 7 days, ");
        sentence.plain(Formats.count(count(all, Window.MONTH))).text(" more in 30, ");
        return sentence.plain(Formats.count(count(all, Window.QUARTER)))
                .text(" more in 90. ")
                .with(new Div("%s later.".formatted(Formats.count(count(all, Window.LATER)))));
    }

    private static long count(List<Due> all, Window window) {
        return all.stream().filter(due -> due.window() == window).count();
    }

    private Component nothingMatches(List<Due> all) {
        return new EmptyState(
                "Nothing matches. %s outside this filter.".formatted(Formats.count(all.size(), "day is", "days are")),
                new Button("Clear", click -> show(DueQuery.ALL)));
    }

    private void withoutADay() {
        var snapshot = point().map(register::asOf).orElseGet(register::now);
        var names = Due.withoutADay(snapshot).stream().map(Entry::title).toList();
        if (!names.isEmpty()) {
            var note = new Paragraph(
                    Glyph.CANNOT_TELL.icon(),
                    new com.vaadin.flow.component.Text(
                            " %s to be reviewed in a cycle, but no review and no day is recorded: %s."
                                    .formatted(
                                            Formats.count(names.size(), "product is", "products are"),
                                            String.join(", ", names.subList(0, Math.min(5, names.size())))
                                                    + (names.size() > 5 ? " and others" : ""))));
            note.addClassNames("due-note", "q");
            note.setTestId("due-without-day");
            add(note);
        }
    }

    private Anchor csv() {
        var link = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName("due-%s.csv".formatted(today()));
                    event.setContentType("text/csv;charset=utf-8");
                    export.csv(query.filter(), point(), event.getOutputStream());
                },
                "CSV");
        link.setAriaLabel("CSV: export what is shown");
        link.setTestId("due-csv");
        return link;
    }

    private void show(DueQuery changed) {
        UI.getCurrent().navigate("due", changed.parameters());
    }

    private AsOfChoice asOf() {
        var choice = new AsOfChoice(chosen -> show(query.at(chosen)));
        choice.show(query.asOf());
        return choice;
    }

    private Optional<AsOf> point() {
        return query.asOf().asOf(clock.instant());
    }

    /** The day that the page is about. */
    private LocalDate today() {
        return LocalDate.ofInstant(query.asOf().at().orElseGet(clock::instant), ZoneOffset.UTC);
    }
}
