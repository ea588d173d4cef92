package io.outflow.trail;

/** Numbers the records of a file, and remembers whether any of them was of a kind that Outflow knows. */
final class Tally implements TrailSink {
    private final TrailSink sink;
    private int records;
    private int known;
    private int unknown;
    private int rejected;

    Tally(TrailSink sink) {
        this.sink = sink;
    }

    /** The number of the next record. */
    int next() {
        return ++records;
    }

    int records() {
        return records;
    }

    /** Records that could not be kept. */
    int rejected() {
        return rejected;
    }

    /** Records of a known kind, those that could not be kept for another fault included. */
    int known() {
        return known;
    }

    /** Records that are sound JSON of a kind that Outflow does not know. */
    int unknown() {
        return unknown;
    }

    @Override
    public void kept(Reading reading) {
        known++;
        sink.kept(reading);
    }

    @Override
    public void skipped(int recordNo, SkipReason reason) {
        known++;
        sink.skipped(recordNo, reason);
    }

    @Override
    public void rejected(BadRecord bad) {
        rejected++;
        switch (bad.reason()) {
            case UNKNOWN_KIND -> unknown++;
            case MALFORMED, TRUNCATED, TOO_LARGE, TOO_DEEP, UNREADABLE_ENTRY -> {
                // Says nothing of the kind.
            }
            default -> known++;
        }
        sink.rejected(bad);
    }

    @Override
    public void covered(Coverage coverage) {
        sink.covered(coverage);
    }

    @Override
    public boolean progress(long rawBytes) {
        return sink.progress(rawBytes);
    }

    @Override
    public boolean wantsOriginals() {
        return sink.wantsOriginals();
    }
}
