package io.outflow.usage.internal;

import io.outflow.trail.Coverage;
import io.outflow.trail.EventKey;
import io.outflow.trail.Evidence;
import io.outflow.trail.GovernanceEvent;
import io.outflow.trail.ModelCall;
import io.outflow.trail.Proof;
import io.outflow.usage.EventStore.Batch;
import io.outflow.usage.EventStore.Stored;
import io.outflow.usage.SubjectFacts;
import io.outflow.usage.internal.ColumnFeed.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores batches in one transaction, whose lock on the {@link UsageHead} is held. */
final class StoreTransaction {
    private final Connection connection;
    private final Dialect dialect;
    private final Subjects subjects;
    private final Known known;
    private final UsageHead head;

    private final CallChanges changes = new CallChanges();
    private final Map<EventTable, List<@Nullable Object[]>> rows = new EnumMap<>(EventTable.class);
    private final List<CallRow> calls = new ArrayList<>();
    private final List<CallRow> lines = new ArrayList<>();
    final Set<Coverage> newCovered = new HashSet<>();
    final Set<Known.Kind> newKinds = new HashSet<>();
    Step step = Step.UNKNOWN;

    StoreTransaction(Connection connection, Dialect dialect, Subjects subjects, Known known, UsageHead head) {
        this.connection = connection;
        this.dialect = dialect;
        this.subjects = subjects;
        this.known = known;
        this.head = head;
    }

    Stored store(List<Batch> batches) throws SQLException {
        var sorting = new Sorting(connection, dialect, known.keys, batches);
        var chunks = new Chunks(head.lastChunk(), sorting.fresh);
        for (var fresh : sorting.fresh) {
            row(fresh, chunks.of(fresh));
        }
        rows.put(EventTable.CHUNKS, chunks.rows());
        calls.sort(Comparator.comparing(CallRow::key, UseGroup.ORDER));
        lines.sort(Comparator.comparing(CallRow::key, UseGroup.ORDER));
        rows.put(EventTable.LINES, values(lines, EventTable.LINES));
        rows.put(EventTable.CALLS, values(calls, EventTable.CALLS));
        calls.forEach(changes::added);
        insert();
        joinEvidences();

        for (var batch : batches) {
            batch.covered().stream().map(StoreTransaction::clean).forEach(newCovered::add);
        }
        newCovered.removeAll(known.covered);
        newKinds.removeAll(known.kinds);
        Known.insertCovered(connection, newCovered);
        Known.insertKinds(connection, newKinds);
        subjects.insertPending(connection);
        var next = UsageHead.next(subjects.lastWithPending(), chunks.last(), head.writeSeq() + 1);
        UsageHead.write(connection, next);
        step = new Step(head.mark(), next.mark());
        return new Stored(List.copyOf(sorting.outcomes), changes.all(), Set.copyOf(newCovered));
    }

    static Coverage clean(Coverage day) {
        return new Coverage(PlainText.name(day.account()), PlainText.name(day.region()), day.channel(), day.day());
    }

    private void row(Sorting.Fresh fresh, Chunks.Place place) {
        var item = fresh.item();
        switch (item.reading()) {
            case GovernanceEvent event ->
                rows.computeIfAbsent(EventTable.GOVERNANCE, t -> new ArrayList<>())
                        .add(GovernanceRows.values(
                                event,
                                item.key(),
                                item.hash(),
                                fresh.fileId(),
                                place.chunk(),
                                place.index(),
                                fresh.proof()));
            case ModelCall call -> {
                var row = callRow(fresh, call, Objects.requireNonNull(item.facts()), place);
                (row.record() ? calls : lines).add(row);
                newKinds.add(kind(row, row.evidence()));
                detections(row.key(), call);
            }
        }
    }

    private CallRow callRow(Sorting.Fresh fresh, ModelCall call, SubjectFacts facts, Chunks.Place place) {
        var key = fresh.item().key();
        var requestId = PlainText.orNull(call.requestId());
        return new CallRow(
                key,
                subjects.intern(facts),
                call.outcome(),
                PlainText.orNull(call.errorCode()),
                call.errorFamily(),
                call.guardrail(),
                call.tokens(),
                fresh.item().hash(),
                RequestKey.of(key.time(), key.account(), facts.sourceRegion(), requestId),
                requestId,
                fresh.fileId(),
                call.place().recordNo(),
                place.chunk(),
                place.index(),
                call.evidence() == Evidence.CLOUDTRAIL ? CallRow.RECORD : CallRow.LINE,
                // Digests name CloudTrail files only.
                call.evidence() == Evidence.CLOUDTRAIL ? fresh.proof() : Proof.NO_DIGEST,
                DetectedClasses.of(call.text()),
                call.text().seen());
    }

    private void detections(EventKey key, ModelCall call) {
        for (var found : call.text().detections()) {
            rows.computeIfAbsent(EventTable.DETECTIONS, t -> new ArrayList<>()).add(new @Nullable Object[] {
                key.time().atOffset(ZoneOffset.UTC),
                key.account(),
                key.id(),
                found.detector(),
                found.dataClass(),
                found.count()
            });
        }
    }

    private static List<@Nullable Object[]> values(List<CallRow> rows, EventTable table) {
        var values = new ArrayList<@Nullable Object[]>(rows.size());
        for (var row : rows) {
            values.add(table == EventTable.LINES ? row.lineValues() : row.callValues());
        }
        return values;
    }

    private void insert() throws SQLException {
        for (var table : EventTable.values()) {
            List<@Nullable Object[]> added = rows.get(table);
            if (added != null && !added.isEmpty()) {
                dialect.insert(connection, table, added);
            }
        }
    }

    /** Joins new rows of accounts and Regions that have both kinds of evidence; lines that stay alone become calls. */
    private void joinEvidences() throws SQLException {
        var requestKeys = new HashSet<Long>();
        for (var row : calls) {
            addIfOther(requestKeys, row, CallRow.LINE);
        }
        for (var row : lines) {
            addIfOther(requestKeys, row, CallRow.RECORD);
        }
        var alone = new HashSet<EventKey>();
        lines.forEach(line -> alone.add(line.key()));
        if (!requestKeys.isEmpty()) {
            var found = new Evidences(connection, dialect, subjects::facts).withBoth(requestKeys);
            new Joining(connection, subjects, changes, alone).join(found);
        }
        var own = lines.stream().filter(line -> alone.contains(line.key())).toList();
        if (!own.isEmpty()) {
            dialect.insert(connection, EventTable.CALLS, values(own, EventTable.CALLS));
            own.forEach(changes::added);
        }
    }

    private void addIfOther(Set<Long> requestKeys, CallRow row, int otherEvidence) {
        @Nullable Long requestKey = row.requestKey();
        if (requestKey != null) {
            var other = kind(row, otherEvidence);
            if (known.kinds.contains(other) || newKinds.contains(other)) {
                requestKeys.add(requestKey);
            }
        }
    }

    private Known.Kind kind(CallRow row, int evidence) {
        return new Known.Kind(row.key().account(), subjects.facts(row.subject()).sourceRegion(), evidence);
    }
}
