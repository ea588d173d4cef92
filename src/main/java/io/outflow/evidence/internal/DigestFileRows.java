package io.outflow.evidence.internal;

import io.outflow.trail.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Digest files of AWS CloudTrail and what was found with them of log files, as rows of files, read as a stream: a year of one
 * Region has 8,760 digests.
 */
@Repository
class DigestFileRows {

    static final List<String> DIGESTS = List.of(
            "digest",
            "run",
            "file",
            "entry",
            "account",
            "region",
            "trail",
            "home_region",
            "backfill",
            "end_at",
            "sha256",
            "compared",
            "proof");
    static final List<String> PROOFS =
            List.of("run", "file", "entry", "delivered_at", "content_sha256", "fault", "proof", "proof_reason");

    private static final Proof[] NAMES = Proof.values();
    private static final int FETCH = 1_000;
    /** A digest tells of the hour before its end. */
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String OF_RUNS =
            " JOIN import_file f ON f.id = d.file_id JOIN import_run r ON r.id = f.run_id WHERE r.started_at <= ?";
    private static final String DIGESTS_OF = " FROM trail_digest d" + OF_RUNS + " AND d.end_at > ? AND d.end_at < ?";
    private static final String PROOFS_OF =
            " FROM trail_log d" + OF_RUNS + " AND d.delivered_at >= ? AND d.delivered_at < ?";

    private final JdbcClient jdbc;

    DigestFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a row, and may fail to write it. */
    interface Taker {
        void take(ObjectNode row) throws IOException;
    }

    /** How many digests tell of the period, in the accounts of the scope. */
    long digests(Scope scope) {
        return statement("SELECT d.account, COUNT(*)" + DIGESTS_OF + " GROUP BY d.account", scope, end(scope))
                .query((row, n) -> scope.takes(row.getString(1)) ? row.getLong(2) : 0L)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Transactional(readOnly = true)
    public void eachDigest(Scope scope, Taker taker) throws IOException {
        stream(
                statement(
                        "SELECT d.id, f.run_id, f.name, d.entry, d.account, d.region, d.trail, d.home_region, d.backfill,"
                                + " d.end_at, d.sha256, d.checked, d.proof" + DIGESTS_OF
                                + " ORDER BY d.account, d.region, d.trail, d.end_at, d.id",
                        scope,
                        end(scope)),
                DigestFileRows::digest,
                row -> {
                    if (scope.takes(row.path("account").asString(""))) {
                        taker.take(row);
                    }
                });
    }

    /** How many log files that were delivered in the period were compared with digests or could have been. */
    long proofs(Scope scope) {
        return statement("SELECT COUNT(*)" + PROOFS_OF, scope, scope.request().end())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public void eachProof(Scope scope, Taker taker) throws IOException {
        stream(
                statement(
                        "SELECT f.run_id, f.name, d.entry, d.delivered_at, d.content_hash, d.fault, d.proof, d.proof_reason"
                                + PROOFS_OF + " ORDER BY d.delivered_at, d.file_id, d.entry",
                        scope,
                        scope.request().end()),
                DigestFileRows::proof,
                taker);
    }

    private JdbcClient.StatementSpec statement(String sql, Scope scope, Instant end) {
        return jdbc.sql(sql)
                .params(
                        OwnCounts.utc(scope.asOf()),
                        OwnCounts.utc(scope.request().start()),
                        OwnCounts.utc(end))
                .withFetchSize(FETCH);
    }

    private static Instant end(Scope scope) {
        return scope.request().end().plus(HOUR);
    }

    private static void stream(JdbcClient.StatementSpec statement, RowMapper<ObjectNode> mapper, Taker taker)
            throws IOException {
        try (var rows = statement.query(mapper).stream()) {
            rows.forEach(row -> {
                try {
                    taker.take(row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static ObjectNode digest(ResultSet row, int number) throws SQLException {
        var json = JsonMapper.shared().createObjectNode();
        json.put("digest", row.getLong(1));
        json.put("run", row.getLong(2));
        json.put("file", row.getString(3));
        json.put("entry", row.getString(4));
        json.put("account", row.getString(5));
        json.put("region", row.getString(6));
        json.put("trail", row.getString(7));
        json.put("home_region", row.getString(8));
        json.put("backfill", row.getBoolean(9));
        json.put("end_at", time(row, 10));
        json.put("sha256", row.getString(11));
        json.put("compared", row.getBoolean(12));
        json.put("proof", row.getBoolean(12) ? NAMES[row.getInt(13)].name() : null);
        return json;
    }

    private static ObjectNode proof(ResultSet row, int number) throws SQLException {
        var json = JsonMapper.shared().createObjectNode();
        json.put("run", row.getLong(1));
        json.put("file", row.getString(2));
        json.put("entry", row.getString(3));
        json.put("delivered_at", time(row, 4));
        json.put("content_sha256", row.getString(5));
        json.put("fault", row.getString(6));
        json.put("proof", NAMES[row.getInt(7)].name());
        json.put("proof_reason", row.getString(8));
        return json;
    }

    private static String time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }
}
