package io.outflow.trail;

import io.outflow.trail.FileReading.End;
import java.io.IOException;
import java.nio.file.Path;

/** Reads one file of any supported form. Holds no state between files; safe for use by several threads at once. */
public final class TrailReader {
    private final Limits limits;
    private final boolean inOneStep;

    public TrailReader(Limits limits) {
        this(limits, true);
    }

    /** @param inOneStep whether small files may be unpacked in one step, where this machine can */
    TrailReader(Limits limits, boolean inOneStep) {
        this.limits = limits;
        this.inOneStep = inOneStep;
    }

    /**
     * Reads a file to its end, or to where it breaks. Never throws for what a file holds.
     *
     * @return how the reading ended
     */
    public FileReading read(Path file, TrailSink sink) {
        try (var raw = new RawFile(file)) {
            return new FileRun(limits, inOneStep, raw, sink).read();
        } catch (IOException e) {
            return new FileReading(End.FAILED, Sentences.notReadable(e), 0);
        }
    }
}
