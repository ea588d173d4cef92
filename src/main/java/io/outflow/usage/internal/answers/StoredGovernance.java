package io.outflow.usage.internal.answers;

import io.outflow.trail.Caller;
import io.outflow.trail.CallerKind;
import io.outflow.trail.EventKey;
import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.GovernanceKind;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Place;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage.GovernanceItem;
import io.outflow.usage.Usage.GovernancePage;
import io.outflow.usage.internal.Originals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads changes of how models may be used; there are few, so the database answers. */
@Repository
class StoredGovernance {
    private static final String RANGE = " WHERE g.event_time >= ? AND g.event_time < ?";
    private static final String ITEMS =
            "SELECT g.*, f.name AS file_name, c.deflated FROM governance_event g LEFT JOIN import_file f ON f.id = g.file_id"
                    + " LEFT JOIN raw_chunk c ON c.id = g.chunk_id";

    private final JdbcClient jdbc;
    private final CallerNames names;

    StoredGovernance(JdbcClient jdbc, CallerNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** One page, newest first. */
    GovernancePage page(Instant from, Instant to, int page, int size) {
        var total = jdbc.sql("SELECT COUNT(*) FROM governance_event g" + RANGE)
                .params(StoredCalls.time(from), StoredCalls.time(to))
                .query(Long.class)
                .single();
        var items = jdbc.sql(ITEMS + RANGE + " ORDER BY g.event_time DESC, g.account, g.event_key"
                        + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .params(StoredCalls.time(from), StoredCalls.time(to), (long) page * size, size)
                .query((row, n) -> item(row))
                .list();
        return new GovernancePage(items, total);
    }

    /** Everything of some kinds until a time, oldest first. */
    List<GovernanceItem> all(Set<GovernanceKind> kinds, Instant until) {
        return jdbc.sql(ITEMS + " WHERE g.kind IN (:kinds) AND g.event_time < :until"
                        + " ORDER BY g.event_time, g.account, g.event_key")
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .param("until", StoredCalls.time(until))
                .query((row, n) -> item(row))
                .list();
    }

    private GovernanceItem item(ResultSet row) throws SQLException {
        var caller = new Caller(
                CallerKind.valueOf(row.getString("caller_kind")),
                row.getString("caller_id"),
                row.getString("caller_name"),
                row.getString("caller_role"),
                row.getString("caller_session"),
                Grade.valueOf(row.getString("caller_grade")));
        var chunk = row.getBytes("deflated");
        var original = chunk == null ? new byte[0] : Originals.unpack(chunk, row.getInt("chunk_index"));
        var event = new GovernanceEvent(
                new Place("", row.getInt("record_no"), 0, original.length),
                new EventKey(
                        row.getObject("event_time", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        row.getString("event_key")),
                HexFormat.of().formatHex(row.getBytes("content_hash")),
                GovernanceKind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("operation"),
                names.masked(caller),
                row.getString("region"),
                Outcome.values()[row.getInt("outcome")],
                row.getString("error_code"),
                names.masked(caller, row.getString("target")),
                names.masked(caller, original));
        var file = row.getString("file_name");
        return new GovernanceItem(
                event,
                names.shown(caller).name(),
                file == null ? "file " + row.getLong("file_id") : file,
                Proof.values()[row.getInt("proof")]);
    }
}
