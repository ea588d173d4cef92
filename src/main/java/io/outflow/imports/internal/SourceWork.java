package io.outflow.imports.internal;

import io.outflow.imports.SourceLook;
import io.outflow.imports.SourceSettings;
import io.outflow.imports.internal.RunRows.NewFile;
import io.outflow.imports.internal.SourceRows.NewObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One look at a source, as far as the database sees it. What is new becomes import runs; a run and how far the source was
 * looked through for it are committed together, so that a look that dies is made again and nothing is left out.
 */
final class SourceWork {
    private final long sourceId;
    private final SourceSettings settings;
    private final String startedBy;
    private final SourceRows rows;
    private final TransactionTemplate transaction;
    private final LongConsumer submit;
    private final Clock clock;
    private final Instant started;
    private final Map<String, Instant> checkpoints;
    private final Map<String, Instant> reached = new HashMap<>();

    private long seen;
    private long seenBefore;
    private @Nullable Instant newest;
    private boolean begun;

    SourceWork(
            long sourceId,
            SourceSettings settings,
            String startedBy,
            SourceRows rows,
            TransactionTemplate transaction,
            LongConsumer submit,
            Clock clock) {
        this.sourceId = sourceId;
        this.settings = settings;
        this.startedBy = startedBy;
        this.rows = rows;
        this.transaction = transaction;
        this.submit = submit;
        this.clock = clock;
        this.started = now();
        this.checkpoints = rows.checkpoints(sourceId);
    }

    SourceSettings settings() {
        return settings;
    }

    long sourceId() {
        return sourceId;
    }

    Instant started() {
        return started;
    }

    /** How far a place was looked through before. */
    @Nullable
    Instant checkpoint(String place) {
        return checkpoints.get(place);
    }

    /** Objects or events were seen. */
    void saw(int count) {
        seen += count;
    }

    /** Something of this time was seen. */
    void sawOf(Instant time) {
        if (newest == null || time.isAfter(newest)) {
            newest = time;
        }
    }

    /** A place is looked through up to a time, once what was found until now is in a run. */
    void reached(String place, Instant time) {
        reached.put(place, time);
    }

    Map<String, String> taken(List<String> keys) {
        return rows.taken(sourceId, keys, started);
    }

    /**
     * Begins a run over new objects.
     *
     * @param logs how many of them are log files; the others are digests
     */
    void importObjects(List<NewObject> objects, int logs) {
        begin(logs, () -> rows.insertObjects(sourceId, settings.kind().name(), startedBy, now(), objects));
    }

    /** Begins a run over received files. */
    void importFiles(List<NewFile> files, long found) {
        begin(found, () -> rows.insertFiles(sourceId, settings.kind().name(), startedBy, now(), files));
    }

    private void begin(long found, LongSupplier insert) {
        var runId = Objects.requireNonNull(transaction.execute(status -> {
            long id = insert.getAsLong();
            rows.reached(sourceId, reached);
            rows.insert(sourceId, look(found, id, null));
            return id;
        }));
        reached.clear();
        begun = true;
        submit.accept(runId);
    }

    private SourceLook look(long found, @Nullable Long runId, @Nullable String problem) {
        var here = seen - seenBefore;
        seenBefore = seen;
        return new SourceLook(0, startedBy, started, now(), here, found, runId, problem);
    }

    void ended() {
        transaction.executeWithoutResult(status -> {
            rows.reached(sourceId, reached);
            rows.ended(sourceId, now(), newest);
            if (!begun) {
                rows.tails(sourceId, now());
            }
        });
    }

    void failed(String problem) {
        transaction.executeWithoutResult(status -> {
            rows.failed(sourceId, problem);
            rows.insert(sourceId, look(0, null, problem));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
