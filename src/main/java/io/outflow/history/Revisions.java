package io.outflow.history;

import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.DatabaseFile;
import io.outflow.history.internal.Chain;
import io.outflow.history.internal.Differences;
import io.outflow.history.internal.LogRows;
import io.outflow.history.internal.RevisionRows;
import io.outflow.history.internal.RevisionText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The states that the objects of the register had, over two times: when they held and when they were recorded. Rows are only
 * ever added, so an answer for a moment of both times never changes.
 */
@Service
public class Revisions {

    private final LogRows log;
    private final RevisionRows rows;
    private final Clock clock;
    private final CurrentPerson person;
    private final DatabaseFile databaseFile;

    Revisions(JdbcClient jdbc, Clock clock, CurrentPerson person, DatabaseFile databaseFile) {
        this.log = new LogRows(jdbc);
        this.rows = new RevisionRows(jdbc);
        this.clock = clock;
        this.person = person;
        this.databaseFile = databaseFile;
    }

    /**
     * Records a state for whoever is signed in and tells the change log of it, both within the caller's transaction. As with
     * entries of the change log, recordings wait for each other until that transaction ends.
     *
     * @throws IllegalArgumentException when the JSON is not an object, or the object was of another kind before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Revision record(Statement statement) {
        Differences.check(statement.json());
        var head = log.lock();
        var last = rows.last();
        var replaced = rows.covering(statement.object(), statement.validFrom(), Long.MAX_VALUE);
        rows.kind(statement.object())
                .filter(kind -> !kind.equals(statement.kind()))
                .ifPresent(kind -> {
                    throw new IllegalArgumentException(
                            "%s is a %s and cannot become a %s.".formatted(statement.object(), kind, statement.kind()));
                });
        var revision = Chain.seal(new Revision(
                last.map(Revision::seq).orElse(0L) + 1,
                statement.kind(),
                statement.object(),
                statement.owner(),
                statement.validFrom(),
                statement.validTo(),
                now(last),
                LogRows.cut(person.name(), LogRows.LONGEST_ACTOR),
                LogRows.storable(statement.reason()),
                statement.json(),
                "",
                head.seq() + 1));
        log.append(
                head,
                revision.recordedAt(),
                revision.actor(),
                action(revision, replaced),
                statement.title(),
                RevisionText.of(revision, changes(revision, replaced)));
        rows.add(revision);
        databaseFile.writeOnceCommitted();
        return revision;
    }

    /** For each object the newest recorded statement that covers both times, in the order of recording; removed ones left out. */
    @Requires(value = Action.REGISTER, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Revision> at(AsOf asOf) {
        return rows.at(asOf, Optional.empty());
    }

    /** As {@link #at(AsOf)}, for objects of these kinds. */
    @Requires(value = Action.REGISTER, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Revision> at(AsOf asOf, Collection<String> kinds) {
        return kinds.isEmpty() ? List.of() : rows.at(asOf, Optional.of(kinds));
    }

    /** All that was ever recorded of an object, newest first. */
    @Requires(value = Action.REGISTER, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Revision> ofObject(UUID object) {
        return rows.ofObject(object);
    }

    /**
     * What was recorded of an object, newest first, with what it changed.
     *
     * @param known only what was recorded up to and with this moment; nothing for all
     */
    @Requires(value = Action.REGISTER, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Recorded> ofObject(UUID object, Optional<Instant> known, int offset, int limit) {
        return withChanges(rows.ofObject(object, known, offset, limit));
    }

    /** As {@link #ofObject(UUID, Optional, int, int)}, of an object itself and of all that hang on it. */
    @Requires(value = Action.REGISTER, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Recorded> ofOwner(UUID owner, Optional<Instant> known, int offset, int limit) {
        return withChanges(rows.ofOwner(owner, known, offset, limit));
    }

    /** All that was ever recorded of objects of a kind, in the order of recording; for whoever keeps what any of it names. */
    @Requires(value = Action.REGISTER, level = Permission.READ)
    @Transactional(readOnly = true)
    public List<Revision> ofKind(String kind) {
        return rows.ofKind(kind);
    }

    /** The number of the newest revision, 0 when there is none: to follow changes cheaply. */
    @Requires(value = Action.REGISTER, level = Permission.READ)
    @Transactional(readOnly = true)
    public long newest() {
        return rows.newest();
    }

    /** What was replaced stands on the same page, or is read with one more query for all. */
    private List<Recorded> withChanges(List<RevisionRows.Replacing> page) {
        var known = new HashMap<Long, Revision>();
        page.forEach(row -> known.put(row.revision().seq(), row.revision()));
        var missing = page.stream()
                .map(RevisionRows.Replacing::replaced)
                .filter(seq -> seq > 0 && !known.containsKey(seq))
                .toList();
        rows.numbered(missing).forEach(revision -> known.put(revision.seq(), revision));
        return page.stream()
                .map(row -> new Recorded(
                        row.revision(), changes(row.revision(), Optional.ofNullable(known.get(row.replaced())))))
                .toList();
    }

    private static List<FieldChange> changes(Revision revision, Optional<Revision> replaced) {
        return Differences.between(replaced.map(Revision::json).orElse(null), revision.json());
    }

    private static String action(Revision revision, Optional<Revision> replaced) {
        if (revision.removes()) {
            return ChangeLog.RECORD_REMOVED;
        }
        return replaced.filter(before -> !before.removes()).isPresent()
                ? ChangeLog.RECORD_CHANGED
                : ChangeLog.RECORD_ADDED;
    }

    /** A clock that was set back must not bring a later revision before an earlier one. */
    private Instant now(Optional<Revision> last) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return last.map(Revision::recordedAt).filter(now::isBefore).orElse(now);
    }
}
