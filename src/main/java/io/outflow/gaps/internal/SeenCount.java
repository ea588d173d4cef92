package io.outflow.gaps.internal;

import io.outflow.gaps.LinkedUse.Seen;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Grade;
import io.outflow.trail.Proof;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Counts what was seen of one product or application. */
final class SeenCount {
    private final UUID id;
    private final Set<String> callers = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final Map<String, Long> classes = new TreeMap<>();
    private final Map<String, Long> regions = new TreeMap<>();
    private final Map<String, Long> models = new TreeMap<>();
    private final Map<Grade, Long> grades = new EnumMap<>(Grade.class);
    private final Map<Channel, Long> channels = new EnumMap<>(Channel.class);
    private final Map<Proof, Long> proofs = new EnumMap<>(Proof.class);
    private final TreeMap<LocalDate, Long> days = new TreeMap<>();
    private long calls;
    private long denied;
    private long failed;
    private long unlinked;
    private long regionUnknown;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    SeenCount(UUID id) {
        this.id = id;
    }

    void add(Cell cell, boolean withoutApplication) {
        var subject = cell.subject();
        var caller = subject.caller();
        var tally = cell.tally();
        callers.add(caller.id());
        if (caller.kind() == CallerKind.PERSON) {
            people.add(caller.id());
        }
        first = tally.first().isBefore(first) ? tally.first() : first;
        last = tally.last().isAfter(last) ? tally.last() : last;
        switch (tally.outcome()) {
            case DENIED -> denied += tally.calls();
            case FAILED -> failed += tally.calls();
            case USE -> use(cell, withoutApplication);
        }
    }

    private void use(Cell cell, boolean withoutApplication) {
        var subject = cell.subject();
        var count = cell.calls();
        calls += count;
        unlinked += withoutApplication ? count : 0;
        classes.merge(cell.dataClass(), count, Long::sum);
        models.merge(subject.model().name(), count, Long::sum);
        grades.merge(subject.caller().grade(), count, Long::sum);
        channels.merge(subject.channel(), count, Long::sum);
        cell.tally().proofs().forEach((proof, part) -> proofs.merge(proof, part, Long::sum));
        days.merge(LocalDate.ofInstant(cell.tally().first(), ZoneOffset.UTC), count, Long::sum);
        var region = RegionCheck.ranIn(subject);
        if (region == null) {
            regionUnknown += count;
        } else {
            regions.merge(region, count, Long::sum);
        }
    }

    Seen seen() {
        return new Seen(
                id,
                calls,
                denied,
                failed,
                callers.size(),
                people.size(),
                unlinked,
                first,
                last,
                Map.copyOf(classes),
                Map.copyOf(regions),
                regionUnknown,
                Map.copyOf(models),
                Map.copyOf(grades),
                Map.copyOf(channels),
                Map.copyOf(proofs),
                days);
    }
}
