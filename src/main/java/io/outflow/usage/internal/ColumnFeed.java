package io.outflow.usage.internal;

import io.outflow.trail.Coverage;
import io.outflow.usage.CallChange;
import java.util.Collection;
import java.util.Set;

/** What the columns in the heap follow. The event store calls it; safe for use by several threads at once. */
public interface ColumnFeed {

    /**
     * Waits until what was stored before the start has been counted. To be called before a batch is written: a batch that is
     * committed while the stored calls are being read would count twice or not at all.
     */
    void ready();

    /**
     * Takes what a committed batch changed. Every subject named in it is in the {@link io.outflow.usage.SubjectTable} by now.
     */
    void follow(Collection<CallChange> changes, Set<Coverage> covered);

    /** The same, of a batch that led the database from one state to another. */
    default void follow(Collection<CallChange> changes, Set<Coverage> covered, Step step) {
        follow(changes, covered);
    }

    /**
     * Two states of the stored calls, named by the random number that each transaction which changes them leaves in the database. 0
     * stands for a state that is not known.
     */
    record Step(long from, long to) {
        static final Step UNKNOWN = new Step(0, 0);
    }
}
