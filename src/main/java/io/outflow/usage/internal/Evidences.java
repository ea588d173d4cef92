package io.outflow.usage.internal;

import io.outflow.trail.EventKey;
import io.outflow.usage.SubjectFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads everything stored of the requests that new rows belong to: records as they stood alone and as they are now, and lines. */
final class Evidences {

    /** A request: what its records and lines have in common. */
    private record Request(String account, String region, String requestId) {}

    /** @param own as the record stands alone */
    record Record(CallRow own, CallRow current) {}

    record Line(CallRow row, @Nullable EventKey attached) {}

    /** All evidence of one request. */
    static final class Found {
        final Map<EventKey, Record> records = new LinkedHashMap<>();
        final Map<EventKey, Line> lines = new LinkedHashMap<>();

        boolean hasBoth() {
            return !records.isEmpty() && !lines.isEmpty();
        }

        UseGroup group() {
            return new UseGroup(
                    records.values().stream().map(Record::own).toList(),
                    lines.values().stream().map(Line::row).toList());
        }
    }

    private static final String RECORDS = """
            SELECT %s, t.evidence, m.subject_id, m.guardrail, m.input_tokens, m.output_tokens, m.cache_read_tokens,
                   m.cache_write_tokens, t.proof
            FROM UNNEST(%s) AS q(k) JOIN invocation t ON t.request_key = q.k
            LEFT JOIN merged_record m
                ON m.event_time = t.event_time AND m.account = t.account AND m.event_key = t.event_key
            WHERE t.evidence <> 2""";
    private static final String LINES =
            "SELECT %s, t.attached_time, t.attached_key FROM UNNEST(%s) AS q(k) JOIN log_line t ON t.request_key = q.k";

    private final Connection connection;
    private final Dialect dialect;
    private final IntFunction<SubjectFacts> facts;
    private final Map<Request, Found> requests = new HashMap<>();

    Evidences(Connection connection, Dialect dialect, IntFunction<SubjectFacts> facts) {
        this.connection = connection;
        this.dialect = dialect;
        this.facts = facts;
    }

    /** The requests, among those with the given keys, that have both kinds of evidence. */
    Collection<Found> withBoth(Collection<Long> requestKeys) throws SQLException {
        var asked = new HashSet<Long>();
        var next = aroundEach(requestKeys);
        while (!next.isEmpty()) {
            read(next);
            asked.addAll(next);
            // Neighbours of neighbours: a line may have a record a day later, which has another line a day later still.
            next = new TreeSet<>();
            for (var found : requests.values()) {
                if (found.hasBoth()) {
                    var keys = new ArrayList<Long>();
                    found.records.values().forEach(r -> keys.add(r.own().requestKey()));
                    found.lines.values().forEach(l -> keys.add(l.row().requestKey()));
                    next.addAll(aroundEach(keys));
                }
            }
            next.removeAll(asked);
        }
        return requests.values().stream().filter(Found::hasBoth).toList();
    }

    private static Set<Long> aroundEach(Collection<Long> keys) {
        var around = new TreeSet<Long>();
        for (long key : keys) {
            around.addAll(List.of(key - RequestKey.DAY, key, key + RequestKey.DAY));
        }
        return around;
    }

    private void read(Set<Long> keys) throws SQLException {
        var array = dialect.arrayParameter(SqlType.LONG);
        try (var select = connection.prepareStatement(RECORDS.formatted(columns(), array))) {
            dialect.bindArray(select, 1, SqlType.LONG, List.copyOf(keys));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var current = CallRows.read(rows, rows.getInt(21)).proven(CallRows.proof(rows.getInt(28)));
                    int ownSubject = rows.getInt(22);
                    var own = rows.wasNull()
                            ? current
                            : current.with(
                                    ownSubject,
                                    CallRows.guardrail(rows.getInt(23)),
                                    CallRows.tokens(rows, 24),
                                    CallRow.RECORD,
                                    null);
                    requestOf(own).records.put(own.key(), new Record(own, current));
                }
            }
        }
        try (var select =
                connection.prepareStatement(LINES.formatted(columns().replace("t.event_key", "t.line_key"), array))) {
            dialect.bindArray(select, 1, SqlType.LONG, List.copyOf(keys));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var line = CallRows.read(rows, CallRow.LINE);
                    var time = rows.getObject(21, OffsetDateTime.class);
                    var attached = time == null
                            ? null
                            : new EventKey(time.toInstant(), line.key().account(), rows.getString(22));
                    requestOf(line).lines.put(line.key(), new Line(line, attached));
                }
            }
        }
    }

    private Found requestOf(CallRow row) {
        return requests.computeIfAbsent(
                new Request(
                        row.key().account(),
                        facts.apply(row.subject()).sourceRegion(),
                        String.valueOf(row.requestId())),
                r -> new Found());
    }

    private static String columns() {
        return "t." + String.join(", t.", EventTable.CALLS.columns().subList(0, CallRows.COMMON));
    }
}
