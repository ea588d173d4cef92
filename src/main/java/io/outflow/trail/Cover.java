package io.outflow.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which times sound digests cover, of one trail in one account and Region, and why others are not covered. */
final class Cover {
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    /** A time that is not covered. */
    record Gap(Instant from, Instant to, long hours, String reason) {}

    private record Cause(Instant from, Instant to, String why) {}

    private final TreeMap<Instant, Instant> stretches = new TreeMap<>();
    private final List<Cause> causes = new ArrayList<>();

    void covered(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        Instant start = from;
        Instant end = to;
        Map.Entry<Instant, Instant> before = stretches.floorEntry(start);
        if (before != null && !before.getValue().isBefore(start)) {
            start = before.getKey();
            end = later(end, before.getValue());
        }
        for (Map.Entry<Instant, Instant> next = stretches.ceilingEntry(start);
                next != null && !next.getKey().isAfter(end);
                next = stretches.ceilingEntry(start)) {
            end = later(end, next.getValue());
            stretches.remove(next.getKey());
        }
        stretches.put(start, end);
    }

    /** @param why the end of a sentence */
    void cause(Instant from, Instant to, String why) {
        causes.add(new Cause(from, to, why));
    }

    @Nullable
    Instant first() {
        return stretches.isEmpty() ? null : stretches.firstKey();
    }

    @Nullable
    Instant last() {
        return stretches.isEmpty()
                ? null
                : Objects.requireNonNull(stretches.lastEntry()).getValue();
    }

    /** The moments of which digests tell, those included that are missing; at least one once the chain was walked. */
    List<Instant> told() {
        var told = new ArrayList<>(stretches.keySet());
        told.addAll(stretches.values());
        causes.forEach(cause -> {
            told.add(cause.from());
            told.add(cause.to());
        });
        return told;
    }

    /** Whether all of a period is covered. */
    boolean covers(Instant from, Instant to) {
        Map.Entry<Instant, Instant> stretch = stretches.floorEntry(from);
        return stretch != null && !stretch.getValue().isBefore(to);
    }

    /** What of a period is not covered, oldest first. */
    List<Gap> gaps(Instant from, Instant to) {
        var gaps = new ArrayList<Gap>();
        Instant at = from;
        for (Map.Entry<Instant, Instant> stretch : stretches.entrySet()) {
            if (stretch.getKey().isAfter(at) && at.isBefore(to)) {
                gaps.add(gap(at, earlier(stretch.getKey(), to)));
            }
            at = later(at, stretch.getValue());
        }
        if (at.isBefore(to)) {
            gaps.add(gap(at, to));
        }
        return gaps;
    }

    private Gap gap(Instant from, Instant to) {
        long hours = Math.ceilDiv(Duration.between(from, to).toSeconds(), HOUR);
        String why = causes.stream()
                .filter(cause -> cause.from().isBefore(to) && cause.to().isAfter(from))
                .map(Cause::why)
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .orElseGet(() -> end(from, to));
        return new Gap(from, to, hours, why);
    }

    private String end(Instant from, Instant to) {
        Instant first = first();
        if (first == null) {
            return "no digest covers it";
        }
        if (!first.isBefore(to)) {
            return "it lies before the oldest digest that was found";
        }
        return "it lies after the newest digest that was found: newer ones were deleted or not copied, or the trail was"
                + " stopped";
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
