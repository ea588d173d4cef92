package io.outflow.usage;

import io.outflow.trail.Coverage;
import io.outflow.trail.EventKey;
import io.outflow.trail.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Writes what the trail reader kept. {@link #store} runs inside the caller's transaction, together with the caller's
 * counters and cursor; {@link #publish} is called after the commit, and only then do screens see the calls.
 */
public interface EventStore {

    /**
     * Stores a batch of readings of one file: each is inserted, found to be a duplicate, or in conflict with a stored event
     * of the same key.
     *
     * @param fileId the import file they come from
     */
    Stored store(long fileId, List<? extends Reading> readings, Set<Coverage> covered);

    /** Makes committed changes visible to the columns. */
    void publish(Stored stored);

    /**
     * @param inserted how many were inserted, calls and governance events
     * @param duplicates how many were stored before with the same content
     * @param conflicts those whose key is stored with other content
     * @param changes what the columns must follow
     * @param covered the coverage that came with the batch
     */
    record Stored(
            int inserted,
            int duplicates,
            List<Conflict> conflicts,
            Collection<CallChange> changes,
            Set<Coverage> covered) {}

    /**
     * @param reading the one that was not stored
     * @param fileId file of the one that is stored
     * @param recordNo record number of the one that is stored
     * @param original the stored one's original record
     */
    record Conflict(Reading reading, EventKey key, long fileId, int recordNo, byte[] original) {}
}
