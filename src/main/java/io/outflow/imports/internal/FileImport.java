package io.outflow.imports.internal;

import io.outflow.base.Formats;
import io.outflow.imports.FileState;
import io.outflow.imports.internal.FileBatch.Ending;
import io.outflow.imports.internal.FileBytes.Arrived;
import io.outflow.trail.BodyObjects;
import io.outflow.trail.FileReading;
import io.outflow.trail.LogBytes;
import io.outflow.trail.LogContent;
import io.outflow.trail.LogName;
import io.outflow.trail.Reading;
import io.outflow.trail.TrailReader;
import io.outflow.usage.EventStore.Prepared;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of a run one by one and hands what they hold to the writer. For use by several threads. */
final class FileImport {
    private static final Logger log = LoggerFactory.getLogger(FileImport.class);

    private final Ledger ledger;
    private final TrailReader reader;
    private final Function<List<Reading>, Prepared> prepare;
    private final BooleanSupplier stopped;

    /** @param stopped whether the run is to stop */
    FileImport(Ledger ledger, TrailReader reader, Function<List<Reading>, Prepared> prepare, BooleanSupplier stopped) {
        this.ledger = ledger;
        this.reader = reader;
        this.prepare = prepare;
        this.stopped = stopped;
    }

    /**
     * Reads a file.
     *
     * @param arrived null where its bytes are not to be had
     * @param missing why, in sentences
     * @param bodies where prompts and answers lie that are not in the file
     */
    void read(FileWork file, @Nullable Arrived arrived, String missing, BodyObjects bodies, BatchWriter writer) {
        if (arrived == null) {
            write(writer, ending(file, null, FileState.FAILED, missing, null));
            return;
        }
        var sha256 = arrived.sha256();
        if (file.begunAs != null && !file.begunAs.equals(sha256)) {
            write(
                    writer,
                    ending(
                            file,
                            file.begunAs,
                            FileState.FAILED,
                            "The file was changed while its reading was interrupted. What was read before is stored. "
                                    + "Import the file again to read the rest.",
                            null));
            return;
        }
        var proof = new LogProof(file, arrived.bytes());
        var before = file.cursor == 0 ? ledger.importedBefore(sha256, file.id) : Optional.<String>empty();
        if (before.isPresent()) {
            var content = content(file, arrived);
            if (content != null) {
                proof.decide(content);
            }
            file.setAside = false;
            write(writer, ending(file, sha256, FileState.SKIPPED_DUPLICATE, before.get(), content));
            return;
        }
        var sink = new BatchingSink(file, sha256, proof, prepare, batch -> write(writer, batch));
        var ending = readWith(sink, file, arrived.bytes(), bodies);
        if (ending != null) {
            sink.cut(ending);
        } else if (stopped.getAsBoolean()) {
            sink.cut(null);
        }
        if (file.setAside) {
            write(writer, ending(file, sha256, FileState.SET_ASIDE, setAside(file), proof.content()));
        }
    }

    /** What a log file holds whose bytes were read before; null where it is no log file. */
    private @Nullable LogContent content(FileWork file, Arrived arrived) {
        return LogName.of(BatchingSink.lastPart(file.name)) == null
                ? null
                : ledger.content(arrived.sha256()).orElseGet(() -> LogProof.contentOf(arrived.bytes()));
    }

    private @Nullable Ending readWith(BatchingSink sink, FileWork file, LogBytes packed, BodyObjects bodies) {
        try {
            var reading = reader.read(packed, sink, bodies);
            return switch (reading.end()) {
                case COMPLETE -> new Ending(FileState.DONE, admitted(file));
                case FAILED -> new Ending(FileState.FAILED, failure(reading));
                case STOPPED -> null;
            };
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.error("Reading {} failed.", file.name, e);
            return new Ending(
                    FileState.FAILED,
                    "Outflow could not cope with this file; that is a fault of Outflow, and its log says more. "
                            + "What was read up to there is stored and counted.");
        }
    }

    private static String setAside(FileWork file) {
        return file.proofReason + " It was set aside whole and nothing of it was counted. Get the file again from its "
                + "bucket, or admit it with a reason.";
    }

    private static @Nullable String admitted(FileWork file) {
        if (!file.apart.isEmpty()) {
            return Formats.count(file.apart.size(), "log file", "log files")
                    + " of this archive, not as AWS signed it, stands in this run as a file of its own: nothing of it is counted here.";
        }
        return file.admitted == null
                ? null
                : "It is not as AWS signed it, and was admitted: " + file.admitted + " Its calls are marked invalid.";
    }

    private static String failure(FileReading reading) {
        return reading.failure() == null ? "The file could not be read." : reading.failure();
    }

    private boolean write(BatchWriter writer, FileBatch batch) {
        return writer.take(batch) && !stopped.getAsBoolean();
    }

    private FileBatch ending(
            FileWork file, @Nullable String sha256, FileState state, String sentence, @Nullable LogContent content) {
        var name = LogName.of(BatchingSink.lastPart(file.name));
        return new FileBatch(
                file,
                sha256,
                file.cursor,
                file.cursor,
                0,
                Map.of(),
                prepare.apply(List.of()),
                List.of(),
                Set.of(),
                name == null || content == null
                        ? List.of()
                        : List.of(new ReadLog("", name.delivered(), content, 0, 0, null, null)),
                state == FileState.SKIPPED_DUPLICATE ? file.size : 0,
                2_048,
                new Ending(state, sentence));
    }
}
