package io.outflow.trail;

import io.outflow.trail.FileReading.End;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Reads one file of any supported form. Holds no state between files; safe for use by several threads at once. */
public final class TrailReader {
    private final Limits limits;
    private final Supplier<TextScanner> scanners;
    private final boolean inOneStep;

    /** A reader that looks at no text. */
    public TrailReader(Limits limits) {
        this(limits, () -> TextScanner.NONE, true);
    }

    /** @param scanners gives each file the scanner that looks at the texts of its calls */
    public TrailReader(Limits limits, Supplier<TextScanner> scanners) {
        this(limits, scanners, true);
    }

    /** @param inOneStep whether small files may be unpacked in one step, where this machine can */
    TrailReader(Limits limits, Supplier<TextScanner> scanners, boolean inOneStep) {
        this.limits = limits;
        this.scanners = scanners;
        this.inOneStep = inOneStep;
    }

    /**
     * Reads a file to its end, or to where it breaks. Never throws for what a file holds.
     *
     * @return how the reading ended
     */
    public FileReading read(Path file, TrailSink sink) {
        return read(LogBytes.of(file), sink, BodyObjects.NONE);
    }

    /**
     * The same with a way to prompts and answers that lie in objects of their own.
     *
     * @param bodies asked from the thread that reads, for one object at a time
     */
    public FileReading read(LogBytes file, TrailSink sink, BodyObjects bodies) {
        try (var raw = new RawFile(file)) {
            return new FileRun(limits, inOneStep, raw, sink, scanners.get(), bodies).read();
        } catch (IOException e) {
            return new FileReading(End.FAILED, Sentences.notReadable(e), 0);
        }
    }
}
