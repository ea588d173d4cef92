package io.outflow.evidence.internal;

import io.outflow.evidence.internal.GapsInScope.One;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapEvent;
import io.outflow.trail.CallerKind;
import io.outflow.usage.SmallGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a gap, what happened to it, and its calls stand in files. Callers come masked where they must be. */
final class GapTables {

    static final List<String> GAPS = List.of(
            "gap",
            "kind",
            "severity",
            "certainty",
            "product",
            "product_name",
            "sentence",
            "detail",
            "calls",
            "of",
            "callers",
            "verified_calls",
            "first",
            "last",
            "state",
            "since",
            "by",
            "why",
            "owner",
            "due",
            "opened_at",
            "periods",
            "proofs",
            "classes",
            "rests",
            "rules",
            "calls_listed",
            "calls_rows_left_out");
    static final List<String> EVENTS = List.of("gap", "number", "at", "actor", "what", "text", "calls");
    static final List<String> CALLS = List.of(
            "gap",
            "caller",
            "callerKind",
            "grade",
            "account",
            "channel",
            "model",
            "modelId",
            "region",
            "inferenceRegion",
            "dataClass",
            "provenance",
            "application",
            "calls",
            "first",
            "last",
            "mergedGroups");

    private GapTables() {}

    static ObjectNode row(One one) {
        var gap = one.gap();
        var finding = gap.finding();
        var figures = finding.figures();
        var json = JsonMapper.shared();
        var row = json.createObjectNode();
        row.put("gap", gap.name());
        row.put("kind", gap.key().kind().name());
        row.put("severity", finding.severity().name());
        row.put("certainty", finding.certainty().name());
        row.put("product", text(gap.key().product()));
        row.put("product_name", finding.productName());
        row.put("sentence", finding.words());
        row.put("detail", finding.detail());
        row.put("calls", figures.calls());
        row.put("of", figures.of());
        row.put("callers", figures.callers());
        row.put("verified_calls", figures.verified());
        row.put("first", text(figures.first()));
        row.put("last", text(figures.last()));
        row.put("state", one.state().name());
        row.put("since", one.decided().at().toString());
        row.put("by", one.decided().actor());
        row.put("why", one.decided().text());
        row.put("owner", one.last(GapEvent.Kind.ASSIGNED));
        row.put("due", one.last(GapEvent.Kind.DUE_SET));
        row.put("opened_at", gap.openedAt().toString());
        row.set("periods", json.valueToTree(finding.periods()));
        row.set("proofs", json.valueToTree(new TreeMap<>(figures.proofs())));
        row.set("classes", json.valueToTree(new TreeMap<>(figures.classes())));
        row.set("rests", json.valueToTree(finding.rests()));
        row.set("rules", json.valueToTree(finding.rules()));
        row.put("calls_listed", one.rows().size());
        row.put("calls_rows_left_out", finding.moreRows());
        return row;
    }

    static ObjectNode row(One one, GapEvent event) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("gap", one.gap().name());
        row.put("number", event.number());
        row.put("at", event.at().toString());
        row.put("actor", event.actor());
        row.put("what", event.kind().name());
        row.put("text", event.text());
        row.put("calls", event.calls());
        return row;
    }

    /** The calls of a gap by caller; without names {@linkplain SmallGroups small groups} of people are merged in the last row. */
    static List<ObjectNode> rows(One one, boolean named) {
        var people = new HashMap<List<@Nullable Object>, Set<String>>();
        one.rows().stream().filter(GapTables::person).forEach(row -> people.computeIfAbsent(
                        group(row), _ -> new HashSet<>())
                .add(row.callerId()));
        var small = named ? Set.<List<@Nullable Object>>of() : SmallGroups.choose(people);
        var rows = new ArrayList<ObjectNode>();
        var merged = 0L;
        for (var row : one.rows()) {
            if (person(row) && small.contains(group(row))) {
                merged += row.calls();
            } else {
                rows.add(row(one, row));
            }
        }
        if (!small.isEmpty()) {
            var sum = JsonMapper.shared().createObjectNode();
            sum.put("gap", one.gap().name());
            sum.put("calls", merged);
            sum.put("mergedGroups", small.size());
            rows.add(sum);
        }
        return rows;
    }

    private static boolean person(Finding.Row row) {
        return row.callerKind() == CallerKind.PERSON;
    }

    /** All that people may share but themselves and the time. */
    private static List<@Nullable Object> group(Finding.Row row) {
        return Arrays.asList(
                row.account(),
                row.channel(),
                row.model(),
                row.modelId(),
                row.region(),
                row.inferenceRegion(),
                row.dataClass(),
                row.provenance(),
                row.application());
    }

    /** Calls of one caller; the id, which a masked name has too, is left out. */
    private static ObjectNode row(One one, Finding.Row calls) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("gap", one.gap().name());
        ObjectNode told = JsonMapper.shared().valueToTree(calls);
        told.remove("callerId");
        row.setAll(told);
        return row;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
