package io.outflow.posture.internal;

import io.outflow.posture.Lane;
import io.outflow.posture.internal.Finding.Kind;
import io.outflow.posture.internal.Selectors.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What records tell of one trail: what a change set holds until the next change, or until an answer of AWS says otherwise.
 */
final class TrailTimeline {
    /** A change, or what AWS answered of the trail. */
    private record Point(
            Instant time,
            @Nullable LoggingChange change,
            @Nullable TrailSetting seen) {}

    private final String arn;
    private final List<Point> points;
    private final Instant now;

    TrailTimeline(String arn, Known known) {
        this.arn = arn;
        this.now = known.now();
        var changes = known.changes().stream()
                .filter(change -> change.trail().equals(arn))
                .map(change -> new Point(change.time(), change, null));
        var seen = known.observations().stream().flatMap(one -> Known.trails(one).stream()
                .filter(trail -> trail.arn().equals(arn))
                .map(trail -> new Point(one.seenFrom(), null, trail)));
        points = Stream.concat(changes, seen)
                .sorted(Comparator.comparing(Point::time))
                .toList();
    }

    String arn() {
        return arn;
    }

    String account() {
        return part(4);
    }

    String region() {
        return part(3);
    }

    private String part(int index) {
        var parts = arn.split(":", 6);
        return parts.length == 6 ? parts[index] : "";
    }

    /** Whether it records all Regions; null where nothing tells. */
    @Nullable
    Boolean multiRegion() {
        return told("isMultiRegionTrail", TrailSetting::multiRegion);
    }

    /** Whether it records all accounts of an organisation. */
    boolean organization() {
        return Boolean.TRUE.equals(told("isOrganizationTrail", TrailSetting::organization));
    }

    private interface Flag {
        boolean of(TrailSetting trail);
    }

    private @Nullable Boolean told(String field, Flag flag) {
        @Nullable Boolean told = null;
        for (var point : points) {
            if (point.seen() != null) {
                told = flag.of(point.seen());
            } else if (point.change() != null) {
                var found = Answers.flag(point.change().request(), field);
                // CloudTrail makes a trail for one Region and account unless it is told otherwise.
                told = found.orElse(point.change().operation().equals("CreateTrail") ? Boolean.FALSE : told);
            }
        }
        return told;
    }

    /** What its changes mean for a channel. */
    List<Finding> findings(Lane lane) {
        var walk = new Walk(lane);
        for (var point : points) {
            walk.until(point.time());
            walk.take(point);
        }
        walk.until(now);
        return walk.found;
    }

    /** Goes through the points and holds what is set. What an answer of AWS set has no cause here: the answer tells of it itself. */
    private static final class Walk {
        private final Lane lane;
        private final List<Finding> found = new ArrayList<>();
        private Instant since = Instant.MIN;
        private @Nullable Boolean logging;
        private @Nullable LoggingChange switched;
        private @Nullable Selectors selectors;
        private @Nullable LoggingChange selected;

        Walk(Lane lane) {
            this.lane = lane;
        }

        void take(Point point) {
            if (point.change() != null) {
                take(point.change());
            } else if (point.seen() != null) {
                take(point.seen());
            }
        }

        private void take(LoggingChange change) {
            switch (change.operation()) {
                case "StopLogging", "DeleteTrail" -> switchTo(false, change);
                case "StartLogging" -> switchTo(true, change);
                case "PutEventSelectors" -> {
                    var set = Selectors.of(change.request());
                    selectors = set.known() ? set : null;
                    selected = set.known() ? change : null;
                }
                default -> {}
            }
        }

        private void take(TrailSetting seen) {
            if (seen.logging() != null && !seen.logging().equals(logging)) {
                switchTo(seen.logging(), null);
            }
            if (seen.selectors() != null && !seen.selectors().equals(selectors)) {
                selectors = seen.selectors();
                selected = null;
            }
        }

        private void switchTo(boolean on, @Nullable LoggingChange cause) {
            logging = on;
            switched = cause;
        }

        void until(Instant time) {
            if (since.isBefore(time)) {
                tell(time);
                since = time;
            }
        }

        private void tell(Instant time) {
            if (Boolean.FALSE.equals(logging)) {
                if (switched != null) {
                    add(
                            Kind.BLIND,
                            time,
                            switched,
                            "The trail %s was %s %s."
                                    .formatted(
                                            switched.trailName(),
                                            switched.operation().equals("DeleteTrail") ? "deleted" : "stopped",
                                            switched.words()));
                }
            } else if (selectors != null && selected != null) {
                var verdict = selectors.verdict(lane);
                add(
                        verdict.records() == Records.NO ? Kind.BLIND : Kind.MAYBE,
                        time,
                        selected,
                        "The trail %s %s, as set %s."
                                .formatted(selected.trailName(), verdict.words(), selected.words()));
            } else if (Boolean.TRUE.equals(logging) && switched != null) {
                add(
                        Kind.MAYBE,
                        time,
                        switched,
                        "The trail %s was started %s; what it records is not evidenced."
                                .formatted(switched.trailName(), switched.words()));
            }
        }

        private void add(Kind kind, Instant until, LoggingChange cause, String reason) {
            found.add(new Finding(kind, since, until, reason, cause.grounds()));
        }
    }
}
