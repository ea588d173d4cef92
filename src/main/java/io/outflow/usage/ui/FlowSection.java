package io.outflow.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.Formats;
import io.outflow.base.ui.PlainTable;
import io.outflow.base.ui.SectionHead;
import io.outflow.usage.UsageReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Caller, model and data class, as a Sankey or as a table. A click filters the page by what was clicked. */
class FlowSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final transient Consumer<Selection> changed;
    private final FlowChart chart = new FlowChart();
    private transient Selection selection = Selection.EVERYTHING;

    FlowSection(Consumer<Selection> changed) {
        this.changed = changed;
        chart.onPick(pick -> picked(pick.kind(), pick.value()));
        getContent().addClassName("sec");
    }

    void show(Selection shown, UsageReport report, ClassPalette palette) {
        selection = shown;
        var data = FlowData.of(report, palette);
        var table = shown.shown().flow() == Shown.Flow.TABLE;
        var other = table ? Shown.Flow.CHART : Shown.Flow.TABLE;
        var toggle = new Link(
                table ? "Chart" : "Table",
                () -> changed.accept(selection.with(selection.shown().flow(other))));
        toggle.setAriaLabel(table ? "Chart: caller, model, data class" : "Table: caller, model, data class");
        toggle.setTestId("flow-toggle");
        var head = new SectionHead("Caller, model, data class", note(report), toggle);
        if (table) {
            getContent().removeAll();
            getContent().add(head, table(data));
        } else {
            // The chart stays where it is, so that it moves to the new numbers instead of starting again.
            getContent().getChildren().filter(part -> part != chart).toList().forEach(getContent()::remove);
            getContent().addComponentAsFirst(head);
            getContent().add(chart);
            chart.show(data, data.label());
        }
    }

    void picked(String kind, String value) {
        var part = new EnumMap<Facet, String>(Facet.class);
        switch (kind) {
            case "caller" -> put(part, Facet.CALLER, value);
            case "model" -> put(part, Facet.MODEL, value);
            case "class" -> put(part, Facet.DATA_CLASS, value);
            case "path" -> {
                var path = JSON.readTree(value);
                put(part, Facet.CALLER, path.path(0).asString(FlowData.FOLDED));
                put(part, Facet.MODEL, path.path(1).asString(FlowData.FOLDED));
                put(part, Facet.DATA_CLASS, path.path(2).asString(FlowData.FOLDED));
            }
            default -> {}
        }
        if (!part.isEmpty()) {
            changed.accept(selection.picked(part));
        }
    }

    private static void put(Map<Facet, String> part, Facet facet, String value) {
        if (!value.equals(FlowData.FOLDED)) {
            part.put(facet, value);
        }
    }

    private static String note(UsageReport report) {
        var calls = Formats.count(report.calls(), "call", "calls");
        return report.outside() == 0
                ? calls
                : "%s; %s outside this filter".formatted(calls, Formats.count(report.outside()));
    }

    private Component table(FlowData data) {
        var table = new PlainTable(
                "Calls by caller, model and data class",
                List.of("Caller", "Model", "Data class", "Calls", "Share"),
                column -> column >= 3);
        var callers = names(data.callers());
        var models = names(data.models());
        var classes = names(data.classes());
        data.links().stream()
                .sorted((a, b) -> Long.compare(b.calls(), a.calls()))
                .forEach(link -> table.row(
                        part("caller", link.caller(), callers),
                        part("model", link.model(), models),
                        part("class", link.dataClass(), classes),
                        link.calls(),
                        Formats.percent(link.calls(), data.calls())));
        return table;
    }

    private Object part(String kind, String id, Map<String, String> names) {
        var name = names.getOrDefault(id, id);
        return id.equals(FlowData.FOLDED) ? name : new Link(name, () -> picked(kind, id));
    }

    private static Map<String, String> names(List<FlowData.Node> nodes) {
        return nodes.stream().collect(Collectors.toMap(FlowData.Node::id, FlowData.Node::name));
    }
}
