package io.outflow.trail;

import io.outflow.trail.FileReading.End;
import java.io.IOException;
import java.nio.file.Path;

/** Reads one file of any supported form. Holds no state between files; safe for use by several threads at once. */
public final class TrailReader {
    private final Limits limits;

    public TrailReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a file to its end, or to where it breaks. Never throws for what a file holds.
     *
     * @return how the reading ended
     */
    public FileReading read(Path file, TrailSink sink) {
        try (var raw = new RawFile(file)) {
            return new FileRun(limits, raw, sink).read();
        } catch (IOException e) {
            return new FileReading(End.FAILED, Sentences.notReadable(e), 0);
        }
    }
}
