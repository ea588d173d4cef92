package io.outflow.usage.internal;

import io.outflow.trail.Reading;
import io.outflow.usage.CallChange;
import io.outflow.usage.EventStore;
import io.outflow.usage.internal.ColumnFeed.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores events by plain JDBC, in bulk. */
@Component
class JdbcEventStore implements EventStore {
    private static final long NOTHING_SEEN = -1;

    private final JdbcTemplate jdbc;
    private final Subjects subjects;
    private final ObjectProvider<ColumnFeed> columns;

    private final Known known = new Known();
    private @Nullable Dialect dialect;
    private long writeSeq = NOTHING_SEEN;
    private @Nullable StoreTransaction pending;
    /** Where the last transaction led; null where it changed nothing. */
    private @Nullable Step step;

    JdbcEventStore(JdbcTemplate jdbc, Subjects subjects, ObjectProvider<ColumnFeed> columns) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.columns = columns;
    }

    @Override
    public Prepared prepare(List<? extends Reading> readings) {
        return PreparedReadings.of(readings);
    }

    @Override
    public synchronized Stored store(List<Batch> batches) {
        columns.ifAvailable(ColumnFeed::ready);
        subjects.forget();
        pending = null;
        step = null;
        if (batches.stream().allMatch(this::addsNothing)) {
            return new Stored(
                    batches.stream().map(b -> new Outcome(0, 0, List.of())).toList(), List.of(), Set.of());
        }
        var stored = jdbc.execute((ConnectionCallback<Stored>) connection -> store(connection, batches));
        return Objects.requireNonNull(stored);
    }

    private boolean addsNothing(Batch batch) {
        return batch.readings().size() == 0
                && batch.covered().stream().map(StoreTransaction::clean).allMatch(known.covered::contains);
    }

    private Stored store(Connection connection, List<Batch> batches) throws SQLException {
        if (dialect == null) {
            dialect = Dialect.of(connection);
        }
        var head = UsageHead.lock(connection);
        if (head.writeSeq() != writeSeq) {
            // Another process wrote, or the end of our own last transaction was not seen.
            subjects.follow(connection);
            known.read(connection);
            writeSeq = head.writeSeq();
        }
        var transaction = new StoreTransaction(connection, dialect, subjects, known, head);
        var stored = transaction.store(batches);
        pending = transaction;
        step = transaction.step;
        return stored;
    }

    @Override
    public synchronized Stored prove(List<Proven> files) {
        columns.ifAvailable(ColumnFeed::ready);
        subjects.forget();
        pending = null;
        step = null;
        var changes = jdbc.execute((ConnectionCallback<List<CallChange>>) connection -> {
            var head = UsageHead.lock(connection);
            var changed = new ProofChange(connection).of(files);
            var next = UsageHead.next(head.lastSubject(), head.lastChunk(), head.writeSeq());
            UsageHead.write(connection, next);
            step = new Step(head.mark(), next.mark());
            return changed;
        });
        return new Stored(List.of(), Objects.requireNonNull(changes), Set.of());
    }

    @Override
    public synchronized void publish(Stored stored) {
        if (pending != null) {
            subjects.commit();
            known.covered.addAll(pending.newCovered);
            known.kinds.addAll(pending.newKinds);
            writeSeq++;
            pending = null;
        }
        var led = step == null ? Step.UNKNOWN : step;
        boolean moved =
                step != null || !stored.changes().isEmpty() || !stored.covered().isEmpty();
        step = null;
        if (moved) {
            columns.ifAvailable(feed -> feed.follow(stored.changes(), stored.covered(), led));
        }
    }
}
