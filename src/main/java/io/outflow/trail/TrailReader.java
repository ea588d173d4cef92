package io.outflow.trail;

import io.outflow.trail.FileReading.End;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Reads one file of any supported form, whatever it read before. Safe for use by several threads at once. */
public final class TrailReader {
    private final Limits limits;
    private final Supplier<TextScanner> scanners;
    private final boolean inOneStep;
    private final Supplier<KnownCalls> memories;
    /** One for each thread that reads at the same time. */
    private final Queue<KnownCalls> idle = new ConcurrentLinkedQueue<>();

    /** A reader that looks at no text. */
    public TrailReader(Limits limits) {
        this(limits, () -> TextScanner.NONE, true, KnownCalls::new);
    }

    /** @param scanners gives each file the scanner that looks at the texts of its calls */
    public TrailReader(Limits limits, Supplier<TextScanner> scanners) {
        this(limits, scanners, true, KnownCalls::new);
    }

    /**
     * @param inOneStep whether small files may be unpacked in one step, where this machine can
     * @param memories makes what remembers calls, one for each thread
     */
    TrailReader(Limits limits, Supplier<TextScanner> scanners, boolean inOneStep, Supplier<KnownCalls> memories) {
        this.limits = limits;
        this.scanners = scanners;
        this.inOneStep = inOneStep;
        this.memories = memories;
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
        KnownCalls known = idle.poll();
        if (known == null) {
            known = memories.get();
        }
        try (var raw = new RawFile(file)) {
            return new FileRun(limits, inOneStep, raw, sink, known, scanners.get(), bodies).read();
        } catch (IOException e) {
            return new FileReading(End.FAILED, Sentences.notReadable(e), 0);
        } finally {
            idle.add(known);
        }
    }
}
