package io.outflow.usage.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.usage.JoinedCalls;
import io.outflow.usage.LoggedCalls;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts calls by the stored lines of invocation logs. */
@Service
@Requires(Action.READ_USAGE)
class StoredLoggedCalls implements LoggedCalls {
    private static final String COUNTED = "SELECT count(DISTINCT COALESCE(l.request_id, l.line_key)), "
            + "count(DISTINCT CASE WHEN l.attached_key IS NOT NULL THEN COALESCE(l.request_id, l.line_key) END) ";
    private static final String COUNT =
            COUNTED + "FROM log_line l JOIN import_file f ON f.id = l.file_id WHERE f.run_id ";

    private final JdbcClient jdbc;

    StoredLoggedCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public JoinedCalls ofRun(long runId) {
        return count("= ?", runId);
    }

    @Override
    public JoinedCalls ofSource(long sourceId) {
        return count("IN (SELECT r.id FROM import_run r WHERE r.source_id = ?)", sourceId);
    }

    @Override
    public JoinedCalls between(Instant from, Instant to) {
        return jdbc.sql(COUNTED + "FROM log_line l WHERE l.event_time >= ? AND l.event_time < ?")
                .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new JoinedCalls(row.getLong(1), row.getLong(2)))
                .single();
    }

    private JoinedCalls count(String which, long id) {
        return jdbc.sql(COUNT + which)
                .param(id)
                .query((row, n) -> new JoinedCalls(row.getLong(1), row.getLong(2)))
                .single();
    }
}
