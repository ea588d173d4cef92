package io.outflow.usage.ui;

import io.outflow.base.Formats;
import io.outflow.usage.UsageReport;
import io.outflow.usage.UsageReport.Flow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the Sankey draws: the largest callers and models, the rest folded into one of each, classes by rank with Unknown
 * last.
 */
record FlowData(String label, long calls, List<Node> callers, List<Node> models, List<Node> classes, List<Link> links) {
    /** Id of the node that holds what is not drawn on its own. */
    static final String FOLDED = "";

    private static final int CALLERS = 13;
    private static final int MODELS = 8;

    /**
     * @param grade name of the attribution grade of a caller, null for other nodes
     * @param colour number of the colour token of a class, 0 otherwise
     */
    record Node(
            String id, String name, long calls, @Nullable String grade, int colour) {}

    record Link(String caller, String model, String dataClass, long calls) {}

    static FlowData of(UsageReport report, ClassPalette palette) {
        var flows = report.flows();
        var callers = largest(flows, flow -> flow.caller().id(), CALLERS);
        var models = largest(flows, Flow::model, MODELS);
        var links = links(flows, callers, models);
        var shown = new ArrayList<Node>();
        var grades = flows.stream().collect(Collectors.toMap(f -> f.caller().id(), Flow::caller, (a, b) -> a));
        sums(links, Link::caller).forEach((id, calls) -> {
            var caller = grades.get(id);
            shown.add(
                    caller == null
                            ? folded(flows, callers, calls)
                            : new Node(id, caller.name(), calls, caller.grade().name(), 0));
        });
        var total = links.stream().mapToLong(Link::calls).sum();
        return new FlowData(
                label(total, shown, links, palette),
                total,
                shown,
                models(flows, links, models),
                classes(links, palette),
                links);
    }

    private static String label(long total, List<Node> callers, List<Link> links, ClassPalette palette) {
        if (callers.isEmpty()) {
            return "No call in this filter.";
        }
        var most = sums(links, Link::dataClass).entrySet().iterator().next();
        return "%s from caller to model to data class. Most come from %s; most carry %s, %s. The table shows the same numbers."
                .formatted(
                        Formats.count(total, "call", "calls"),
                        callers.getFirst().name(),
                        palette.shade(most.getKey()).name(),
                        Formats.percent(most.getValue(), total));
    }

    private static Set<String> largest(List<Flow> flows, Function<Flow, String> id, int most) {
        var ids = sums(flows, id, Flow::calls).keySet();
        // One that is left over is drawn as itself: folding it would save no room.
        return ids.size() <= most + 1
                ? new HashSet<>(ids)
                : ids.stream().limit(most).collect(Collectors.toSet());
    }

    private static List<Link> links(List<Flow> flows, Set<String> callers, Set<String> models) {
        var sums = new LinkedHashMap<List<String>, Long>();
        for (var flow : flows) {
            var caller = callers.contains(flow.caller().id()) ? flow.caller().id() : FOLDED;
            var model = models.contains(flow.model()) ? flow.model() : FOLDED;
            sums.merge(List.of(caller, model, flow.dataClass()), flow.calls(), Long::sum);
        }
        return sums.entrySet().stream()
                .map(e -> new Link(
                        e.getKey().get(0), e.getKey().get(1), e.getKey().get(2), e.getValue()))
                .filter(link -> link.calls() > 0)
                .toList();
    }

    private static Node folded(List<Flow> flows, Set<String> drawn, long calls) {
        var more = flows.stream()
                .map(flow -> flow.caller().id())
                .distinct()
                .filter(id -> !drawn.contains(id))
                .count();
        return new Node(FOLDED, Formats.count(more, "more caller", "more callers"), calls, null, 0);
    }

    private static List<Node> models(List<Flow> flows, List<Link> links, Set<String> drawn) {
        var more = flows.stream()
                .map(Flow::model)
                .distinct()
                .filter(model -> !drawn.contains(model))
                .count();
        return sums(links, Link::model).entrySet().stream()
                .map(e -> new Node(
                        e.getKey(),
                        e.getKey().equals(FOLDED) ? Formats.count(more, "more model", "more models") : e.getKey(),
                        e.getValue(),
                        null,
                        0))
                .toList();
    }

    private static List<Node> classes(List<Link> links, ClassPalette palette) {
        var sums = sums(links, Link::dataClass);
        var order = palette.inOrder().stream().map(ClassPalette.Shade::code).toList();
        return sums.keySet().stream()
                .sorted(Comparator.comparingInt(code -> order.contains(code) ? order.indexOf(code) : order.size()))
                .map(palette::shade)
                .map(shade ->
                        new Node(shade.code(), shade.name(), sums.getOrDefault(shade.code(), 0L), null, shade.colour()))
                .toList();
    }

    private static Map<String, Long> sums(List<Link> links, Function<Link, String> id) {
        return sums(links, id, Link::calls);
    }

    /** Sums by id, largest first, what is folded last. */
    private static <T> Map<String, Long> sums(List<T> all, Function<T, String> id, ToLongFunction<T> calls) {
        var sums = all.stream().collect(Collectors.groupingBy(id, Collectors.summingLong(calls)));
        var sorted = new LinkedHashMap<String, Long>();
        sums.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Long> e) -> e.getKey().equals(FOLDED))
                        .thenComparing(
                                Map.Entry.<String, Long>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }
}
