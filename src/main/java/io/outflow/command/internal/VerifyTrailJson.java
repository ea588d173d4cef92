package io.outflow.command.internal;

import io.outflow.trail.Finding;
import io.outflow.trail.Proof;
import io.outflow.trail.TrailVerdict;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A verification as one JSON object, for programs. Its names are a promise; see docs/log-verification.md. */
final class VerifyTrailJson {
    private VerifyTrailJson() {}

    static void print(TrailVerdict verdict, List<Finding> found, PrintWriter out) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("result", verdict.result().name());
        json.put("coveredFrom", text(verdict.first()));
        json.put("coveredTo", text(verdict.last()));
        json.put("hoursNotCovered", verdict.hoursNotCovered());
        json.put("digestCounts", counts(verdict::digests));
        json.put("logCounts", counts(verdict::logs));
        json.put("digests", all(found, Finding.OfDigest.class, VerifyTrailJson::digest));
        json.put("logs", all(found, Finding.OfLog.class, VerifyTrailJson::log));
        json.put("notCovered", all(found, Finding.NotCovered.class, VerifyTrailJson::gap));
        out.println(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(json));
    }

    private static Map<String, Long> counts(ToLongFunction<Proof> count) {
        var counts = new LinkedHashMap<String, Long>();
        for (Proof proof : Proof.values()) {
            counts.put(proof.name(), count.applyAsLong(proof));
        }
        return counts;
    }

    private interface Shape<T> {
        Map<String, @Nullable Object> of(T finding);
    }

    private static <T extends Finding> List<Map<String, @Nullable Object>> all(
            List<Finding> found, Class<T> kind, Shape<T> shape) {
        return found.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(shape::of)
                .toList();
    }

    private static Map<String, @Nullable Object> digest(Finding.OfDigest digest) {
        var json = file(digest);
        json.put("from", text(digest.from()));
        json.put("to", text(digest.to()));
        return json;
    }

    private static Map<String, @Nullable Object> log(Finding.OfLog log) {
        var json = file(log);
        json.put("digest", log.digest());
        return json;
    }

    private static Map<String, @Nullable Object> file(Finding.OfFile file) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", file.name());
        json.put("proof", file.proof().name());
        json.put("reason", file.reason());
        return json;
    }

    private static Map<String, @Nullable Object> gap(Finding.NotCovered gap) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("account", gap.chain().account());
        json.put("region", gap.chain().region());
        json.put("trail", gap.chain().trail());
        json.put("from", text(gap.from()));
        json.put("to", text(gap.to()));
        json.put("hours", gap.hours());
        json.put("reason", gap.reason());
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
