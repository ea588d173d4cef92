package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.ui.PlainTable;
import io.outflow.base.ui.SectionHead;
import io.outflow.usage.Unproven;
import io.outflow.usage.UsageReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/** When calls were made: by day and class, or by hour of the week; each as a chart or as a table. */
class DaysSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Selection> changed;
    private final DaysChart days = new DaysChart();
    private final HeatChart heat = new HeatChart();
    private transient Selection selection = Selection.EVERYTHING;

    DaysSection(Consumer<Selection> changed) {
        this.changed = changed;
        days.onPick(pick -> pickedDay(LocalDate.parse(pick.value())));
        heat.onPick(pick -> pickedHour(pick.value()));
        getContent().addClassName("sec");
    }

    void show(Selection shown, UsageReport report, SortedMap<LocalDate, Unproven.Day> unproven, ClassPalette palette) {
        selection = shown;
        var part =
                switch (shown.shown().days()) {
                    case BARS -> bars(DaysData.of(report, unproven, palette));
                    case TABLE -> table(DaysData.of(report, unproven, palette));
                    case HEAT -> heat(HeatData.of(report));
                    case HEAT_TABLE -> heatTable(report.heat());
                };
        getContent().getChildren().filter(old -> old != part).toList().forEach(getContent()::remove);
        getContent().addComponentAsFirst(head(shown.shown().days()));
        getContent().add(part);
    }

    private Component head(Shown.Days now) {
        var byHour = now == Shown.Days.HEAT || now == Shown.Days.HEAT_TABLE;
        var kind = toggle(
                byHour ? "By day" : "Heat map",
                byHour ? Shown.Days.BARS : Shown.Days.HEAT,
                byHour ? "By day: calls by data class" : "Heat map: calls by hour of the week");
        kind.setTestId("days-kind");
        var shape = toggle(
                now.isTable() ? "Chart" : "Table",
                switch (now) {
                    case BARS -> Shown.Days.TABLE;
                    case TABLE -> Shown.Days.BARS;
                    case HEAT -> Shown.Days.HEAT_TABLE;
                    case HEAT_TABLE -> Shown.Days.HEAT;
                },
                (now.isTable() ? "Chart" : "Table") + (byHour ? ": calls by hour" : ": calls a day"));
        shape.setTestId("days-toggle");
        return byHour
                ? new SectionHead("Calls by hour", "of the week, UTC", kind, shape)
                : new SectionHead("Calls a day", "by data class, UTC", kind, shape);
    }

    private Link toggle(String text, Shown.Days target, String label) {
        var link = new Link(
                text, () -> changed.accept(selection.with(selection.shown().days(target))));
        link.setAriaLabel(label);
        return link;
    }

    void pickedDay(LocalDate day) {
        var only = new Period(day, day);
        changed.accept(selection.with(only.equals(selection.period()) ? null : only));
    }

    void pickedHour(String cell) {
        changed.accept(selection.picked(Map.of(Facet.HOUR, HeatData.hour(cell).written())));
    }

    private Component bars(DaysData data) {
        days.show(data, data.label());
        return days;
    }

    private Component heat(HeatData data) {
        heat.show(data, data.label());
        return heat;
    }

    private Component table(DaysData data) {
        var headers = new ArrayList<>(List.of("Day", "All"));
        data.series().forEach(series -> headers.add(series.name()));
        headers.add("Log files");
        headers.add("Seen");
        var table = new PlainTable("Calls a day by data class", headers, column -> column >= 1);
        for (var i = 0; i < data.days().size(); i++) {
            var index = i;
            var day = LocalDate.parse(data.days().get(i));
            var row = new ArrayList<Object>();
            row.add(new Link(Words.day(day), () -> pickedDay(day)));
            row.add(data.series().stream()
                    .mapToLong(series -> series.values().get(index))
                    .sum());
            data.series().forEach(series -> row.add(series.values().get(index)));
            row.add(data.band().get(index).text());
            row.add(
                    data.blind().stream().anyMatch(run -> run.from() <= index && index <= run.to())
                            ? Words.NOT_EVIDENCED
                            : "logged");
            table.row(row.toArray());
        }
        return table;
    }

    private Component heatTable(long[][] heat) {
        var headers = new ArrayList<>(List.of("UTC"));
        for (var d = 0; d < heat.length; d++) {
            headers.add(HeatData.hour(d + "-0").words().substring(0, 3));
        }
        var table = new PlainTable("Calls by hour of the week", headers, column -> column >= 1);
        for (var hour = 0; hour < 24; hour++) {
            var row = new ArrayList<Object>();
            row.add("%02d:00".formatted(hour));
            for (var d = 0; d < heat.length; d++) {
                row.add(heat[d][hour]);
            }
            table.row(row.toArray());
        }
        return table;
    }
}
