package io.outflow.gaps.internal;

import io.outflow.gaps.Finding;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is so: for each gap its calls, callers, first and last, counted one call after the other. */
final class Truth {
    private final Map<String, Count> counts = new TreeMap<>();

    /** Counts one gap. */
    static final class Count {
        private long calls;
        private final Set<String> callers = new HashSet<>();
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private Instant firstEvent;
        private Instant lastEvent;

        void add(GeneratedYear.Seen seen) {
            calls++;
            callers.add(seen.caller());
            first = Math.min(first, seen.at());
            last = Math.max(last, seen.at());
        }

        long calls() {
            return calls;
        }

        private String line(String key) {
            return line(
                    key,
                    calls,
                    callers.size(),
                    calls == 0 ? firstEvent : Instant.ofEpochMilli(first),
                    calls == 0 ? lastEvent : Instant.ofEpochMilli(last));
        }

        private static String line(String key, long calls, int callers, Instant first, Instant last) {
            return "%s\t%d\t%d\t%s\t%s".formatted(key, calls, callers, first, last);
        }
    }

    void add(String key, GeneratedYear.Seen seen) {
        count(key).add(seen);
    }

    void put(String key, Count count) {
        counts.put(key, count);
    }

    /** A gap that is there without calls, because of an event. */
    void event(String key, Instant at) {
        hold(key, at, at);
    }

    void hold(String key, Instant first, Instant last) {
        count(key).firstEvent = first;
        count(key).lastEvent = last;
    }

    void drop(Predicate<String> keys, Predicate<Count> which) {
        counts.entrySet().removeIf(entry -> keys.test(entry.getKey()) && which.test(entry.getValue()));
    }

    private Count count(String key) {
        return counts.computeIfAbsent(key, _ -> new Count());
    }

    /** One line for each gap, sorted: key, calls, callers, first, last. */
    List<String> lines() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
    }

    /** The same lines of what was found. */
    static List<String> lines(Collection<Finding> findings) {
        return findings.stream()
                .map(finding -> Count.line(
                        finding.key().text(),
                        finding.figures().calls(),
                        finding.figures().callers(),
                        finding.figures().first(),
                        finding.figures().last()))
                .sorted()
                .collect(Collectors.toList());
    }
}
