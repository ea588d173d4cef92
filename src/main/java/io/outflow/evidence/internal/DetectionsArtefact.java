package io.outflow.evidence.internal;

import io.outflow.base.Formats;
import io.outflow.classification.Detectors;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.usage.Usage;
import io.outflow.usage.Usage.Dimension;
import io.outflow.usage.Usage.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What detectors found in the text of calls, and what was declared beside it. Counts alone: text is never stored. */
@Component
@Order(4)
class DetectionsArtefact implements Artefact {

    private static final int ROW = 160;
    private static final List<String> DAYS = List.of("day", "account", "detector", "data_class", "lines", "finds");
    private static final List<String> CLASSES =
            List.of("declared_class", "detected_class", "calls", "denied", "failed");
    private static final List<String> SETTINGS = List.of("detector", "name", "enabled", "data_class", "finds_what");

    private final DetectionRows rows;
    private final Detectors detectors;
    private final ObjectProvider<Usage> usage;

    DetectionsArtefact(DetectionRows rows, Detectors detectors, ObjectProvider<Usage> usage) {
        this.rows = rows;
        this.detectors = detectors;
        this.usage = usage;
    }

    @Override
    public Part part() {
        return Part.USAGE;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var found = days(scope).all().size();
        var classes = classes(scope).size();
        var settings = detectors.list().size();
        return List.of(
                new Planned("data/records/detections.jsonl", "finds in text, per day", found, (long) found * ROW),
                new Planned(
                        "data/records/detected-classes.jsonl",
                        "calls by declared and found class",
                        classes,
                        (long) classes * ROW),
                new Planned("data/records/detectors.jsonl", "detectors and their classes", settings, settings * 200L));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        var asked = usage.getObject();
        var total = rows.total(scope);
        var lines = 0L;
        var finds = 0L;
        try (var table = records.table("detections", DAYS)) {
            for (var found : days(scope).all()) {
                var row = JsonMapper.shared().createObjectNode();
                row.put("day", found.day().toString());
                row.put("account", found.found().account());
                row.put("detector", found.found().detector());
                row.put("data_class", found.found().dataClass());
                row.put("lines", found.found().lines());
                row.put("finds", found.found().finds());
                table.row(row);
                lines += found.found().lines();
                finds += found.found().finds();
            }
        }
        var calls = 0L;
        try (var table = records.table("detected-classes", CLASSES)) {
            for (var group : classes(scope)) {
                var row = JsonMapper.shared().createObjectNode();
                row.put("declared_class", group.values().get(Dimension.DECLARED_CLASS));
                row.put("detected_class", group.values().get(Dimension.DETECTED_CLASS));
                row.put("calls", group.calls());
                row.put("denied", group.denied());
                row.put("failed", group.failed());
                table.row(row);
                calls += group.calls();
            }
        }
        var whole = asked.report(scope.usage()).calls();
        records.reconcile("Lines of invocation logs with finds of a detector", lines, total.lines());
        records.reconcile("Finds of detectors", finds, total.finds());
        records.reconcile("Calls in detected-classes", calls, whole);
        try (var table = records.table("detectors", SETTINGS)) {
            for (var setting : detectors.list()) {
                var row = JsonMapper.shared().createObjectNode();
                row.put("detector", setting.detector().name());
                row.put("name", setting.detector().label());
                row.put("enabled", setting.enabled());
                row.put("data_class", setting.dataClass());
                row.put("finds_what", setting.detector().sentence());
                table.row(row);
            }
        }
    }

    @Override
    public void tell(Scope scope, Html html) {
        html.section("What was found in text");
        html.p(texts(rows.lines(scope)));
        Map<String, Long> byDetector = new TreeMap<>();
        days(scope)
                .all()
                .forEach(one ->
                        byDetector.merge(one.found().detector(), one.found().lines(), Long::sum));
        if (!byDetector.isEmpty()) {
            html.part("Lines of invocation logs by detector");
            html.bars(byDetector.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .map(entry -> new Html.Bar(entry.getKey(), entry.getValue()))
                    .toList());
        }
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var missing = new ArrayList<Missing>();
        missing.add(new Missing(
                Missing.Kind.NOT_COVERED, "Finds in text that was not looked at", texts(rows.lines(scope))));
        var off = detectors.list().stream()
                .filter(setting -> !setting.enabled())
                .map(setting -> setting.detector().label())
                .toList();
        if (!off.isEmpty()) {
            missing.add(new Missing(
                    Missing.Kind.NOT_COVERED,
                    "Finds of detectors that are switched off",
                    String.join(", ", off) + ". While they are off they look at nothing."));
        }
        return missing;
    }

    private static String texts(DetectionRows.Lines lines) {
        return "Text was looked at in %s of %s. Elsewhere that nothing was found tells nothing."
                .formatted(
                        Formats.count(lines.seen()),
                        Formats.count(lines.all(), "line of invocation logs", "lines of invocation logs"));
    }

    private List<Group> classes(Scope scope) {
        return usage
                .getObject()
                .group(scope.usage(), List.of(Dimension.DECLARED_CLASS, Dimension.DETECTED_CLASS))
                .stream()
                .sorted(Comparator.comparing(
                                (Group group) -> text(group.values().get(Dimension.DECLARED_CLASS)))
                        .thenComparing(group -> text(group.values().get(Dimension.DETECTED_CLASS))))
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private Days days(Scope scope) {
        return scope.once(Days.class, () -> {
            var all = new ArrayList<Found>();
            for (var day = scope.request().from(); !day.isAfter(scope.request().to()); day = day.plusDays(1)) {
                for (var found : rows.on(day)) {
                    if (scope.takes(found.account())) {
                        all.add(new Found(day, found));
                    }
                }
            }
            return new Days(all);
        });
    }

    private record Found(java.time.LocalDate day, DetectionRows.Day found) {}

    private record Days(List<Found> all) {}
}
