package io.outflow.imports.internal;

import io.outflow.imports.internal.FileBatch.Ending;
import io.outflow.trail.BadRecord;
import io.outflow.trail.Coverage;
import io.outflow.trail.LogContent;
import io.outflow.trail.LogName;
import io.outflow.trail.Reading;
import io.outflow.trail.SkipReason;
import io.outflow.trail.TrailSink;
import io.outflow.usage.EventStore.Prepared;
import java.time.Instant;
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

    private final LogProof proof;
    private List<ReadLog> logs = new ArrayList<>();
    private int lastRecord;
    /** Of the log file, or entry, that is being read. */
    private int logAfter;

    private @Nullable Instant firstEvent;
    private @Nullable Instant lastEvent;
    /** The entry that is being read stands in the run as a file of its own, and nothing of it is taken here. */
    private boolean apart;

    /**
     * @param proof says whether what is read may be written
     * @param handOver gives a stretch to the writer; false where nothing more is wanted
     */
    BatchingSink(
            FileWork file,
            @Nullable String sha256,
            LogProof proof,
            Function<List<Reading>, Prepared> prepare,
            Predicate<FileBatch> handOver) {
        this.file = file;
        this.sha256 = sha256;
        this.proof = proof;
        this.prepare = prepare;
        this.handOver = handOver;
        this.resumeAfter = file.cursor;
        this.from = file.cursor;
        this.to = file.cursor;
    }

    @Override
    public void kept(Reading reading) {
        var time = reading.key().time();
        firstEvent = firstEvent == null || time.isBefore(firstEvent) ? time : firstEvent;
        lastEvent = lastEvent == null || time.isAfter(lastEvent) ? time : lastEvent;
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
        // An entry that cannot be opened was not begun.
        apart = file.apart.contains(bad.place().entry());
        if (next(bad.place().recordNo())) {
            rejected.add(bad);
            bytes += bad.excerpt() == null ? 0 : 2 * bad.excerpt().length();
            cutWhenFull();
        }
    }

    @Override
    public void covered(Coverage coverage) {
        if (!apart && coveredBefore.add(coverage)) {
            covered.add(coverage);
        }
    }

    @Override
    public boolean progress(long rawBytesSoFar) {
        rawBytes = rawBytesSoFar;
        if (System.nanoTime() - cutAt > NANOS && proof.decided()) {
            cut(null);
        }
        return taken;
    }

    @Override
    public boolean wantsContent(String entry) {
        logAfter = lastRecord;
        firstEvent = null;
        lastEvent = null;
        apart = file.apart.contains(entry);
        return !apart && log(entry) != null;
    }

    @Override
    public void content(String entry, LogContent content) {
        var log = log(entry);
        if (log != null) {
            proof.decide(content);
            logs.add(new ReadLog(entry, log.delivered(), content, logAfter, lastRecord, firstEvent, lastEvent));
        }
    }

    private @Nullable LogName log(String entry) {
        return LogName.of(lastPart(entry.isEmpty() ? file.name : entry));
    }

    /** The part of a name behind its last slash. */
    static String lastPart(String name) {
        var plain = name.replace('\\', '/');
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private boolean next(int recordNo) {
        lastRecord = recordNo;
        if (apart || recordNo <= resumeAfter) {
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
        proof.decideNow();
        if (file.setAside) {
            taken = false;
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
                logs,
                ending == null ? rawBytes : file.size,
                weight,
                ending));
        readings = new ArrayList<>();
        rejected = new ArrayList<>();
        skipped = new EnumMap<>(SkipReason.class);
        covered = new HashSet<>();
        logs = new ArrayList<>();
        from = to;
        read = 0;
        bytes = 0;
    }
}
