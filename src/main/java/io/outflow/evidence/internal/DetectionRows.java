package io.outflow.evidence.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What detectors found in the text of invocation logs: counts, never text. */
@Repository
class DetectionRows {

    private final JdbcClient jdbc;

    DetectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one detector found on a day in an account.
     *
     * @param lines lines of invocation logs in which it found something
     * @param finds distinct values of each line, summed
     */
    record Day(String account, String detector, String dataClass, long lines, long finds) {}

    /** Lines with a find, and the finds in them. */
    record Total(long lines, long finds) {}

    /**
     * Lines of invocation logs.
     *
     * @param seen those of which any text was looked at
     */
    record Lines(long all, long seen) {}

    List<Day> on(LocalDate day) {
        return jdbc.sql("SELECT account, detector, data_class, COUNT(*), SUM(finds) FROM detection"
                        + " WHERE event_time >= ? AND event_time < ? GROUP BY account, detector, data_class"
                        + " ORDER BY account, detector, data_class")
                .params(OwnCounts.utc(start(day)), OwnCounts.utc(start(day.plusDays(1))))
                .query((row, n) ->
                        new Day(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** Over a whole period at once. */
    Total total(Scope scope) {
        return jdbc
                .sql("SELECT account, COUNT(*), SUM(finds) FROM detection WHERE event_time >= ? AND event_time < ?"
                        + " GROUP BY account")
                .params(
                        OwnCounts.utc(scope.request().start()),
                        OwnCounts.utc(scope.request().end()))
                .query((row, n) ->
                        scope.takes(row.getString(1)) ? new Total(row.getLong(2), row.getLong(3)) : new Total(0, 0))
                .list()
                .stream()
                .reduce(new Total(0, 0), (a, b) -> new Total(a.lines() + b.lines(), a.finds() + b.finds()));
    }

    Lines lines(Scope scope) {
        return jdbc
                .sql("SELECT account, COUNT(*), SUM(CASE WHEN text_seen = 0 THEN 0 ELSE 1 END) FROM log_line"
                        + " WHERE event_time >= ? AND event_time < ? GROUP BY account")
                .params(
                        OwnCounts.utc(scope.request().start()),
                        OwnCounts.utc(scope.request().end()))
                .query((row, n) ->
                        scope.takes(row.getString(1)) ? new Lines(row.getLong(2), row.getLong(3)) : new Lines(0, 0))
                .list()
                .stream()
                .reduce(new Lines(0, 0), (a, b) -> new Lines(a.all() + b.all(), a.seen() + b.seen()));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
