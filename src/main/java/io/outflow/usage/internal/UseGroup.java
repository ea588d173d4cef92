package io.outflow.usage.internal;

import io.outflow.trail.EventKey;
import io.outflow.trail.Guardrail;
import io.outflow.trail.Tokens;
import io.outflow.usage.SubjectFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Records and log lines of one account, Region and request id. What they make together depends on them alone, never on the
 * order in which they came: each line belongs to the first record (by time, then id) at most a day away, and a record with
 * lines is one use with both evidences. Lines without a record stay calls of their own.
 */
record UseGroup(List<CallRow> records, List<CallRow> lines) {

    static final Comparator<EventKey> ORDER = Comparator.comparing(EventKey::time)
            .thenComparing(EventKey::account)
            .thenComparing(EventKey::id);

    private static final Comparator<CallRow> BY_KEY = Comparator.comparing(CallRow::key, ORDER);

    UseGroup {
        records = records.stream().sorted(BY_KEY).toList();
        lines = lines.stream().sorted(BY_KEY).toList();
    }

    /** The key of the record that each line belongs to; lines that stay alone are not in it. */
    Map<EventKey, EventKey> owners() {
        var owners = new HashMap<EventKey, EventKey>();
        for (var line : lines) {
            var owner = owner(line);
            if (owner != null) {
                owners.put(line.key(), owner.key());
            }
        }
        return owners;
    }

    /**
     * The records as they are with their lines.
     *
     * @param facts looks up a subject
     * @param intern gives the number of a subject
     */
    List<CallRow> merged(IntFunction<SubjectFacts> facts, ToIntFunction<SubjectFacts> intern) {
        var linesOf = new TreeMap<EventKey, List<CallRow>>(ORDER);
        for (var line : lines) {
            var owner = owner(line);
            if (owner != null) {
                linesOf.computeIfAbsent(owner.key(), k -> new ArrayList<>()).add(line);
            }
        }
        return records.stream()
                .map(record -> {
                    var own = linesOf.get(record.key());
                    return own == null ? record : merge(record, own, facts, intern);
                })
                .toList();
    }

    private @Nullable CallRow owner(CallRow line) {
        for (var record : records) {
            if (Math.abs(day(record) - day(line)) <= 1) {
                return record;
            }
        }
        return null;
    }

    private static long day(CallRow row) {
        return row.requestKey() == null ? 0 : RequestKey.day(row.requestKey());
    }

    private static CallRow merge(
            CallRow record, List<CallRow> lines, IntFunction<SubjectFacts> facts, ToIntFunction<SubjectFacts> intern) {
        var subject = Facts.merged(
                facts.apply(record.subject()),
                lines.stream().map(line -> facts.apply(line.subject())).toList());
        var guardrail = record.guardrail();
        var tokens = Tokens.NONE;
        var detected = record.detected();
        for (var line : lines) {
            guardrail = stronger(guardrail, line.guardrail());
            tokens = sum(tokens, line.tokens());
            detected = DetectedClasses.union(detected, line.detected());
        }
        return record.with(
                intern.applyAsInt(subject),
                guardrail,
                tokens.equals(Tokens.NONE) ? record.tokens() : tokens,
                CallRow.RECORD | CallRow.LINE,
                detected);
    }

    private static Guardrail stronger(Guardrail a, Guardrail b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Tokens sum(Tokens a, Tokens b) {
        return new Tokens(
                sum(a.input(), b.input()),
                sum(a.output(), b.output()),
                sum(a.cacheRead(), b.cacheRead()),
                sum(a.cacheWrite(), b.cacheWrite()));
    }

    private static @Nullable Long sum(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(a + b);
    }
}
