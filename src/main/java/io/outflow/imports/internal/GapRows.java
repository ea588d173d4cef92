package io.outflow.imports.internal;

import io.outflow.imports.DigestGap;
import io.outflow.imports.internal.DigestRows.Window;
import io.outflow.trail.Chain;
import io.outflow.trail.Finding;
import io.outflow.trail.LogName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Times that digests do not cover, as rows. */
final class GapRows {
    private static final long HOUR = Duration.ofHours(1).toSeconds();
    /** A digest is written within two hours after the time that it covers. */
    private static final Duration DELIVERY = Duration.ofHours(2);

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final String OF_CHAIN = "account = ? AND region = ? AND trail = ? AND home_region = ? "
            + "AND source_id IS NOT DISTINCT FROM CAST(? AS BIGINT)";

    private final JdbcTemplate jdbc;

    GapRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts what was found in a window in the place of what was known of it, in the caller's transaction. */
    void replace(@Nullable Long source, Collection<Chain> chains, Window window, Collection<Finding.NotCovered> found) {
        takeTurns(source);
        var from = window.from().minus(DELIVERY);
        var to = window.to().plus(DELIVERY);
        var standard = new HashSet<Chain>();
        chains.forEach(chain -> standard.add(chain.standard()));
        for (var chain : standard) {
            for (var old : of(chain, source, from, to)) {
                jdbc.update("DELETE FROM digest_gap WHERE id = ?", old.id());
                insert(
                        source,
                        chain,
                        old.gap().from(),
                        earlier(old.gap().to(), from),
                        old.gap().reason());
                insert(
                        source,
                        chain,
                        later(old.gap().from(), to),
                        old.gap().to(),
                        old.gap().reason());
            }
        }
        for (var gap : found) {
            insert(source, gap.chain(), gap.from(), gap.to(), gap.reason());
        }
    }

    /** Says of each chain of a source for how long its next digest is overdue, in the caller's transaction. */
    void tails(long source, DigestRows digests, Instant now) {
        takeTurns(source);
        var due = now.minus(DELIVERY).truncatedTo(ChronoUnit.HOURS);
        for (var known : digests.chains("checked AND proof = 1 AND NOT backfill", source)) {
            var chain = known.chain();
            for (var old : of(chain, source, known.last(), LATEST)) {
                if (!old.gap().from().isBefore(known.last())) {
                    jdbc.update("DELETE FROM digest_gap WHERE id = ?", old.id());
                }
            }
            insert(
                    source,
                    chain,
                    known.last(),
                    due,
                    "This time is not covered: the newest digest that was found ends before it. Digests were deleted, or "
                            + "the trail or the validation of its files was stopped.");
        }
    }

    /** Runs of one source, in several processes, write after each other. */
    private void takeTurns(@Nullable Long source) {
        jdbc.queryForList("SELECT id FROM log_source WHERE id = ? FOR UPDATE", Long.class, source);
    }

    private void insert(@Nullable Long source, Chain chain, Instant from, Instant to, String reason) {
        if (from.isBefore(to)) {
            jdbc.update(
                    "INSERT INTO digest_gap (source_id, account, region, trail, home_region, from_at, to_at, gap_hours, "
                            + "reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    source,
                    chain.account(),
                    chain.region(),
                    chain.trail(),
                    chain.homeRegion(),
                    LogRows.time(from),
                    LogRows.time(to),
                    Math.ceilDiv(Duration.between(from, to).toSeconds(), HOUR),
                    reason);
        }
    }

    private record Row(long id, DigestGap gap) {}

    private List<Row> of(Chain chain, @Nullable Long source, Instant from, Instant to) {
        return jdbc.query(
                "SELECT id, account, region, trail, from_at, to_at, gap_hours, reason FROM digest_gap WHERE " + OF_CHAIN
                        + " AND to_at > ? AND from_at < ? ORDER BY from_at",
                (row, i) -> new Row(
                        row.getLong(1),
                        new DigestGap(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                DigestRows.instant(row, 5),
                                DigestRows.instant(row, 6),
                                row.getLong(7),
                                row.getString(8))),
                chain.account(),
                chain.region(),
                chain.trail(),
                chain.homeRegion(),
                source,
                LogRows.time(from),
                LogRows.time(to));
    }

    /** Gaps that overlap a period, by account, Region, trail and time. */
    List<DigestGap> between(Instant from, Instant to) {
        return jdbc.query(
                "SELECT account, region, trail, from_at, to_at, gap_hours, reason FROM digest_gap "
                        + "WHERE to_at > ? AND from_at < ? ORDER BY account, region, trail, from_at, id",
                (row, i) -> new DigestGap(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        DigestRows.instant(row, 4),
                        DigestRows.instant(row, 5),
                        row.getLong(6),
                        row.getString(7)),
                LogRows.time(from),
                LogRows.time(to));
    }

    /** Log files of a period that are set aside because they are not as AWS signed them. */
    List<LogName> setAside(Instant from, Instant to) {
        return jdbc
                .query(
                        "SELECT f.name FROM trail_log l JOIN import_file f ON f.id = l.file_id "
                                + "WHERE l.delivered_at >= ? AND l.delivered_at < ? AND f.state = 'SET_ASIDE' "
                                + "AND l.entry = '' ORDER BY f.id",
                        (row, i) -> Optional.ofNullable(LogName.of(BatchingSink.lastPart(row.getString(1)))),
                        LogRows.time(from),
                        LogRows.time(to))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Log files of a period that an older version imported without their hashes, and that were not seen again since. */
    List<LogName> unhashed(Instant from, Instant to) {
        return jdbc
                .query(
                        "SELECT f.name FROM unhashed_log u JOIN import_file f ON f.id = u.file_id WHERE f.proof = 0",
                        (row, i) -> Optional.ofNullable(LogName.of(BatchingSink.lastPart(row.getString(1)))))
                .stream()
                .flatMap(Optional::stream)
                .filter(log ->
                        !log.delivered().isBefore(from) && log.delivered().isBefore(to))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
