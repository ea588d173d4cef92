package io.outflow.usage.internal.answers;

import io.outflow.trail.Detection;
import io.outflow.trail.TextFindings.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found in the text of a call: by its line, or by all lines that belong to its record. */
@Repository
class Detections {
    /** A request's lines may lie a day before or after its record, which is in the upper bits of their key. */
    private static final long ONE_DAY = 1L << 40;

    private static final Seen[] SEEN = Seen.values();
    private static final String OWN = " WHERE l.event_time = ? AND l.account = ? AND l.line_key = ?";
    private static final String ATTACHED =
            " WHERE l.request_key IN (?, ?, ?) AND l.attached_time = ? AND l.account = ? AND l.attached_key = ?";

    private final JdbcClient jdbc;

    Detections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much of its text was looked at: the whole only where that holds for every line. */
    Seen seen(StoredCall call) {
        if (call.detected() == null) {
            return Seen.NOTHING;
        }
        var lines = jdbc.sql("SELECT l.text_seen FROM log_line l" + where(call))
                .params(key(call))
                .query((row, n) -> SEEN[row.getInt(1)])
                .list();
        return lines.stream().allMatch(one -> one == Seen.WHOLE) ? Seen.WHOLE : Seen.PART;
    }

    /** Most first. Two lines of one call may name the same value, which nobody can tell any more: the larger count stands. */
    List<Detection> of(StoredCall call) {
        if (call.detected() == null) {
            return List.of();
        }
        return jdbc.sql("SELECT d.detector, d.data_class, MAX(d.finds) AS most FROM log_line l JOIN detection d"
                        + " ON d.event_time = l.event_time AND d.account = l.account AND d.line_key = l.line_key"
                        + where(call)
                        + " GROUP BY d.detector, d.data_class ORDER BY most DESC, d.detector, d.data_class")
                .params(key(call))
                .query((row, n) -> new Detection(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    private static String where(StoredCall call) {
        return call.contentLogOnly() ? OWN : ATTACHED;
    }

    private static List<?> key(StoredCall call) {
        var key = new ArrayList<Object>();
        if (!call.contentLogOnly()) {
            long request = Objects.requireNonNullElse(call.requestKey(), 0L);
            key.addAll(List.of(request - ONE_DAY, request, request + ONE_DAY));
        }
        key.addAll(List.of(
                StoredCalls.time(call.id().time()),
                call.id().account(),
                call.id().eventId()));
        return key;
    }
}
