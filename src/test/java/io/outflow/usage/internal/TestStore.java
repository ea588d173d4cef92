package io.outflow.usage.internal;

import io.outflow.testing.Database;
import io.outflow.trail.Coverage;
import io.outflow.trail.Proof;
import io.outflow.trail.Reading;
import io.outflow.usage.CallChange;
import io.outflow.usage.EventStore;
import io.outflow.usage.EventStore.Stored;
import io.outflow.usage.SubjectTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An event store on a new database, with columns that remember what they were told, and tell others if asked to. */
public final class TestStore implements AutoCloseable {
    public final DataSource source;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final List<CallChange> changes = new ArrayList<>();
    private @Nullable ColumnFeed follower;
    Subjects subjects;
    JdbcEventStore store;

    public TestStore(Database database) {
        this(database.fresh());
    }

    TestStore(DataSource source) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.subjects = new Subjects(jdbc);
        this.store = store();
    }

    /** Lets other columns follow too. */
    public void followedBy(ColumnFeed feed) {
        follower = feed;
    }

    public SubjectTable table() {
        return subjects;
    }

    /** As after a new start. */
    void restart() {
        subjects = new Subjects(jdbc);
        store = store();
    }

    private JdbcEventStore store() {
        var columns = new ColumnFeed() {
            @Override
            public void ready() {}

            @Override
            public void follow(Collection<CallChange> committed, Set<Coverage> covered) {
                changes.addAll(committed);
                if (follower != null) {
                    follower.follow(committed, covered);
                }
            }

            @Override
            public void follow(Collection<CallChange> committed, Set<Coverage> covered, Step step) {
                changes.addAll(committed);
                if (follower != null) {
                    follower.follow(committed, covered, step);
                }
            }
        };
        return new JdbcEventStore(jdbc, subjects, new ObjectProvider<>() {
            @Override
            public ColumnFeed getObject() {
                return columns;
            }
        });
    }

    public EventStore.Outcome save(long fileId, List<? extends Reading> readings) {
        return saveAll(List.of(new EventStore.Batch(fileId, store.prepare(readings), Set.of(), Proof.NO_DIGEST)))
                .batches()
                .getFirst();
    }

    public EventStore.Prepared prepared(List<? extends Reading> readings) {
        return store.prepare(readings);
    }

    public Stored saveAll(List<EventStore.Batch> batches) {
        var stored = transaction.execute(status -> store.store(batches));
        store.publish(stored);
        return stored;
    }

    public void proveAll(List<EventStore.Proven> files) {
        var stored = transaction.execute(status -> store.prove(files));
        store.publish(stored);
    }

    /** The calls that the columns would count: what was added less what was taken away. */
    List<String> counted() {
        var weights = new TreeMap<String, Integer>();
        for (var change : changes) {
            var subject = subjects.get(change.subject());
            weights.merge(
                    "%s %s %s %s %s %s %d %d"
                            .formatted(
                                    change.time(),
                                    Facts.hash(subject.facts()),
                                    subject.caller().name(),
                                    change.outcome(),
                                    change.proof(),
                                    change.detected(),
                                    change.input(),
                                    change.output()),
                    change.weight(),
                    Integer::sum);
        }
        var calls = new ArrayList<String>();
        weights.forEach((call, weight) -> {
            if (weight < 0) {
                throw new AssertionError("Taken away more often than added: " + call);
            }
            for (int i = 0; i < weight; i++) {
                calls.add(call);
            }
        });
        return calls;
    }

    /** The calls that a new start would load into the columns, in the same form. */
    List<String> loaded() {
        var calls = new ArrayList<String>();
        try (var connection = source.getConnection();
                var select =
                        connection.prepareStatement("SELECT " + EventTable.CALLS.columnList() + " FROM invocation");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var change = CallRows.read(rows, rows.getInt(21))
                        .proven(CallRows.proof(rows.getInt(22)))
                        .change(1);
                var subject = subjects.get(change.subject());
                calls.add("%s %s %s %s %s %s %d %d"
                        .formatted(
                                change.time(),
                                Facts.hash(subject.facts()),
                                subject.caller().name(),
                                change.outcome(),
                                change.proof(),
                                change.detected(),
                                change.input(),
                                change.output()));
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        calls.sort(null);
        return calls;
    }

    @Override
    public void close() {
        ((com.zaxxer.hikari.HikariDataSource) source).close();
    }
}
