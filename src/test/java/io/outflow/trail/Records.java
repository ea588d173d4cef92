package io.outflow.trail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads records that a test wrote, and holds what became of them. */
final class Records implements TrailSink {
    final List<Reading> kept = new ArrayList<>();
    final List<SkipReason> skipped = new ArrayList<>();
    final List<BadRecord> rejected = new ArrayList<>();
    final List<Coverage> covered = new ArrayList<>();

    private final RecordReader reader =
            new RecordReader(this, Limits.STANDARD, new KnownCalls(), TextScanner.NONE, BodyObjects.NONE);
    private int read;

    static Records read(String... records) {
        Records result = new Records();
        for (String record : records) {
            result.add(record.getBytes(StandardCharsets.UTF_8));
        }
        return result;
    }

    /** Reads one more record of the same file, from the middle of a larger buffer as files give it. */
    void add(byte[] record) {
        byte[] buffer = new byte[record.length + 14];
        java.util.Arrays.fill(buffer, (byte) '"');
        System.arraycopy(record, 0, buffer, 7, record.length);
        reader.read(buffer, 7, record.length, new Place("", ++read, 7, record.length));
    }

    static ModelCall call(String record) {
        Records result = read(record);
        if (result.kept.size() == 1 && result.kept.getFirst() instanceof ModelCall call) {
            return call;
        }
        throw new AssertionError("not a call: " + result);
    }

    static GovernanceEvent change(String record) {
        Records result = read(record);
        if (result.kept.size() == 1 && result.kept.getFirst() instanceof GovernanceEvent change) {
            return change;
        }
        throw new AssertionError("not a change: " + result);
    }

    static SkipReason skip(String record) {
        Records result = read(record);
        if (result.skipped.size() == 1 && result.kept.isEmpty() && result.rejected.isEmpty()) {
            return result.skipped.getFirst();
        }
        throw new AssertionError("not skipped: " + result);
    }

    static BadRecord reject(String record) {
        Records result = read(record);
        if (result.rejected.size() == 1 && result.kept.isEmpty() && result.skipped.isEmpty()) {
            return result.rejected.getFirst();
        }
        throw new AssertionError("not rejected: " + result);
    }

    @Override
    public void kept(Reading reading) {
        kept.add(reading);
    }

    @Override
    public void skipped(int recordNo, SkipReason reason) {
        skipped.add(reason);
    }

    @Override
    public void rejected(BadRecord bad) {
        rejected.add(bad);
    }

    @Override
    public void covered(Coverage coverage) {
        covered.add(coverage);
    }

    @Override
    public boolean progress(long rawBytes) {
        return true;
    }

    @Override
    public String toString() {
        return "kept " + kept + ", skipped " + skipped + ", rejected " + rejected;
    }
}
