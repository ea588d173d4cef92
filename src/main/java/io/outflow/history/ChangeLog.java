package io.outflow.history;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Journal;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.internal.Chain;
import io.outflow.history.internal.LogRows;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only record of changes, sign-ins, exports and looks at names. Entries are numbered without gaps and each
 * carries the hash of the one before it.
 */
@Service
public class ChangeLog implements Journal {

    static final String RECORD_ADDED = "record added";
    static final String RECORD_CHANGED = "record changed";
    static final String RECORD_REMOVED = "record removed";

    /** What only revisions write, so that the check can tell which entries must have one. */
    private static final Set<String> OF_REVISIONS = Set.of(RECORD_ADDED, RECORD_CHANGED, RECORD_REMOVED);

    private final JdbcClient jdbc;
    private final LogRows rows;
    private final Clock clock;
    private final CurrentPerson person;

    ChangeLog(JdbcClient jdbc, Clock clock, CurrentPerson person) {
        this.jdbc = jdbc;
        this.rows = new LogRows(jdbc);
        this.clock = clock;
        this.person = person;
    }

    /**
     * Writes an entry for whoever is signed in, within the caller's transaction. Entries wait for each other until that
     * transaction ends, so append last and keep it short.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String action, String object, String text) {
        append(person.name(), action, object, text);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String actor, String action, String object, String text) {
        if (OF_REVISIONS.contains(action)) {
            throw new IllegalArgumentException("Only revisions write entries with the action \"" + action + "\".");
        }
        rows.append(rows.lock(), clock.instant().truncatedTo(ChronoUnit.MICROS), actor, action, object, text);
    }

    /** Entries, newest first. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Entry> list(int offset, int limit) {
        return jdbc.sql("SELECT " + LogRows.COLUMNS
                        + " FROM change_log ORDER BY seq DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .params(offset, limit)
                .query(LogRows::entry)
                .list();
    }

    /** Walks the whole chain and names the first entry that does not hold. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public Verdict verify() {
        var head = rows.head();
        var last = new LogRows.Head(0, Chain.START);
        try (var entries =
                jdbc
                        .sql("SELECT " + LogRows.COLUMNS + " FROM change_log ORDER BY seq")
                        .query(LogRows::entry)
                        .stream()) {
            for (var entry : (Iterable<Entry>) entries::iterator) {
                var expected = last.seq() + 1;
                if (entry.seq() != expected || !entry.prevHash().equals(last.hash()) || !Chain.holds(entry)) {
                    return new Verdict(last.seq(), OptionalLong.of(expected));
                }
                last = new LogRows.Head(entry.seq(), entry.hash());
            }
        }
        return last.equals(head)
                ? new Verdict(last.seq(), OptionalLong.empty())
                : new Verdict(last.seq(), OptionalLong.of(last.seq() + 1));
    }
}
