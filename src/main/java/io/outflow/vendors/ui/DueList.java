package io.outflow.vendors.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.vendors.Due;
import io.outflow.vendors.Reminder;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Days in groups: what has passed, then by how near they are. */
class DueList extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int MOST_ROWS = 100;
    private static final List<String> HEADERS = List.of("Day", "", "What", "Of", "Owner", "Reminder");

    private final transient Map<String, Reminder> told;
    private final transient Predicate<Due> hasRecipient;
    private final transient UnaryOperator<String> address;

    /**
     * @param told the last reminder of a day, by its key
     * @param hasRecipient whether there is somebody to tell by mail
     * @param address the address of a page at the point in time that is shown
     */
    DueList(List<Due> list, Map<String, Reminder> told, Predicate<Due> hasRecipient, UnaryOperator<String> address) {
        this.address = address;
        this.told = told;
        this.hasRecipient = hasRecipient;
        for (var window : Due.Window.values()) {
            var group = list.stream().filter(due -> due.window() == window).toList();
            if (!group.isEmpty()) {
                getContent().add(section(window, group));
            }
        }
    }

    private Component section(Due.Window window, List<Due> group) {
        var table = new NativeTable();
        table.addClassName("due-table");
        table.getElement().setAttribute("aria-label", window.label());
        var head = new NativeTableRow();
        for (var header : HEADERS) {
            var cell = new NativeTableHeaderCell(header.isEmpty() ? "Left" : header);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        group.stream().limit(MOST_ROWS).forEach(due -> table.getBody().add(row(due)));
        var section = new Div(new SectionHead(window.label(), Formats.count(group.size(), "date", "dates")), table);
        section.addClassNames("sec", "due-group");
        section.setTestId("due-" + window.name().toLowerCase(java.util.Locale.ROOT));
        if (group.size() > MOST_ROWS) {
            var more = new Paragraph("%s more. Narrow the filter, or take the CSV, which has them all."
                    .formatted(Formats.count(group.size() - MOST_ROWS)));
            more.addClassNames("q", "s");
            section.add(more);
        }
        return section;
    }

    private NativeTableRow row(Due due) {
        var day = new Span(Formats.day(due.day()));
        day.addClassName("nw");
        return new NativeTableRow(
                cell("day", day),
                cell("left", left(due)),
                cell("what", new Span(due.deadline().what())),
                cell("of", object(due)),
                cell("owner", new Span(due.owner().isEmpty() ? "nobody named" : due.owner())),
                cell("told", new Span(reminder(due))));
    }

    private static NativeTableCell cell(String name, Component content) {
        var cell = new NativeTableCell(content);
        cell.addClassName("due-" + name);
        return cell;
    }

    private static Component left(Due due) {
        return switch (due.window()) {
            case OVERDUE -> new Mark(Glyph.HIGH, due.inWords()).asGap();
            case WEEK -> new Mark(Glyph.WATCH, due.inWords()).asWatch();
            case MONTH, QUARTER, LATER -> new Mark(Glyph.NOTE, due.inWords());
        };
    }

    /** A link to the page of the object. */
    private Anchor object(Due due) {
        var link = new Anchor(address.apply(due.path()), due.object().title());
        link.setRouterIgnore(false);
        return link;
    }

    /** What was done to tell somebody of it. */
    private String reminder(Due due) {
        var last = told.get(due.key());
        if (last == null) {
            return hasRecipient.test(due) ? "–" : "nobody to tell";
        }
        return switch (last.state()) {
            case SENT -> "%s, to %s".formatted(Formats.day(last.at()), last.recipient());
            case SENDING -> "perhaps sent %s, to %s".formatted(Formats.day(last.at()), last.recipient());
            case FAILED -> "not sent, tried again: " + last.problem();
        };
    }
}
