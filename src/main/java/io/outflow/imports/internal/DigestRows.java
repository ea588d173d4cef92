package io.outflow.imports.internal;

import io.outflow.imports.internal.StoredTrail.Origin;
import io.outflow.imports.internal.StoredTrail.StoredDigest;
import io.outflow.imports.internal.StoredTrail.StoredLog;
import io.outflow.trail.Chain;
import io.outflow.trail.DigestName;
import io.outflow.trail.LogContent;
import io.outflow.trail.LogName;
import io.outflow.trail.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Digests that were brought here, as rows, and which time of them is to be compared with the log files. */
final class DigestRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    /** A digest that covers an hour ends with it, and names files whose time is rounded. */
    private static final Duration AROUND = Duration.ofHours(2);
    /** For log files in a gap the digest before it is looked for so far back. */
    private static final Duration LONGEST_GAP = Duration.ofDays(40);

    private static final String S3 = "s3://";
    private static final String CHAIN = "account, region, trail, home_region, backfill";
    private static final String OF_SOURCE = "source_id IS NOT DISTINCT FROM CAST(? AS BIGINT)";

    private final JdbcTemplate jdbc;

    DigestRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A stretch of time whose digests and log files are to be compared. */
    record Window(Instant from, Instant to) {}

    /** Keeps a digest, unless the same was brought before from the same source. */
    void add(long runId, long fileId, String entry, DigestName name, String sha256, byte[] bytes, String metadata) {
        var chain = name.chain();
        jdbc.update(
                "INSERT INTO trail_digest (source_id, file_id, entry, account, region, trail, home_region, backfill, end_at, "
                        + "sha256, content, metadata, checked, proof) "
                        + "SELECT r.source_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, 0 FROM import_run r WHERE r.id = ? "
                        + "AND NOT EXISTS (SELECT 1 FROM trail_digest d WHERE d.end_at = ? AND d.sha256 = ? "
                        + "AND d.metadata = ? AND d.source_id IS NOT DISTINCT FROM r.source_id)",
                fileId,
                FileRows.text(entry),
                chain.account(),
                chain.region(),
                chain.trail(),
                chain.homeRegion(),
                chain.backfill(),
                LogRows.time(name.end()),
                sha256,
                bytes,
                metadata,
                runId,
                LogRows.time(name.end()),
                sha256,
                metadata);
    }

    static String json(Map<String, String> metadata) {
        return JSON.writeValueAsString(new TreeMap<>(metadata));
    }

    @Nullable
    Long source(long runId) {
        return jdbc.queryForObject("SELECT source_id FROM import_run WHERE id = ?", Long.class, runId);
    }

    /** The time of the log files of a run and of digests that were not compared yet; null where there is nothing to do. */
    @Nullable
    Window window(@Nullable Long source, long runId) {
        var times = new ArrayList<Instant>();
        for (var chain : chains("NOT checked", source)) {
            times.add(chain.first().minus(AROUND));
            times.add(chain.last());
            var before = before(chain.chain(), source, chain.first());
            if (before != null) {
                times.add(before);
            }
        }
        var places = new HashSet<List<String>>();
        jdbc.query(
                "SELECT f.name, l.entry, l.delivered_at FROM trail_log l JOIN import_file f ON f.id = l.file_id "
                        + "WHERE f.run_id = ?",
                row -> {
                    var entry = row.getString(2);
                    var log = LogName.of(BatchingSink.lastPart(entry.isEmpty() ? row.getString(1) : entry));
                    times.add(instant(row, 3));
                    if (log != null) {
                        places.add(List.of(log.account(), log.region()));
                    }
                },
                runId);
        if (times.isEmpty()) {
            return null;
        }
        var from = times.stream().min(Instant::compareTo).orElseThrow();
        var to = times.stream().max(Instant::compareTo).orElseThrow();
        for (var chain : chains("checked", source)) {
            var place = List.of(chain.chain().account(), chain.chain().region());
            if (places.contains(place)) {
                var before = before(chain.chain(), source, from);
                if (before != null && before.isAfter(from.minus(LONGEST_GAP))) {
                    times.add(before);
                }
            }
        }
        var window = new Window(times.stream().min(Instant::compareTo).orElseThrow(), to);
        var digests = jdbc.queryForObject(
                "SELECT count(*) FROM trail_digest WHERE end_at >= ? AND end_at <= ? AND " + OF_SOURCE,
                Integer.class,
                LogRows.time(window.from()),
                LogRows.time(window.to().plus(AROUND)),
                source);
        return digests == null || digests == 0 ? null : window;
    }

    /** A chain of a source, with the ends of its oldest and newest digest. */
    record Known(Chain chain, Instant first, Instant last) {}

    /** @param which a condition on digests */
    List<Known> chains(String which, @Nullable Long source) {
        return jdbc.query(
                "SELECT " + CHAIN + ", min(end_at), max(end_at) FROM trail_digest WHERE " + which + " AND " + OF_SOURCE
                        + " GROUP BY " + CHAIN,
                (row, i) -> new Known(chain(row), instant(row, 6), instant(row, 7)),
                source);
    }

    private @Nullable Instant before(Chain chain, @Nullable Long source, Instant end) {
        var found = jdbc.queryForObject(
                "SELECT max(end_at) FROM trail_digest WHERE checked AND account = ? AND region = ? AND trail = ? "
                        + "AND home_region = ? AND backfill = ? AND end_at < ? AND " + OF_SOURCE,
                OffsetDateTime.class,
                chain.account(),
                chain.region(),
                chain.trail(),
                chain.homeRegion(),
                chain.backfill(),
                LogRows.time(end),
                source);
        return found == null ? null : found.toInstant();
    }

    /** What is kept of a window: digests of the source, and log files wherever they came from. */
    StoredTrail trail(@Nullable Long source, Window window) {
        var trail = new StoredTrail(id -> Objects.requireNonNull(
                jdbc.queryForObject("SELECT content FROM trail_digest WHERE id = ?", byte[].class, id)));
        jdbc.query(
                "SELECT d.id, d.entry, f.name, o.object_key, f.file_path, d.end_at, d.metadata FROM trail_digest d "
                        + "JOIN import_file f ON f.id = d.file_id LEFT JOIN source_file o ON o.file_id = f.id "
                        + "WHERE d.end_at >= ? AND d.end_at <= ? AND d." + OF_SOURCE + " ORDER BY d.id",
                row -> {
                    trail.add(new StoredDigest(
                            row.getLong(1), origin(row, 2), instant(row, 6), JSON.readValue(row.getString(7), TEXTS)));
                },
                LogRows.time(window.from()),
                LogRows.time(window.to().plus(AROUND)),
                source);
        jdbc.query(
                "SELECT l.file_id, l.entry, f.name, o.object_key, f.file_path, l.content_hash, l.fault, l.delivered_at, "
                        + "r.source_id, l.first_record, l.last_record, l.first_event, l.last_event, l.proof "
                        + "FROM trail_log l JOIN import_file f ON f.id = l.file_id JOIN import_run r ON r.id = f.run_id "
                        + "LEFT JOIN source_file o ON o.file_id = f.id "
                        + "WHERE l.delivered_at >= ? AND l.delivered_at <= ? ORDER BY l.file_id, l.first_record",
                row -> {
                    var delivered = instant(row, 8);
                    var here = Objects.equals(source, row.getObject(9) == null ? null : row.getLong(9));
                    trail.add(new StoredLog(
                            row.getLong(1),
                            row.getString(2),
                            origin(row, 2),
                            row.getString(6) == null ? null : new LogContent(row.getString(6), row.getString(7)),
                            here && !delivered.isBefore(window.from()) && !delivered.isAfter(window.to()),
                            row.getInt(10),
                            row.getInt(11),
                            nullable(row, 12),
                            nullable(row, 13),
                            Proof.values()[row.getInt(14)]));
                },
                LogRows.time(window.from().minus(AROUND)),
                LogRows.time(window.to().plus(AROUND).plus(AROUND)));
        return trail;
    }

    /** Its key where it lies in a bucket; else the path that people know it by. */
    private static Origin origin(ResultSet row, int entry) throws SQLException {
        var key = row.getString(entry + 2);
        var name = row.getString(entry).isEmpty() ? row.getString(entry + 1) : row.getString(entry);
        return key == null
                ? new Origin(null, name.replace('\\', '/'))
                : new Origin(bucket(row.getString(entry + 3)), key);
    }

    /** A source may read another bucket by now. */
    private static String bucket(String address) {
        return address.substring(S3.length(), address.indexOf('/', S3.length()));
    }

    private static Chain chain(ResultSet row) throws SQLException {
        return new Chain(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullable(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
