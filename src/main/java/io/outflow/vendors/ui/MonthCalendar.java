package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.vendors.Due;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A month of days, weeks from Monday; what does not fit into a day is counted. */
class MonthCalendar extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 4;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final transient UnaryOperator<String> address;

    /** @param address the address of a page at the point in time that is shown */
    MonthCalendar(
            List<Due> list,
            YearMonth month,
            LocalDate today,
            Consumer<YearMonth> chosen,
            UnaryOperator<String> address) {
        this.address = address;
        Map<LocalDate, List<Due>> byDay = list.stream().collect(Collectors.groupingBy(Due::day));
        var count = list.stream()
                .filter(due -> YearMonth.from(due.day()).equals(month))
                .count();
        var note = new Span(count == 0 ? "nothing in this month" : Formats.count(count, "date", "dates"));
        note.addClassNames("q", "s");
        var head = new Div(
                step("Earlier", month.minusMonths(1), chosen),
                new H2(MONTH.format(month)),
                step("Later", month.plusMonths(1), chosen),
                note);
        head.addClassName("month-head");

        var table = new NativeTable();
        table.addClassName("month");
        table.getElement().setAttribute("aria-label", MONTH.format(month));
        var names = new NativeTableRow();
        for (var day : DayOfWeek.values()) {
            var cell = new NativeTableHeaderCell(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            cell.getElement().setAttribute("scope", "col");
            names.add(cell);
        }
        table.getHead().add(names);
        var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var week = first; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            var row = new NativeTableRow();
            for (var i = 0; i < DayOfWeek.values().length; i++) {
                var day = week.plusDays(i);
                row.add(day(day, month, today, byDay.getOrDefault(day, List.of())));
            }
            table.getBody().add(row);
        }
        getContent().addClassName("sec");
        getContent().add(head, table);
    }

    private static NativeButton step(String label, YearMonth month, Consumer<YearMonth> chosen) {
        var button = new NativeButton(label, click -> chosen.accept(month));
        button.addClassName("fld");
        button.getElement().setAttribute("aria-label", label + ", " + MONTH.format(month));
        return button;
    }

    private NativeTableCell day(LocalDate day, YearMonth month, LocalDate today, List<Due> due) {
        var inside = YearMonth.from(day).equals(month);
        var cell = new NativeTableCell();
        cell.setClassName("out", !inside);
        cell.setClassName("today", day.equals(today));
        cell.setClassName("none", due.isEmpty() || !inside);
        var number = new Span(Integer.toString(day.getDayOfMonth()));
        number.addClassName("day-number");
        number.getElement().setAttribute("title", Formats.day(day));
        cell.add(number);
        if (inside) {
            due.stream().limit(MOST).map(this::item).forEach(cell::add);
            if (due.size() > MOST) {
                var more = new Span("and %s more".formatted(Formats.count(due.size() - MOST)));
                more.addClassNames("q", "s");
                cell.add(more);
            }
        }
        return cell;
    }

    private Anchor item(Due due) {
        var text = due.object().title() + ": " + due.deadline().what();
        var link = new Anchor(address.apply(due.path()), text);
        link.addClassNames("month-item", due.window().name().toLowerCase(Locale.ROOT));
        link.setTitle("%s (%s)".formatted(text, due.inWords()));
        return link;
    }
}
