package io.outflow.usage.internal.answers;

import io.outflow.trail.Evidence;
import io.outflow.usage.Usage.CallId;
import io.outflow.usage.Usage.EvidenceRecord;
import io.outflow.usage.internal.Originals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records that tell of a call: where they stand, and what they say. */
@Repository
class Evidences {
    /** A request's lines may lie a day before or after its record, which is in the upper bits of their key. */
    private static final long ONE_DAY = 1L << 40;

    private static final String PLACE =
            "SELECT t.file_id, f.name, f.run_id, t.record_no, t.chunk_index, c.deflated FROM %s t"
                    + " LEFT JOIN import_file f ON f.id = t.file_id LEFT JOIN raw_chunk c ON c.id = t.chunk_id";

    private final JdbcClient jdbc;

    Evidences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All evidence of a call, the CloudTrail record first. */
    List<EvidenceRecord> of(StoredCall call) {
        var found = new ArrayList<>(jdbc.sql(
                        PLACE.formatted("invocation") + " WHERE t.event_time = ? AND t.account = ? AND t.event_key = ?")
                .params(key(call.id()))
                .query((row, n) -> evidence(row, call.contentLogOnly() ? Evidence.INVOCATION_LOG : Evidence.CLOUDTRAIL))
                .list());
        var request = call.requestKey();
        if (call.evidence() == 3 && request != null) {
            found.addAll(jdbc.sql(PLACE.formatted("log_line") + " WHERE t.request_key IN (?, ?, ?)"
                            + " AND t.attached_time = ? AND t.account = ? AND t.attached_key = ?"
                            + " ORDER BY t.event_time, t.line_key")
                    .params(request - ONE_DAY, request, request + ONE_DAY)
                    .params(key(call.id()))
                    .query((row, n) -> evidence(row, Evidence.INVOCATION_LOG))
                    .list());
        }
        return found;
    }

    private static List<?> key(CallId id) {
        return List.of(StoredCalls.time(id.time()), id.account(), id.eventId());
    }

    private static EvidenceRecord evidence(ResultSet row, Evidence kind) throws SQLException {
        var name = row.getString("name");
        var chunk = row.getBytes("deflated");
        return new EvidenceRecord(
                kind,
                row.getLong("file_id"),
                name == null ? "file " + row.getLong("file_id") : name,
                row.getLong("run_id"),
                row.getInt("record_no"),
                chunk == null ? new byte[0] : Originals.unpack(chunk, row.getInt("chunk_index")));
    }
}
