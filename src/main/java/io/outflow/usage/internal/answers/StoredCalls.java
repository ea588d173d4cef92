package io.outflow.usage.internal.answers;

import io.outflow.usage.Usage.CallId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads single calls from the database, always by a range of time, which leads their key. */
@Repository
class StoredCalls {
    /** The order of calls on a page. */
    static final Comparator<StoredCall> NEWEST_FIRST = Comparator.comparing(
                    (StoredCall call) -> call.id().time())
            .reversed()
            .thenComparing(call -> call.id().account())
            .thenComparing(call -> call.id().eventId());

    private static final String SELECT = "SELECT " + StoredCall.COLUMNS + " FROM invocation";
    private static final String BETWEEN = SELECT + " WHERE event_time >= ? AND event_time < ?";
    /** Reading a row more costs about a tenth of asking once more. */
    private static final int ROWS_PER_QUESTION = 10;

    private static final int FETCH = 1_000;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    StoredCalls(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.streaming.setFetchSize(FETCH);
    }

    /**
     * The calls at the moments of a window that are taken, newest first.
     *
     * @param most how many at most
     */
    List<StoredCall> at(PageWindow window, Predicate<StoredCall> taken, int most) {
        var moments = window.millis();
        if (moments.length == 0) {
            return List.of();
        }
        var ranges = window.rowsBetween() <= (long) moments.length * ROWS_PER_QUESTION
                ? List.of(new Range(moments[moments.length - 1], moments[0] + 1))
                : LongStream.of(moments)
                        .mapToObj(moment -> new Range(moment, moment + 1))
                        .toList();
        var found = new ArrayList<StoredCall>();
        for (var range : ranges) {
            jdbc.sql(BETWEEN).params(time(range.from()), time(range.to())).query(StoredCall::of).list().stream()
                    .filter(taken)
                    .forEach(found::add);
        }
        return found.stream()
                .sorted(NEWEST_FIRST)
                .skip(window.skip())
                .limit(most)
                .collect(Collectors.toList());
    }

    /** Hands over all calls of a range, newest first, without holding them all. */
    void each(long from, long to, Consumer<StoredCall> taker) {
        streaming.query(
                BETWEEN + " ORDER BY event_time DESC, account DESC, event_key DESC",
                row -> {
                    taker.accept(StoredCall.of(row, 0));
                },
                time(from),
                time(to));
    }

    Optional<StoredCall> find(CallId id) {
        return jdbc.sql(SELECT + " WHERE event_time = ? AND account = ? AND event_key = ?")
                .params(time(id.time()), id.account(), id.eventId())
                .query(StoredCall::of)
                .optional();
    }

    /** A time as a parameter, cut to what both databases can hold. */
    static OffsetDateTime time(Instant instant) {
        var held = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return held.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime time(long millis) {
        return time(Instant.ofEpochMilli(millis));
    }

    private record Range(long from, long to) {}
}
