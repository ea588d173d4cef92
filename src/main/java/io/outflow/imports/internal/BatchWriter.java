package io.outflow.imports.internal;

import io.outflow.imports.internal.Ledger.BatchRefused;
import io.outflow.usage.CallChange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer beside the readers. Takes stretches in the order they come and writes as many as wait in one transaction, so
 * that thousands of small files take few of them. What waits is bounded by its weight in the heap.
 */
final class BatchWriter implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);

    private static final int HEAP = 24 << 20;
    private static final int MOST_EVENTS = 4_000;
    private static final int MOST_BATCHES = 500;

    private final Ledger ledger;
    private final Consumer<FileWork> ended;
    private final BlockingQueue<FileBatch> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(HEAP);
    private final BitSet subjects = new BitSet();
    private long calls;
    private boolean unsettled;

    private volatile boolean closing;
    private volatile @Nullable RuntimeException failure;

    /** @param ended told of each file whose end is committed */
    BatchWriter(Ledger ledger, Consumer<FileWork> ended) {
        this.ledger = ledger;
        this.ended = ended;
    }

    /** Waits for room and takes a stretch; false where nothing more of the file, or at all, can be written. */
    boolean take(FileBatch batch) {
        if (failure != null || batch.file().refused) {
            return false;
        }
        room.acquireUninterruptibly(Math.min(HEAP, batch.weight()));
        queue.add(batch);
        return failure == null;
    }

    /** No more will be taken; the thread ends when all is written. */
    void close() {
        closing = true;
    }

    /** Why nothing more could be written. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Distinct subjects that were seen in {@link #calls}. */
    int subjects() {
        return subjects.cardinality();
    }

    long calls() {
        return calls;
    }

    @Override
    public void run() {
        try {
            while (true) {
                var first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (unsettled) {
                        // What screens show as stored is not lost while nothing more comes.
                        ledger.settle();
                        unsettled = false;
                    }
                    if (closing && queue.isEmpty()) {
                        return;
                    }
                    continue;
                }
                var group = gather(first);
                int weight =
                        group.stream().mapToInt(b -> Math.min(HEAP, b.weight())).sum();
                try {
                    writeUnlessFailed(group);
                } finally {
                    room.release(weight);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<FileBatch> gather(FileBatch first) {
        var group = new ArrayList<FileBatch>();
        int events = 0;
        for (var next = first; next != null; next = queue.poll()) {
            group.add(next);
            events += next.readings().size();
            if (events >= MOST_EVENTS || group.size() >= MOST_BATCHES) {
                break;
            }
        }
        return group;
    }

    private void writeUnlessFailed(List<FileBatch> group) {
        if (failure != null) {
            return;
        }
        try {
            write(group);
        } catch (RuntimeException | Error e) {
            log.error("An import cannot go on.", e);
            failure = e instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
    }

    private void write(List<FileBatch> group) {
        var batches = group.stream().filter(b -> !b.file().refused).toList();
        if (batches.isEmpty()) {
            return;
        }
        try {
            written(batches, ledger.write(batches));
        } catch (BatchRefused e) {
            var byFile = new LinkedHashMap<FileWork, List<FileBatch>>();
            batches.forEach(b ->
                    byFile.computeIfAbsent(b.file(), f -> new ArrayList<>()).add(b));
            if (byFile.size() > 1) {
                byFile.values().forEach(this::write);
            } else {
                refuse(batches.getFirst().file(), e);
            }
        }
    }

    private void written(List<FileBatch> batches, Ledger.Written written) {
        unsettled = true;
        if (batches.stream().anyMatch(batch -> batch.ending() != null && batch.file().spooled)) {
            // Its bytes go now, and there are no others.
            ledger.settle();
        }
        for (var batch : batches) {
            var file = batch.file();
            file.counts = written.totals().getOrDefault(file.id, file.counts);
            file.cursor = batch.to();
            if (batch.ending() != null) {
                ended.accept(file);
            }
        }
        for (CallChange change : written.changes()) {
            if (change.weight() > 0) {
                subjects.set(change.subject());
                calls++;
            }
        }
    }

    private void refuse(FileWork file, BatchRefused refused) {
        log.error("The database refused what was read of {}.", file.name, refused);
        file.refused = true;
        ledger.fail(
                file,
                "The database did not take what was read after record %,d. Everything up to there is stored and counted; "
                                .formatted(file.cursor)
                        + "the log of Outflow says why. Import the file again when that is solved.");
        ended.accept(file);
    }
}
