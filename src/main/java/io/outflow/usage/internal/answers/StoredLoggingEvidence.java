package io.outflow.usage.internal.answers;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.trail.GovernanceKind;
import io.outflow.trail.Outcome;
import io.outflow.usage.LoggingEvidence;
import io.outflow.usage.Usage.GovernanceItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads it from the database: changes are few, and of a day's log one line is enough. */
@Service
@Requires(Action.READ_USAGE)
class StoredLoggingEvidence implements LoggingEvidence {
    private static final Set<GovernanceKind> LOGGING =
            EnumSet.of(GovernanceKind.TRAIL, GovernanceKind.INVOCATION_LOGGING);

    private final JdbcClient jdbc;
    private final StoredGovernance governance;

    StoredLoggingEvidence(JdbcClient jdbc, StoredGovernance governance) {
        this.jdbc = jdbc;
        this.governance = governance;
    }

    @Override
    public List<GovernanceItem> changes(Instant until) {
        return governance.all(LOGGING, until).stream()
                .filter(item -> item.event().outcome() == Outcome.USE)
                .toList();
    }

    @Override
    public Set<LoggedDay> loggedDays(LocalDate from, LocalDate to) {
        var days = new HashSet<LoggedDay>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            days.addAll(logged(day));
        }
        return days;
    }

    /** The key of a line is led by its time, so that a day is found without reading others. */
    private List<LoggedDay> logged(LocalDate day) {
        return jdbc.sql("SELECT k.account, k.region FROM evidence_kind k WHERE k.evidence = 2 AND EXISTS (SELECT 1"
                        + " FROM log_line l JOIN subject s ON s.id = l.subject_id WHERE l.event_time >= ?"
                        + " AND l.event_time < ? AND l.account = k.account AND s.source_region = k.region)")
                .params(start(day), start(day.plusDays(1)))
                .query((row, n) -> new LoggedDay(row.getString("account"), row.getString("region"), day))
                .list();
    }

    private static Object start(LocalDate day) {
        return StoredCalls.time(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
