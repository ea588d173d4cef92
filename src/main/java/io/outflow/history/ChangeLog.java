package io.outflow.history;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Journal;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.DatabaseFile;
import io.outflow.history.Verdict.Fault;
import io.outflow.history.Verdict.Kind;
import io.outflow.history.internal.LogRows;
import io.outflow.history.internal.RevisionRows;
import io.outflow.history.internal.Walk;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    static final Set<String> OF_REVISIONS = Set.of(RECORD_ADDED, RECORD_CHANGED, RECORD_REMOVED);

    private final LogRows rows;
    private final RevisionRows revisions;
    private final Clock clock;
    private final CurrentPerson person;
    private final DatabaseFile databaseFile;

    ChangeLog(JdbcClient jdbc, Clock clock, CurrentPerson person, DatabaseFile databaseFile) {
        this.rows = new LogRows(jdbc);
        this.revisions = new RevisionRows(jdbc);
        this.clock = clock;
        this.person = person;
        this.databaseFile = databaseFile;
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
        databaseFile.writeOnceCommitted();
    }

    /** The entries that pass the filter, newest first. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Entry> list(LogFilter filter, int offset, int limit) {
        return rows.list(filter, offset, limit);
    }

    /** Entries, newest first. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Entry> list(int offset, int limit) {
        return rows.list(LogFilter.NONE, offset, limit);
    }

    /** How many entries pass the filter. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public long count(LogFilter filter) {
        return rows.count(filter);
    }

    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public Optional<Entry> find(long seq) {
        return rows.find(seq);
    }

    /**
     * The numbers of the entries written from one time until before another, in one piece; empty when the last is before the
     * first.
     */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public Range range(Instant from, Instant until) {
        return new Range(rows.firstFrom(from), rows.lastBefore(until));
    }

    /** Hands over entries in the order of their numbers, without holding them all. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public void each(Range range, Consumer<Entry> taker) {
        try (var entries = rows.between(range.first(), range.last())) {
            entries.forEach(taker);
        }
    }

    /** The newest entry; empty before the first. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public Optional<Entry> newest() {
        return rows.find(rows.head().seq());
    }

    /** Entries from one number to another, both with them. */
    public record Range(long first, long last) {
        public long count() {
            return Math.max(0, last - first + 1);
        }
    }

    /** What was ever done, as the entries name it, in alphabetical order. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<String> actions() {
        return rows.actions();
    }

    /** Walks the whole chain, and the revisions beside it, and names the first entry that does not hold. */
    @Requires(value = Action.CHANGE_LOG, level = Permission.READ)
    @Transactional(readOnly = true)
    public Verdict verify() {
        // What is written meanwhile lies behind this head.
        var head = rows.head();
        try (var entries = rows.all(head.seq());
                var all = revisions.all(head.seq())) {
            var verdict = new Walk(OF_REVISIONS, all.iterator()).along(entries.iterator(), head);
            return verdict.holds() && rows.beyondHead()
                    ? new Verdict(verdict.entries(), verdict.revisions(), new Fault(head.seq() + 1, Kind.ENTRY))
                    : verdict;
        }
    }
}
