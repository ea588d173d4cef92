package io.outflow.evidence.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a reader adds up to see whether a table is whole: sums of its counts, and from when to when its rows are. */
final class ControlTotals {

    private static final Set<String> SUMMED = Set.of(
            "calls",
            "denied",
            "failed",
            "input_tokens",
            "output_tokens",
            "inputTokens",
            "outputTokens",
            "finds",
            "lines");
    private static final Set<String> TIMES = Set.of(
            "time", "day", "at", "recorded_at", "changed_at", "end_at", "delivered_at", "seen_from", "opened_at");

    private final String file;
    private final List<String> summed;
    private final Optional<String> time;
    private final Map<String, Long> sums = new TreeMap<>();
    private @Nullable String earliest;
    private @Nullable String latest;

    ControlTotals(String file, List<String> columns) {
        this.file = file;
        this.summed = columns.stream().filter(SUMMED::contains).toList();
        this.time = columns.stream().filter(TIMES::contains).findFirst();
        summed.forEach(column -> sums.put(column, 0L));
    }

    void add(ObjectNode row) {
        for (var column : summed) {
            var value = row.get(column);
            if (value != null && value.isIntegralNumber()) {
                sums.merge(column, value.asLong(), Math::addExact);
            }
        }
        time.map(row::get).filter(value -> value.isString()).ifPresent(value -> {
            var at = value.asString();
            earliest = earliest == null || key(at).compareTo(key(earliest)) < 0 ? at : earliest;
            latest = latest == null || key(at).compareTo(key(latest)) > 0 ? at : latest;
        });
    }

    /** A second without a fraction comes before the same with one. */
    private static String key(String time) {
        return time.endsWith("Z") ? time.substring(0, time.length() - 1) : time;
    }

    void into(ObjectNode totals) {
        totals.put("file", file);
        var added = totals.putObject("sums");
        sums.forEach(added::put);
        time.ifPresent(column -> totals.putObject("range")
                .put("of", column)
                .put("from", earliest)
                .put("to", latest));
    }
}
