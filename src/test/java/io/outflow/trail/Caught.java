package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds what became of the records of a file. */
final class Caught implements TrailSink {
    private static final byte[] NOTHING = {};

    final List<Reading> kept = new ArrayList<>();
    final List<SkipReason> skipped = new ArrayList<>();
    final List<BadRecord> rejected = new ArrayList<>();
    final Set<Coverage> covered = new LinkedHashSet<>();
    final List<Long> progress = new ArrayList<>();
    int stopAfter = Integer.MAX_VALUE;
    private final Set<Integer> numbers = new LinkedHashSet<>();
    private int before;

    int records() {
        return kept.size() + skipped.size() + rejected.size();
    }

    List<BadRecord.Reason> reasons() {
        return rejected.stream().map(BadRecord::reason).toList();
    }

    /** All of it in words, in which equal things are equal. */
    List<String> words() {
        var told = new ArrayList<String>();
        kept.forEach(reading -> told.add(words(reading)));
        skipped.forEach(reason -> told.add(reason.name()));
        rejected.forEach(bad -> told.add(bad.toString()));
        covered.stream().map(Coverage::toString).sorted().forEach(told::add);
        return told;
    }

    private static String words(Reading reading) {
        String original = new String(reading.original(), StandardCharsets.UTF_8);
        if (reading instanceof ModelCall call) {
            return call.again(
                            call.place(),
                            call.key(),
                            call.caller(),
                            call.model(),
                            call.contentHash(),
                            call.requestId(),
                            call.tokens(),
                            NOTHING)
                    + original;
        }
        return reading.key() + reading.contentHash() + original;
    }

    /** Every record of the file read last has a number of its own, and the numbers have no gap. */
    void assertNumbered() {
        int read = records() - before;
        assertThat(numbers).hasSize(read);
        for (int i = 1; i <= read; i++) {
            assertThat(numbers).contains(i);
        }
        before = records();
        numbers.clear();
    }

    @Override
    public void kept(Reading reading) {
        kept.add(reading);
        numbers.add(reading.place().recordNo());
    }

    @Override
    public void skipped(int recordNo, SkipReason reason) {
        skipped.add(reason);
        numbers.add(recordNo);
    }

    @Override
    public void rejected(BadRecord bad) {
        rejected.add(bad);
        numbers.add(bad.place().recordNo());
    }

    @Override
    public void covered(Coverage coverage) {
        covered.add(coverage);
    }

    @Override
    public boolean progress(long rawBytes) {
        progress.add(rawBytes);
        return progress.size() < stopAfter;
    }
}
