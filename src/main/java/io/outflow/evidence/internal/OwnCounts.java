package io.outflow.evidence.internal;

import io.outflow.vendors.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts over the tables themselves, apart from the answers that files are written from. */
@Repository
class OwnCounts {

    /** The newest revision of its object that was recorded by a moment and holds at it. */
    private static final String AS_OF =
            " AND r.recorded_at <= :at AND r.valid_from <= :at AND (r.valid_to IS NULL OR r.valid_to > :at)"
                    + " AND NOT EXISTS (SELECT 1 FROM revision n WHERE n.object = r.object AND n.seq > r.seq"
                    + " AND n.recorded_at <= :at AND n.valid_from <= :at AND (n.valid_to IS NULL OR n.valid_to > :at))";

    private final JdbcClient jdbc;

    OwnCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A day that records prove to have been logged. */
    record LoggedDay(String account, String region, String channel, LocalDate day) {}

    /** How many approvals the register held at a moment, by what they hang on. */
    Map<UUID, Long> approvals(Instant asOf) {
        var counts = new HashMap<UUID, Long>();
        jdbc.sql("SELECT r.owner, COUNT(*) FROM revision r WHERE r.kind = 'APPROVAL' AND r.json IS NOT NULL" + AS_OF
                        + " GROUP BY r.owner")
                .param("at", utc(asOf))
                .query((row, n) -> counts.put(row.getObject(1, UUID.class), row.getLong(2)))
                .list();
        return counts;
    }

    /** An entry of the register as its newest revision of a moment has it. */
    record Held(UUID object, @Nullable UUID owner, Kind kind) {}

    /** What the register held at a moment. */
    List<Held> register(Instant asOf) {
        return jdbc.sql(
                        "SELECT r.object, r.owner, r.kind FROM revision r WHERE r.json IS NOT NULL AND r.kind IN (:kinds)"
                                + AS_OF)
                .param("at", utc(asOf))
                .param("kinds", Arrays.stream(Kind.values()).map(Kind::name).toList())
                .query((row, n) -> new Held(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), Kind.valueOf(row.getString(3))))
                .list();
    }

    /** The calls of each gap that was found until a moment, by its number. */
    Map<Long, Long> gapCalls(Instant asOf) {
        var calls = new HashMap<Long, Long>();
        jdbc.sql("SELECT number, calls FROM gap WHERE opened_at <= ?")
                .param(utc(asOf))
                .query((row, n) -> calls.put(row.getLong(1), row.getLong(2)))
                .list();
        return calls;
    }

    /** How often something happened to each gap from a moment up to and with another, by its number. */
    Map<Long, Long> gapEvents(Instant from, Instant asOf) {
        var events = new HashMap<Long, Long>();
        jdbc.sql("SELECT gap, COUNT(*) FROM gap_event WHERE at >= ? AND at <= ? GROUP BY gap")
                .params(utc(from), utc(asOf))
                .query((row, n) -> events.put(row.getLong(1), row.getLong(2)))
                .list();
        return events;
    }

    /** Answers of AWS that were given in a period and first not after a moment. */
    long observations(Scope scope) {
        return jdbc
                .sql("SELECT account, COUNT(*) FROM posture_observation WHERE seen_from < ? AND seen_from <= ?"
                        + " AND seen_until >= ? GROUP BY account")
                .params(
                        utc(scope.request().end()),
                        utc(scope.asOf()),
                        utc(scope.request().start()))
                .query((row, n) -> scope.takes(row.getString(1)) ? row.getLong(2) : 0L)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Stretches of a period that the digests of a trail do not cover. */
    long digestGaps(Scope scope) {
        return jdbc
                .sql("SELECT account, COUNT(*) FROM digest_gap WHERE to_at > ? AND from_at < ? GROUP BY account")
                .params(utc(scope.request().start()), utc(scope.request().end()))
                .query((row, n) -> scope.takes(row.getString(1)) ? row.getLong(2) : 0L)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The days of a period that records prove to have been logged. */
    List<LoggedDay> loggedDays(Scope scope) {
        return jdbc
                .sql("SELECT account, region, channel, covered_on FROM coverage_day WHERE covered_on BETWEEN ? AND ?")
                .params(scope.request().from(), scope.request().to())
                .query((row, n) -> new LoggedDay(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)))
                .list()
                .stream()
                .filter(one -> scope.takes(one.account()))
                .toList();
    }

    static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
