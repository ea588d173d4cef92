package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds what became of the records of a file. */
final class Caught implements TrailSink {
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
