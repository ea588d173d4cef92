package io.outflow.trail;

/** Holds a file to its caps, and tells how far its reading is. */
final class Budget {
    private static final long STEP = 1 << 20;

    private final Limits limits;
    private final RawFile file;
    private final TrailSink sink;
    private long out;
    private long told;

    Budget(Limits limits, RawFile file, TrailSink sink) {
        this.limits = limits;
        this.file = file;
        this.sink = sink;
    }

    /** Called with each piece that came out. */
    void took(int bytes) throws Ended {
        out += bytes;
        if (out > limits.decompressedBytes()) {
            throw Ended.failed("This file unpacks to more than " + Sentences.size(limits.decompressedBytes())
                    + ", the cap for one file, so it was stopped there. Records read before are safe. If the file is genuine,"
                    + " split it; if not, it may be a decompression bomb.");
        }
        // Never more than the file has: parts of a zip archive that lie over each other would count twice.
        long raw = Math.min(file.taken(), file.size());
        if (out > STEP && out / limits.ratio() > raw) {
            throw Ended.failed("This file unpacks to more than " + limits.ratio()
                    + " times its size, which no log does: a decompression bomb is stopped at this ratio. Records read before"
                    + " are safe. Check where the file comes from.");
        }
        if (out - told >= STEP) {
            told = out;
            progress();
        }
    }

    private void progress() throws Ended {
        if (!sink.progress(raw())) {
            throw Ended.stopped();
        }
    }

    /** Raw bytes taken, at most the size of the file. */
    long raw() {
        return Math.min(file.taken(), file.size());
    }
}
