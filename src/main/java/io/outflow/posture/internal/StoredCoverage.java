package io.outflow.posture.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.Lane;
import io.outflow.posture.Observation;
import io.outflow.posture.Question;
import io.outflow.usage.LoggingEvidence;
import io.outflow.usage.Usage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;

/** Gathers what is known of logging and lets the rules decide. */
@Service
@ConditionalOnWebApplication
@Requires(Action.READ_USAGE)
class StoredCoverage implements Coverage {
    private final Usage usage;
    private final LoggingEvidence evidence;
    private final ObservationRows rows;
    private final Clock clock;

    StoredCoverage(Usage usage, LoggingEvidence evidence, ObservationRows rows, Clock clock) {
        this.usage = usage;
        this.evidence = evidence;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public CoverageMap coverage(Instant from, Instant to) {
        var now = clock.instant();
        var first = day(from);
        // A period that ends at midnight does not touch the day that begins then.
        var last = to.isAfter(from) ? day(to.minusNanos(1)) : first.minusDays(1);
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new IllegalArgumentException("Coverage is told of at most %d days at once.".formatted(MOST_DAYS));
        }
        var end = last.isAfter(day(now)) ? day(now) : last;
        return CoverageRules.map(
                new Known(
                        read(first, end, now),
                        evidence.changes(now).stream().map(LoggingChange::of).toList(),
                        observations(now),
                        now),
                first,
                last);
    }

    /** Every place that was ever evidenced is in it, so that none disappears when it goes blind. */
    private Map<Place, Set<LocalDate>> read(LocalDate first, LocalDate last, Instant now) {
        var read = new HashMap<Place, Set<LocalDate>>();
        for (var cell : usage.coverage(Instant.EPOCH, now).cells()) {
            read.put(new Place(cell.account(), cell.region(), Lane.of(cell.channel())), cell.days());
        }
        evidence.loggedDays(first, last).forEach(one -> read.computeIfAbsent(
                        new Place(one.account(), one.region(), Lane.INVOCATION_LOG), _ -> new HashSet<>())
                .add(one.day()));
        return read;
    }

    private List<Observation> observations(Instant now) {
        return Stream.of(Question.TRAILS, Question.INVOCATION_LOGGING)
                .flatMap(question -> rows.of(question, now.plusSeconds(1)).stream())
                .sorted(Comparator.comparing(Observation::seenFrom).thenComparing(Observation::id))
                .toList();
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
