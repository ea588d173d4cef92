package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.trail.Channel;
import io.outflow.usage.CoverageReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the numbers can see: one line per channel, solid where a day was logged, hatched where nothing proves it. */
class CoverageLines extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final String NOTE =
            "solid: logged; hatched: not evidenced. Calls to the direct Claude API leave no record in AWS.";

    private final Div lines = new Div();
    private final Div cells = new Div();
    private final Link toggle;
    private final Anchor why = new Anchor("coverage", "Why, on the coverage map");
    private transient Runnable toggled = () -> {};

    CoverageLines() {
        toggle = new Link("By account, Region and day", () -> toggled.run());
        toggle.getElement().setAttribute("aria-controls", "coverage-cells");
        toggle.setTestId("coverage-toggle");
        why.getElement().setAttribute("router-link", true);
        why.addClassName("s");
        lines.addClassName("cov");
        cells.setId("coverage-cells");
        getContent().addClassName("coverage");
        getContent().add(new SectionHead("What these numbers can see", NOTE, why, toggle), lines, cells);
    }

    void show(CoverageReport report, boolean open, Runnable toggled) {
        this.toggled = toggled;
        why.setHref("coverage?from=%s&to=%s".formatted(report.from(), report.to()));
        lines.removeAll();
        for (var channel : Channel.values()) {
            lines.add(line(channel.label(), report, days(report, channel)));
        }
        lines.add(direct(report));
        cells.removeAll();
        toggle.setText(open ? "Only by channel" : "By account, Region and day");
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(open));
        if (open) {
            cells.add(new CoverageCells(report));
        }
    }

    private static Set<LocalDate> days(CoverageReport report, Channel channel) {
        var days = new TreeSet<LocalDate>();
        report.channels().stream().filter(one -> one.channel() == channel).forEach(one -> days.addAll(one.days()));
        return days;
    }

    private static Component line(String name, CoverageReport report, Set<LocalDate> days) {
        var period = new Period(report.from(), report.to());
        return row(name, bar(period, days, name), new Span(words(period, days)));
    }

    private static Component direct(CoverageReport report) {
        var period = new Period(report.from(), report.to());
        var bar = bar(period, Set.of(), "Claude API (direct)");
        var text = new Span("leaves no record in AWS: use cannot be seen here");
        text.addClassName("over");
        bar.add(text);
        return row(
                "Claude API (direct)",
                bar,
                new Span("blind, %1$d of %2$s".formatted(period.days(), Formats.count(period.days(), "day", "days"))));
    }

    private static Div row(String name, Div bar, Span words) {
        var label = new Span(name);
        label.addClassName("nm");
        words.addClassName("wd");
        var row = new Div(label, bar, words);
        row.addClassName("ln");
        return row;
    }

    /** Days as runs of equal texture. */
    static Div bar(Period period, Set<LocalDate> days, String name) {
        var bar = new Div();
        bar.addClassName("br");
        bar.getElement().setAttribute("role", "img");
        bar.getElement().setAttribute("aria-label", "%s: %s".formatted(name, words(period, days)));
        var start = 0;
        while (start < period.days()) {
            var seen = days.contains(period.from().plusDays(start));
            var end = start;
            while (end < period.days() && days.contains(period.from().plusDays(end)) == seen) {
                end++;
            }
            var run = new Span();
            run.addClassName(seen ? "on" : "off");
            run.getStyle().set("flex-grow", String.valueOf(end - start));
            run.setTitle("%s: %s"
                    .formatted(
                            Formats.period(
                                    period.from().plusDays(start), period.from().plusDays(end - 1L)),
                            seen ? "logged" : Words.NOT_EVIDENCED));
            bar.add(run);
            start = end;
        }
        return bar;
    }

    static String words(Period period, Set<LocalDate> days) {
        var seen = (int) period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(days::contains)
                .count();
        var all = period.days();
        if (seen == all) {
            return "complete";
        }
        if (seen == 0) {
            return Words.NOT_EVIDENCED;
        }
        var ordered = List.copyOf(new TreeSet<>(days));
        var first = ordered.stream()
                .filter(day -> !day.isBefore(period.from()))
                .findFirst()
                .orElseThrow();
        if (first.isAfter(period.from()) && seen == all - new Period(period.from(), first.minusDays(1)).days()) {
            return "not evidenced until " + Words.day(first);
        }
        return String.format(Locale.ENGLISH, "%,d of %,d days not evidenced", all - seen, all);
    }
}
