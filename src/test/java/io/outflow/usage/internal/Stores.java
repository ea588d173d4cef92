package io.outflow.usage.internal;

import io.outflow.trail.Coverage;
import io.outflow.usage.CallChange;
import io.outflow.usage.EventStore;
import io.outflow.usage.LoggedCalls;
import java.util.Collection;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Event stores for tests of other modules. */
public final class Stores {
    private Stores() {}

    /** A store without columns. */
    public static EventStore on(JdbcTemplate jdbc) {
        return on(jdbc, () -> {});
    }

    public static LoggedCalls loggedCalls(JdbcTemplate jdbc) {
        return new StoredLoggedCalls(JdbcClient.create(jdbc));
    }

    /** A store that tells of each commit. */
    public static EventStore on(JdbcTemplate jdbc, Runnable committed) {
        var none = new ColumnFeed() {
            @Override
            public void ready() {}

            @Override
            public void follow(Collection<CallChange> changes, Set<Coverage> covered) {
                committed.run();
            }
        };
        return new JdbcEventStore(jdbc, new Subjects(jdbc), new ObjectProvider<>() {
            @Override
            public ColumnFeed getObject() {
                return none;
            }
        });
    }
}
