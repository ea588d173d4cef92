package io.outflow.usage.internal;

import io.outflow.trail.EventKey;
import io.outflow.trail.Evidence;
import io.outflow.trail.ModelCall;
import io.outflow.trail.Proof;
import io.outflow.trail.Reading;
import io.outflow.usage.EventStore;
import io.outflow.usage.EventStore.Batch;
import io.outflow.usage.EventStore.Conflict;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells new readings from duplicates and conflicts, against what is stored and among themselves. */
final class Sorting {

    /** A reading that is new, with its place in its batch. */
    record Fresh(
            long fileId,
            Proof proof,
            PreparedReadings batch,
            int position,
            PreparedReadings.Item item,
            EventTable table) {}

    final List<Fresh> fresh = new ArrayList<>();
    final List<EventStore.Outcome> outcomes = new ArrayList<>();

    private final Connection connection;
    private final Map<EventKey, StoredEvents.Found> storedRecords;
    private final Map<EventKey, StoredEvents.Found> storedLines;
    private final Map<EventKey, Fresh> newRecords = new HashMap<>();
    private final Map<EventKey, Fresh> newLines = new HashMap<>();

    Sorting(Connection connection, Dialect dialect, SeenKeys seen, List<Batch> batches) throws SQLException {
        this.connection = connection;
        var keys = new EnumMap<EventTable, Set<EventKey>>(EventTable.class);
        for (var batch : batches) {
            for (var item : ((PreparedReadings) batch.readings()).items()) {
                if (seen.mayHold(item.key())) {
                    keys.computeIfAbsent(table(item.reading()), t -> new HashSet<>())
                            .add(item.key());
                }
            }
        }
        var calls = keys.getOrDefault(EventTable.CALLS, Set.of());
        var governance = keys.getOrDefault(EventTable.GOVERNANCE, Set.of());
        storedLines =
                StoredEvents.find(connection, dialect, EventTable.LINES, keys.getOrDefault(EventTable.LINES, Set.of()));
        // An event is one event, whichever of the two kinds of record it seems to be.
        storedRecords = new HashMap<>();
        if (!calls.isEmpty()) {
            storedRecords.putAll(StoredEvents.governanceBetween(
                    connection, Collections.min(calls, UseGroup.ORDER), Collections.max(calls, UseGroup.ORDER)));
        }
        storedRecords.putAll(StoredEvents.find(connection, dialect, EventTable.GOVERNANCE, governance));
        var both = new HashSet<>(calls);
        both.addAll(governance);
        storedRecords.putAll(StoredEvents.find(connection, dialect, EventTable.CALLS, both));
        for (var batch : batches) {
            outcomes.add(sort(batch));
        }
        fresh.forEach(one -> seen.add(one.item().key()));
    }

    private EventStore.Outcome sort(Batch batch) throws SQLException {
        int inserted = 0;
        int duplicates = 0;
        var conflicts = new ArrayList<Conflict>();
        var readings = (PreparedReadings) batch.readings();
        for (int i = 0; i < readings.size(); i++) {
            var item = readings.items().get(i);
            var table = table(item.reading());
            var found = (table == EventTable.LINES ? storedLines : storedRecords).get(item.key());
            if (found != null) {
                if (found.sameContent(item.hash())) {
                    duplicates++;
                } else {
                    var original = StoredEvents.original(connection, found.chunk(), found.chunkIndex());
                    conflicts.add(new Conflict(item.reading(), found.fileId(), found.recordNo(), original));
                }
                continue;
            }
            var candidate = new Fresh(batch.fileId(), batch.proof(), readings, i, item, table);
            var first = (table == EventTable.LINES ? newLines : newRecords).putIfAbsent(item.key(), candidate);
            if (first == null) {
                fresh.add(candidate);
                inserted++;
            } else if (Arrays.equals(first.item().hash(), item.hash())) {
                duplicates++;
            } else {
                var other = first.item().reading();
                conflicts.add(new Conflict(
                        item.reading(), first.fileId(), other.place().recordNo(), other.original()));
            }
        }
        return new EventStore.Outcome(inserted, duplicates, conflicts);
    }

    private static EventTable table(Reading reading) {
        return reading instanceof ModelCall call
                ? call.evidence() == Evidence.INVOCATION_LOG ? EventTable.LINES : EventTable.CALLS
                : EventTable.GOVERNANCE;
    }
}
