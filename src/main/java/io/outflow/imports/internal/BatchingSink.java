package io.outflow.imports.internal;

import io.outflow.imports.internal.FileBatch.Ending;
import io.outflow.trail.BadRecord;
import io.outflow.trail.Coverage;
import io.outflow.trail.Reading;
import io.outflow.trail.SkipReason;
import io.outflow.trail.TrailSink;
import io.outflow.usage.EventStore.Prepared;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cuts what is read of one file into stretches for the writer. Records up to the file's cursor were written before. */
final class BatchingSink implements TrailSink {
    private static final int KEPT = 1_000;
    private static final int SEEN = 20_000;
    private static final int BYTES = 1 << 20;
    private static final long NANOS = 250_000_000;

    private final FileWork file;
    private final @Nullable String sha256;
    private final Function<List<Reading>, Prepared> prepare;
    private final Predicate<FileBatch> handOver;
    private final int resumeAfter;

    private List<Reading> readings = new ArrayList<>();
    private List<BadRecord> rejected = new ArrayList<>();
    private Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private Set<Coverage> covered = new HashSet<>();
    private final Set<Coverage> coveredBefore = new HashSet<>();
    private int from;
    private int to;
    private long read;
    private int bytes;
    private long rawBytes;
    private long cutAt = System.nanoTime();
    private boolean taken = true;

    /** @param handOver gives a stretch to the writer; false where nothing more is wanted */
    BatchingSink(
            FileWork file,
            @Nullable String sha256,
            Function<List<Reading>, Prepared> prepare,
            Predicate<FileBatch> handOver) {
        this.file = file;
        this.sha256 = sha256;
        this.prepare = prepare;
        this.handOver = handOver;
        this.resumeAfter = file.cursor;
        this.from = file.cursor;
        this.to = file.cursor;
    }

    @Override
    public void kept(Reading reading) {
        if (next(reading.place().recordNo())) {
            readings.add(reading);
            bytes += reading.original().length;
            cutWhenFull();
        }
    }

    @Override
    public void skipped(int recordNo, SkipReason reason) {
        if (next(recordNo)) {
            skipped.merge(reason, 1L, Long::sum);
            cutWhenFull();
        }
    }

    @Override
    public void rejected(BadRecord bad) {
        if (next(bad.place().recordNo())) {
            rejected.add(bad);
            bytes += bad.excerpt() == null ? 0 : 2 * bad.excerpt().length();
            cutWhenFull();
        }
    }

    @Override
    public void covered(Coverage coverage) {
        if (coveredBefore.add(coverage)) {
            covered.add(coverage);
        }
    }

    @Override
    public boolean progress(long rawBytesSoFar) {
        rawBytes = rawBytesSoFar;
        if (System.nanoTime() - cutAt > NANOS) {
            cut(null);
        }
        return taken;
    }

    private boolean next(int recordNo) {
        if (recordNo <= resumeAfter) {
            return false;
        }
        to = recordNo;
        read++;
        return true;
    }

    private void cutWhenFull() {
        if (read >= SEEN || readings.size() + rejected.size() >= KEPT || bytes >= BYTES) {
            cut(null);
        }
    }

    /** Hands over what there is; with an ending, the file's last stretch. */
    void cut(@Nullable Ending ending) {
        cutAt = System.nanoTime();
        if (!taken) {
            return;
        }
        int weight = 2_048 + 2 * bytes + 512 * readings.size();
        taken = handOver.test(new FileBatch(
                file,
                sha256,
                from,
                to,
                read,
                skipped,
                prepare.apply(readings),
                rejected,
                covered,
                ending == null ? rawBytes : file.size,
                weight,
                ending));
        readings = new ArrayList<>();
        rejected = new ArrayList<>();
        skipped = new EnumMap<>(SkipReason.class);
        covered = new HashSet<>();
        from = to;
        read = 0;
        bytes = 0;
    }
}
