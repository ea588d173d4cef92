package io.outflow.posture.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.Cell;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.CoverageMap.Stretch;
import io.outflow.posture.Grounds;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The map: a line for each account, Region and channel, a place on it for each day. Days that stand alike for the same reason
 * are one piece, drawn by texture and letter, which opens the reason.
 */
class CoverageGrid extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TICK = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int TICKS = 6;

    CoverageGrid(CoverageMap map, CoverageQuery query) {
        getContent().addClassName("cov-map");
        getContent().add(legend(), axis(map));
        var head = "";
        for (var place : map.lines().keySet()) {
            var group = place.account() + ", " + place.region();
            if (!group.equals(head)) {
                head = group;
                getContent().add(new H3(group));
            }
            getContent().add(line(map, place, query));
        }
    }

    private static Div legend() {
        var legend = new Div(
                key(State.COVERED, false),
                key(State.NOT_COVERED, false),
                key(State.NOT_COVERED, true),
                key(State.UNKNOWN, false));
        legend.addClassNames("cov-legend", "s", "q");
        return legend;
    }

    private static Component key(State state, boolean partly) {
        var cell = new Cell(state, partly, "", new Grounds.Nothing());
        var swatch = new Span(letter(cell));
        swatch.addClassNames("piece", css(cell));
        swatch.getElement().setAttribute("aria-hidden", "true");
        return new Span(swatch, new Span(word(cell)));
    }

    private static Div axis(CoverageMap map) {
        var ticks = new Div();
        ticks.addClassName("cov-ticks");
        ticks.getElement().setAttribute("aria-hidden", "true");
        var days = map.to().toEpochDay() - map.from().toEpochDay() + 1;
        var step = Math.max(1, Math.ceilDiv(days, TICKS));
        // Near the end there is no room for the words of one.
        for (var day = map.from(); !day.plusDays(step / 2).isAfter(map.to()); day = day.plusDays(step)) {
            var tick = new Span(TICK.format(day));
            tick.getStyle()
                    .set(
                            "left",
                            String.format(
                                    Locale.ROOT,
                                    "%.3f%%",
                                    100.0 * (day.toEpochDay() - map.from().toEpochDay()) / days));
            ticks.add(tick);
        }
        var row = new Div(new Span(), ticks, new Span());
        row.addClassNames("cov-line", "cov-axis");
        return row;
    }

    private static Div line(CoverageMap map, Place place, CoverageQuery query) {
        var name = new Span(place.lane().label());
        name.addClassName("nm");
        var bar = new Div();
        bar.addClassName("cov-bar");
        bar.getElement().setAttribute("role", "group");
        bar.getElement()
                .setAttribute(
                        "aria-label",
                        "%s, %s, %s"
                                .formatted(
                                        place.account(),
                                        place.region(),
                                        place.lane().label()));
        map.stretches(place).forEach(stretch -> bar.add(piece(place, stretch, query)));
        var words = new Span(words(map, place));
        words.addClassName("wd");
        var row = new Div(name, bar, words);
        row.addClassName("cov-line");
        return row;
    }

    private static Component piece(Place place, Stretch stretch, CoverageQuery query) {
        var cell = stretch.cell();
        var link = new Link(letter(cell), query.at(place, stretch.first()).address());
        link.addClassNames("piece", css(cell));
        link.getStyle().set("flex-grow", Integer.toString(stretch.days()));
        var label = "%s: %s".formatted(Formats.period(stretch.first(), stretch.last()), word(cell));
        link.getElement().setAttribute("aria-label", label);
        link.setTitle(label + ". " + cell.reason());
        var chosen = query.cell();
        if (chosen != null && chosen.place().equals(place) && holds(stretch, chosen.day())) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private static boolean holds(Stretch stretch, LocalDate day) {
        return !day.isBefore(stretch.first()) && !day.isAfter(stretch.last());
    }

    static String word(Cell cell) {
        return cell.partly() ? "partly not covered" : cell.state().label();
    }

    private static String letter(Cell cell) {
        return switch (cell.state()) {
            case COVERED -> "C";
            case NOT_COVERED -> cell.partly() ? "P" : "N";
            case UNKNOWN -> "?";
        };
    }

    private static String css(Cell cell) {
        return switch (cell.state()) {
            case COVERED -> "covered";
            case NOT_COVERED -> cell.partly() ? "partly" : "blind";
            case UNKNOWN -> "unknown";
        };
    }

    private static String words(CoverageMap map, Place place) {
        var all = map.lines().getOrDefault(place, List.of()).size();
        var covered = map.days(place, State.COVERED);
        return covered == all
                ? "covered"
                : "%s of %s covered".formatted(Formats.count(covered), Formats.count(all, "day", "days"));
    }
}
