package io.outflow.trail;

/** Tells what one complete JSON value is, and hands it on. One for each file. */
final class RecordReader {
    private final TrailSink sink;

    @SuppressWarnings("UnusedVariable")
    private final Limits limits;

    RecordReader(TrailSink sink, Limits limits) {
        this.sink = sink;
        this.limits = limits;
    }

    /** Reads one value; calls exactly one of kept, skipped and rejected. */
    @SuppressWarnings("UnusedVariable")
    void read(byte[] buf, int off, int len, Place place) {
        sink.rejected(
                new BadRecord(place, BadRecord.Reason.UNKNOWN_KIND, "This is no record that Outflow knows.", null));
    }
}
