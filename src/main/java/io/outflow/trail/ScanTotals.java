package io.outflow.trail;

import io.outflow.trail.ScanEvent.Answer;
import io.outflow.trail.ScanEvent.CallGroup;
import io.outflow.trail.ScanEvent.GovernanceGroup;
import io.outflow.trail.ScanReport.Calls;
import io.outflow.trail.ScanReport.Failure;
import io.outflow.trail.ScanReport.ModelCalls;
import io.outflow.trail.ScanReport.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds files up to a report. An event counts once, however many files hold it. */
final class ScanTotals {
    private final LongTable contentByKey = new LongTable();
    private final LongTable recordedRequests = new LongTable();
    private final Set<Answer> entries = new HashSet<>();
    private final Map<CallGroup, Long> counts = new HashMap<>();
    private final List<ScanEvent> logLines = new ArrayList<>();
    private final SortedMap<GovernanceKind, Long> governance = new TreeMap<>();
    private final SortedMap<SkipReason, Long> skipped = new TreeMap<>();
    private final SortedMap<BadRecord.Reason, Long> rejected = new TreeMap<>();
    private final List<Rejected> firstRejected = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private int files;
    private long rawBytes;
    private long duplicates;

    void missing(Path path) {
        files++;
        failures.add(new Failure(path, "There is no file or folder of this name. Check the path."));
    }

    void unreadable(Path path, IOException e) {
        files++;
        failures.add(new Failure(path, Sentences.notReadable(e)));
    }

    void add(ScanFile file) {
        files++;
        FileReading reading = file.reading;
        if (reading != null) {
            rawBytes += reading.rawBytes();
            if (reading.failure() != null) {
                failures.add(new Failure(file.path, reading.failure()));
            }
        }
        file.skipped.forEach((reason, count) -> skipped.merge(reason, count, Long::sum));
        file.rejected.forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
        for (BadRecord bad : file.firstRejected) {
            if (firstRejected.size() < ScanReport.SHOWN) {
                firstRejected.add(new Rejected(file.path, bad));
            }
        }
        file.events.forEach(this::count);
    }

    private void count(ScanEvent event) {
        int before = contentByKey.size();
        long known = contentByKey.putIfAbsent(event.key(), event.content());
        if (contentByKey.size() == before) {
            if (known == event.content()) {
                duplicates++;
            } else {
                rejected.merge(BadRecord.Reason.CONFLICT, 1L, Long::sum);
            }
            return;
        }
        // Not a switch over patterns: that costs more than what it decides here.
        if (!(event.group() instanceof CallGroup group)) {
            governance.merge(((GovernanceGroup) event.group()).kind(), 1L, Long::sum);
            return;
        }
        if (group.evidence() == Evidence.INVOCATION_LOG && event.request() != 0) {
            logLines.add(event);
            return;
        }
        counts.merge(group, 1L, Long::sum);
        if (event.request() != 0) {
            recordedRequests.putIfAbsent(event.request(), 0);
        }
        if (group.entry() != null) {
            entries.add(group.entry());
        }
    }

    ScanReport report() {
        var all = new HashMap<>(counts);
        long joined = 0;
        for (ScanEvent line : logLines) {
            if (recordedRequests.contains(line.request())) {
                joined++;
            } else {
                all.merge((CallGroup) line.group(), 1L, Long::sum);
            }
        }
        long steps = 0;
        Calls calls = Calls.NONE;
        var channels = new TreeMap<Channel, Calls>();
        var claude = new TreeMap<Claude, Calls>();
        var models = new HashMap<String, ModelCalls>();
        for (Map.Entry<CallGroup, Long> entry : all.entrySet()) {
            CallGroup group = entry.getKey();
            if (group.step() != null && entries.contains(group.step())) {
                steps += entry.getValue();
                continue;
            }
            Calls these = calls(group.outcome(), entry.getValue());
            calls = calls.plus(these);
            channels.merge(group.channel(), these, Calls::plus);
            claude.merge(group.claude(), these, Calls::plus);
            models.merge(
                    group.model(),
                    new ModelCalls(group.model(), group.claude(), these),
                    (a, b) -> new ModelCalls(a.name(), a.claude(), a.calls().plus(b.calls())));
        }
        long governed = sum(governance);
        long passed = sum(skipped);
        long bad = sum(rejected);
        return new ScanReport(
                files,
                rawBytes,
                calls.total() + steps + governed + duplicates + joined + passed + bad,
                calls,
                steps,
                governed,
                duplicates,
                joined,
                passed,
                bad,
                Collections.unmodifiableSortedMap(channels),
                models.values().stream()
                        .sorted(Comparator.comparingLong(
                                        (ModelCalls m) -> -m.calls().total())
                                .thenComparing(ModelCalls::name))
                        .toList(),
                Collections.unmodifiableSortedMap(claude),
                Collections.unmodifiableSortedMap(governance),
                Collections.unmodifiableSortedMap(skipped),
                Collections.unmodifiableSortedMap(rejected),
                List.copyOf(firstRejected),
                List.copyOf(failures));
    }

    private static Calls calls(Outcome outcome, long count) {
        return switch (outcome) {
            case USE -> new Calls(count, 0, 0);
            case DENIED -> new Calls(0, count, 0);
            case FAILED -> new Calls(0, 0, count);
        };
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
