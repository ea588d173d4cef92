package io.outflow.history.internal;

import io.outflow.history.AsOf;
import io.outflow.history.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of revisions. */
public final class RevisionRows {

    private static final String COLUMNS =
            "seq, kind, object, owner, valid_from, valid_to, recorded_at, actor, reason, json, sha256, log_seq";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM revision ";

    /** The number of the statement that a revision {@code r} replaced. */
    private static final String REPLACED = "(SELECT MAX(before.seq) FROM revision before WHERE before.object = r.object"
            + " AND before.seq < r.seq AND before.valid_from <= r.valid_from"
            + " AND (before.valid_to IS NULL OR before.valid_to > r.valid_from))";

    private final JdbcClient jdbc;

    public RevisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Revision revision) {
        jdbc.sql("INSERT INTO revision (" + COLUMNS + ") VALUES (:seq, :kind, :object, :owner, :from, :to, :recorded,"
                        + " :actor, :reason, :json, :sha256, :log)")
                .param("seq", revision.seq())
                .param("kind", revision.kind())
                .param("object", revision.object())
                .param("owner", revision.owner())
                .param("from", utc(revision.validFrom()))
                .param("to", revision.validTo() == null ? null : utc(revision.validTo()))
                .param("recorded", utc(revision.recordedAt()))
                .param("actor", revision.actor())
                .param("reason", revision.reason())
                .param("json", revision.json())
                .param("sha256", revision.sha256())
                .param("log", revision.logSeq())
                .update();
    }

    public List<Revision> at(AsOf asOf, Optional<Collection<String>> kinds) {
        var query = jdbc.sql("SELECT " + COLUMNS + " FROM revision WHERE json IS NOT NULL AND seq IN ("
                        + "SELECT MAX(seq) FROM revision WHERE recorded_at <= :known AND valid_from <= :valid"
                        + " AND (valid_to IS NULL OR valid_to > :valid)"
                        + (kinds.isPresent() ? " AND kind IN (:kinds)" : "")
                        + " GROUP BY object) ORDER BY seq")
                .param("known", utc(asOf.known()))
                .param("valid", utc(asOf.valid()));
        kinds.ifPresent(names -> query.param("kinds", names));
        return query.query(RevisionRows::revision).list();
    }

    public List<Revision> ofObject(UUID object) {
        return jdbc.sql(SELECT + "WHERE object = ? ORDER BY seq DESC")
                .param(object)
                .query(RevisionRows::revision)
                .list();
    }

    public List<Revision> ofKind(String kind) {
        return jdbc.sql(SELECT + "WHERE kind = ? ORDER BY seq")
                .param(kind)
                .query(RevisionRows::revision)
                .list();
    }

    /**
     * A revision and what it replaced.
     *
     * @param replaced the number of the replaced revision, 0 when there was none
     */
    public record Replacing(Revision revision, long replaced) {}

    /** @param known the last moment of recording; nothing for all */
    public List<Replacing> ofObject(UUID object, Optional<Instant> known, int offset, int limit) {
        return page(SELECT + "WHERE object = :object" + until(known), object, known, offset, limit);
    }

    /** @param known the last moment of recording; nothing for all */
    public List<Replacing> ofOwner(UUID owner, Optional<Instant> known, int offset, int limit) {
        // Two selects, because an OR over two columns would have the databases read the whole table.
        var rows = SELECT + "WHERE object = :object" + until(known) + " UNION ALL " + SELECT
                + "WHERE owner = :object AND object <> :object" + until(known);
        return page(rows, owner, known, offset, limit);
    }

    private List<Replacing> page(String rows, UUID object, Optional<Instant> known, int offset, int limit) {
        var query = jdbc.sql("SELECT r.*, " + REPLACED + " AS replaced FROM (" + rows
                        + " ORDER BY seq DESC OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY) r ORDER BY r.seq DESC")
                .param("object", object)
                .param("offset", offset)
                .param("limit", limit);
        known.ifPresent(moment -> query.param("known", utc(moment)));
        return query.query((row, number) -> new Replacing(revision(row, number), row.getLong("replaced")))
                .list();
    }

    private static String until(Optional<Instant> known) {
        return known.isPresent() ? " AND recorded_at <= :known" : "";
    }

    public List<Revision> numbered(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "WHERE seq IN (:numbers)")
                        .param("numbers", numbers)
                        .query(RevisionRows::revision)
                        .list();
    }

    /** The statement about an object that covers a moment, as known before the revision {@code seq}. */
    public Optional<Revision> covering(UUID object, Instant valid, long seq) {
        return jdbc.sql(SELECT
                        + "WHERE object = ? AND seq < ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)"
                        + " ORDER BY seq DESC FETCH FIRST 1 ROW ONLY")
                .params(object, seq, utc(valid), utc(valid))
                .query(RevisionRows::revision)
                .optional();
    }

    public Optional<String> kind(UUID object) {
        return jdbc.sql("SELECT kind FROM revision WHERE object = ? ORDER BY seq FETCH FIRST 1 ROW ONLY")
                .param(object)
                .query(String.class)
                .optional();
    }

    public Optional<Revision> last() {
        return jdbc.sql(SELECT + "ORDER BY seq DESC FETCH FIRST 1 ROW ONLY")
                .query(RevisionRows::revision)
                .optional();
    }

    public long newest() {
        return jdbc.sql("SELECT COALESCE(MAX(seq), 0) FROM revision")
                .query(Long.class)
                .single();
    }

    /** All that entries up to a number tell of, in the order of their own numbers; close it. */
    public Stream<Revision> all(long lastEntry) {
        return jdbc
                .sql(SELECT + "WHERE log_seq <= ? ORDER BY seq")
                .param(lastEntry)
                .withFetchSize(LogRows.FETCH)
                .query(RevisionRows::revision)
                .stream();
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        var validTo = row.getObject("valid_to", OffsetDateTime.class);
        return new Revision(
                row.getLong("seq"),
                row.getString("kind"),
                row.getObject("object", UUID.class),
                row.getObject("owner", UUID.class),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                validTo == null ? null : validTo.toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("json"),
                row.getString("sha256"),
                row.getLong("log_seq"));
    }
}
