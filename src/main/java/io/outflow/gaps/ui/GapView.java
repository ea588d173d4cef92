package io.outflow.gaps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.AxisTable;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.EmptyState;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.TimeAxis;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.Gaps;
import io.outflow.usage.UsageAddress;
import io.outflow.usage.UsageFilter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One gap: when it was, what was agreed, what was seen, and what is done about it. */
@Route(GapListView.ROUTE + "/:gap")
@StyleSheet("context://gaps.css")
@Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
class GapView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasCrumbs {

    private static final long serialVersionUID = 1L;

    private final transient Gaps gaps;
    private final transient GapParts parts;
    private final boolean mayHandle;
    private String title = "Gap";

    GapView(Gaps gaps, GapParts parts, CurrentPerson person) {
        this.gaps = gaps;
        this.parts = parts;
        mayHandle = person.may(Action.HANDLE_GAPS);
        addClassName("gap-page");
    }

    static String address(Gap gap) {
        return GapListView.ROUTE + "/" + gap.number();
    }

    @Override
    public String getPageTitle() {
        return title + " · Outflow";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Gaps", GapListView.ROUTE), new Crumb(title));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var number = event.getRouteParameters().get("gap").flatMap(GapView::number);
        number.flatMap(gaps::find).ifPresentOrElse(this::show, this::missing);
    }

    /** Both 147 and G-147 name a gap. */
    private static Optional<Long> number(String text) {
        var digits = text.toUpperCase(Locale.ROOT).startsWith("G-") ? text.substring(2) : text;
        return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private void show(Gap gap) {
        title = gap.name();
        removeAll();
        var columns = new Div(
                new AgreedPanel(gap),
                new SeenPanel(gap, parts.usage(), parts.classes().list()),
                handling(gap));
        columns.addClassName("g3");
        add(
                new GapsChanged(gaps, () -> gaps.find(gap.number()).ifPresent(this::show)),
                new GapHead(gap),
                when(gap),
                columns);
    }

    private void missing() {
        title = "Not found";
        removeAll();
        add(
                new PageHead("Not found", ""),
                new EmptyState(
                        "There is no such gap. The list has all that were ever found, closed ones too.",
                        new Button("Show all gaps", click -> UI.getCurrent().navigate("gaps?state=any"))));
    }

    private Component when(Gap gap) {
        var axis = GapAxis.of(gap.finding(), parts.clock().instant());
        var data = axis.data(
                gap,
                parts.register().now(),
                parts.linked(),
                parts.usage(),
                parts.coverage(),
                parts.classes().list());
        var chart = new TimeAxis();
        chart.show(data);
        chart.onDay(day -> UI.getCurrent().navigate(day(day)));
        var section = new Section(
                new SectionHead("When", "days in the gap in full colour, others pale; all times UTC", legend(gap)),
                chart,
                new AxisTable(data));
        section.addClassName("sec");
        section.setAriaLabel("When");
        return section;
    }

    private static Component legend(Gap gap) {
        var words = new Span(
                gap.key().product() == null
                        ? "bars: all calls, by data class"
                        : "bars: calls of " + gap.finding().productName());
        words.addClassNames("s", "q");
        return words;
    }

    private static String day(LocalDate day) {
        var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return UsageAddress.usage(UsageFilter.period(
                start, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private Component handling(Gap gap) {
        var panel = new HandlingPanel(
                gap,
                gaps,
                mayHandle,
                StepDialog.owners(gaps.list()),
                GapWords.day(parts.clock().instant()),
                this::show);
        panel.getContent().add(history(gap));
        return panel;
    }

    private Component history(Gap gap) {
        var list = new UnorderedList();
        list.addClassName("gap-history");
        for (var event : gaps.history(gap.number())) {
            list.add(item(event));
        }
        return list;
    }

    private static ListItem item(GapEvent event) {
        var who = new Span("%s, %s: ".formatted(event.actor(), Formats.minute(event.at())));
        who.addClassName("q");
        var what = new Span(event.kind().label() + ". ");
        what.addClassName("md");
        return new ListItem(who, what, new Span(event.text()));
    }
}
