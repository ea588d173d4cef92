package io.outflow.vendors.internal;

import io.outflow.history.Revisions;
import io.outflow.vendors.Entry;
import io.outflow.vendors.EntryJson;
import io.outflow.vendors.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The register as it stands, kept in the heap and followed by the number of the newest revision, so that a change made by
 * another server on the same database is seen as well.
 */
@Component
public class Latest {

    private final StoredEntries stored;
    private final Revisions revisions;
    private final EntryJson json;
    private volatile Held held = new Held(0, Map.of(), new Snapshot(java.util.List.of()));

    Latest(StoredEntries stored, Revisions revisions, EntryJson json) {
        this.stored = stored;
        this.revisions = revisions;
        this.json = json;
    }

    public Snapshot snapshot() {
        var before = held;
        var newest = revisions.newest();
        if (newest == before.seq()) {
            return before.snapshot();
        }
        var after = follow(before, newest);
        // A transaction that writes sees what may yet be undone: that is for it alone.
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            keep(after);
        }
        return after.snapshot();
    }

    private Held follow(Held before, long newest) {
        var entries = new HashMap<>(before.entries());
        var seq = newest;
        for (var row : stored.changedAfter(before.seq())) {
            seq = Math.max(seq, row.seq());
            if (row.removed()) {
                entries.remove(row.getId());
            } else {
                entries.put(row.getId(), row.entry(json));
            }
        }
        return new Held(seq, entries, new Snapshot(entries.values()));
    }

    private synchronized void keep(Held after) {
        if (after.seq() > held.seq()) {
            held = after;
        }
    }

    private record Held(long seq, Map<UUID, Entry<?>> entries, Snapshot snapshot) {}
}
