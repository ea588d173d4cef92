package io.outflow.trail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one file holds, as far as a scan needs it: counts, and a few numbers for each event instead of the event. */
final class ScanFile implements TrailSink {
    final Path path;
    final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    final Map<BadRecord.Reason, Long> rejected = new EnumMap<>(BadRecord.Reason.class);
    final List<BadRecord> firstRejected = new ArrayList<>();
    final Map<ScanEvent.Group, ScanEvent.Group> groups = new HashMap<>();
    final List<ScanEvent> events = new ArrayList<>();

    @Nullable
    FileReading reading;

    ScanFile(Path path) {
        this.path = path;
    }

    void ended(FileReading end) {
        reading = end;
    }

    @Override
    public void kept(Reading record) {
        ScanEvent.Group group = ScanEvent.group(record);
        // Few groups, many events: each group is kept once.
        ScanEvent.Group same = groups.putIfAbsent(group, group);
        events.add(ScanEvent.of(record, same == null ? group : same));
    }

    @Override
    public void skipped(int recordNo, SkipReason reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    @Override
    public void rejected(BadRecord bad) {
        rejected.merge(bad.reason(), 1L, Long::sum);
        if (firstRejected.size() < ScanReport.SHOWN) {
            firstRejected.add(bad);
        }
    }

    @Override
    public void covered(Coverage coverage) {
        // A scan tells what files hold, not what they prove of other days.
    }

    @Override
    public boolean progress(long rawBytes) {
        return true;
    }

    @Override
    public boolean wantsOriginals() {
        return false;
    }
}
