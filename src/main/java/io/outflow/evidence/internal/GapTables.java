package io.outflow.evidence.internal;

import io.outflow.evidence.internal.GapsInScope.One;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapEvent;
import java.util.List;
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
            "last");

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

    /** Calls of one caller; the id, which a masked name has too, is left out. */
    static ObjectNode row(One one, Finding.Row calls) {
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
