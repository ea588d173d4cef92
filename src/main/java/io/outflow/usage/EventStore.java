package io.outflow.usage;

import io.outflow.trail.Coverage;
import io.outflow.trail.Proof;
import io.outflow.trail.Reading;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the trail reader kept. {@link #store} runs inside the caller's transaction, together with the caller's
 * counters and cursor; {@link #publish} is called after the commit, and only then do screens see the calls. One thread of a
 * process writes; what it stored and did not publish, because the transaction was rolled back, is forgotten with its next
 * {@link #store}.
 */
public interface EventStore {

    /** Does what needs no database, such as deflating the originals; for any thread, so that the one writer stays fast. */
    Prepared prepare(List<? extends Reading> readings);

    /**
     * Stores batches in the order given: each reading is inserted, found to be a duplicate, or in conflict with a stored
     * event of the same key.
     */
    Stored store(List<Batch> batches);

    /** Gives the calls and governance events of files another proof, inside the caller's transaction. */
    Stored prove(List<Proven> files);

    /** Makes what was committed visible to the subject table and the columns. */
    void publish(Stored stored);

    /**
     * A file, or a part of one, that has another proof now.
     *
     * @param fileId the import file
     * @param after number of the record before the first one that it concerns
     * @param upTo number of the last record that it concerns; {@link Integer#MAX_VALUE} for the rest of the file
     * @param first time of the oldest event in question; null where nobody knows
     * @param last time of the newest one; null where nobody knows
     */
    record Proven(
            long fileId,
            int after,
            int upTo,
            @Nullable Instant first,
            @Nullable Instant last,
            Proof proof) {
        /** The whole of a file. */
        public static Proven file(long fileId, Proof proof) {
            return new Proven(fileId, 0, Integer.MAX_VALUE, null, null, proof);
        }

        /** Whether it concerns the whole of the file. */
        public boolean whole() {
            return after == 0 && upTo == Integer.MAX_VALUE;
        }
    }

    /** Readings that are ready to be stored. */
    interface Prepared {
        int size();
    }

    /**
     * Readings of one file.
     *
     * @param fileId the import file they come from
     * @param proof what digests say of the file
     */
    record Batch(long fileId, Prepared readings, Set<Coverage> covered, Proof proof) {}

    /**
     * What became of the batches.
     *
     * @param batches one outcome for each batch, in their order
     * @param changes what the columns must follow
     * @param covered what the batches prove to have been logged
     */
    record Stored(List<Outcome> batches, Collection<CallChange> changes, Set<Coverage> covered) {}

    /**
     * What became of one batch.
     *
     * @param inserted how many were inserted, calls and governance events
     * @param duplicates how many were stored before with the same content
     * @param conflicts those whose key is stored with other content
     */
    record Outcome(int inserted, int duplicates, List<Conflict> conflicts) {}

    /**
     * A reading that was not stored because its key is taken by other content.
     *
     * @param fileId file of the one that is stored
     * @param recordNo record number of the one that is stored
     * @param original the stored one's original record
     */
    record Conflict(Reading reading, long fileId, int recordNo, byte[] original) {}
}
