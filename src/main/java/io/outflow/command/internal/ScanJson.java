package io.outflow.command.internal;

import io.outflow.trail.ScanReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A scan report as one JSON object, for programs. Its names are a promise; see docs/guide/admin.md. */
final class ScanJson {
    private ScanJson() {}

    static void print(ScanReport report, PrintWriter out) {
        var json = new LinkedHashMap<String, Object>();
        json.put("files", report.files());
        json.put("bytes", report.rawBytes());
        json.put("records", report.records());
        json.put("calls", calls(report.calls()));
        json.put("steps", report.steps());
        json.put("governanceEvents", report.governanceEvents());
        json.put("duplicates", report.duplicates());
        json.put("joined", report.joined());
        json.put("skipped", report.skipped());
        json.put("unreadable", report.rejected());
        json.put("channels", named("channel", report.channels(), ScanJson::calls));
        json.put("claude", named("claude", report.claude(), ScanJson::calls));
        json.put("models", report.models().stream().map(ScanJson::model).toList());
        json.put("governance", named("kind", report.governance(), ScanJson::count));
        json.put("skipReasons", named("reason", report.skipReasons(), ScanJson::count));
        json.put("unreadableReasons", named("reason", report.rejectReasons(), ScanJson::count));
        json.put(
                "firstUnreadable",
                report.firstRejected().stream().map(ScanJson::unreadable).toList());
        json.put("failedFiles", report.failures().stream().map(ScanJson::failed).toList());
        out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(json));
    }

    private static Map<String, Object> calls(ScanReport.Calls calls) {
        var json = new LinkedHashMap<String, Object>();
        json.put("uses", calls.uses());
        json.put("denied", calls.denied());
        json.put("failed", calls.failed());
        return json;
    }

    private static Map<String, Object> count(long count) {
        return Map.of("count", count);
    }

    private static <K extends Enum<K>, V> List<Map<String, Object>> named(
            String name, Map<K, V> values, Function<V, Map<String, Object>> rest) {
        return values.entrySet().stream()
                .map(entry -> {
                    var json = new LinkedHashMap<String, Object>();
                    json.put(name, entry.getKey().name());
                    json.putAll(rest.apply(entry.getValue()));
                    return (Map<String, Object>) json;
                })
                .toList();
    }

    private static Map<String, Object> model(ScanReport.ModelCalls model) {
        var json = new LinkedHashMap<String, Object>();
        json.put("model", model.name());
        json.put("claude", model.claude().name());
        json.putAll(calls(model.calls()));
        return json;
    }

    private static Map<String, Object> unreadable(ScanReport.Rejected rejected) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", rejected.file().toString());
        json.put("entry", rejected.record().place().entry());
        json.put("record", rejected.record().place().recordNo());
        json.put("byteOffset", rejected.record().place().byteOffset());
        json.put("length", rejected.record().place().length());
        json.put("reason", rejected.record().reason().name());
        json.put("sentence", rejected.record().sentence());
        return json;
    }

    private static Map<String, Object> failed(ScanReport.Failure failure) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", failure.file().toString());
        json.put("sentence", failure.sentence());
        return json;
    }
}
