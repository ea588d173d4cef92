package io.outflow.gaps.internal;

import io.outflow.gaps.LinkedUse;
import io.outflow.usage.Subject;
import io.outflow.usage.UsageTallies;
import io.outflow.usage.UsageTallies.Cuts;
import io.outflow.vendors.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;

/** Counts by product, application and day, from the columns. */
@Service
@ConditionalOnWebApplication
class LinkedUseAnswers implements LinkedUse {
    /** Beyond so many days the last day takes what is left, so that nobody asks for millions of stretches. */
    private static final int MOST_DAYS = 1200;

    private final Register register;
    private final UsageTallies tallies;

    LinkedUseAnswers(Register register, UsageTallies tallies) {
        this.register = register;
        this.tallies = tallies;
    }

    @Override
    public Picture seen(Instant from, Instant to) {
        var moment = tallies.now();
        var links = Links.of(register.now());
        var first =
                moment.span().map(span -> span.from()).filter(from::isBefore).orElse(from);
        var days = days(first, to);
        var linked = new HashMap<Integer, Linked>();
        var tallied = moment.count(from, to, subject -> {
            linked.put(subject.id(), links.of(subject));
            return days;
        });
        var products = new HashMap<UUID, SeenCount>();
        var applications = new HashMap<UUID, SeenCount>();
        var unregistered = new HashMap<String, List<Cell>>();
        for (var tally : tallied) {
            var subject = moment.subject(tally.subject());
            var cell = new Cell(
                    subject,
                    moment.decision(tally.subject()),
                    moment.declared(tally.subject()),
                    linked.getOrDefault(subject.id(), new Linked(null, null)),
                    days.start(tally.stretch(), from),
                    tally);
            var product = cell.product();
            var application = cell.linked().application();
            if (product == null) {
                unregistered
                        .computeIfAbsent(key(subject), _ -> new ArrayList<>())
                        .add(cell);
            } else {
                products.computeIfAbsent(product, SeenCount::new).add(cell, application == null);
            }
            if (application != null) {
                applications.computeIfAbsent(application, SeenCount::new).add(cell, false);
            }
        }
        return new Picture(from, to, seen(products), seen(applications), unregistered(unregistered), links.visible());
    }

    private static String key(Subject subject) {
        return RegistrationCheck.object(subject.channel(), subject.model().name());
    }

    private static Cuts days(Instant from, Instant to) {
        var cuts = new ArrayList<Instant>();
        var day = LocalDate.ofInstant(from, ZoneOffset.UTC).plusDays(1);
        for (var number = 0; number < MOST_DAYS; number++, day = day.plusDays(1)) {
            var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!start.isBefore(to)) {
                break;
            }
            cuts.add(start);
        }
        return new Cuts(cuts);
    }

    private static Map<UUID, Seen> seen(Map<UUID, SeenCount> counts) {
        return counts.values().stream().map(SeenCount::seen).collect(Collectors.toMap(Seen::id, one -> one));
    }

    private static List<Unregistered> unregistered(Map<String, List<Cell>> byModel) {
        return byModel.values().stream()
                .map(cells -> {
                    var subject = cells.getFirst().subject();
                    return new Unregistered(
                            subject.channel(),
                            subject.model().name(),
                            subject.model().provider(),
                            Scene.calls(cells.stream().filter(Cell::use).toList()),
                            Scene.calls(cells.stream().filter(Cell::denied).toList()),
                            (int) cells.stream()
                                    .map(cell -> cell.subject().caller().id())
                                    .distinct()
                                    .count(),
                            cells.stream()
                                    .map(cell -> cell.tally().first())
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow(),
                            cells.stream()
                                    .map(cell -> cell.tally().last())
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow());
                })
                .sorted(Comparator.comparing(Unregistered::calls)
                        .reversed()
                        .thenComparing(Unregistered::model)
                        .thenComparing(Unregistered::channel))
                .toList();
    }
}
