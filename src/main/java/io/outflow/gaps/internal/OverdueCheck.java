package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Calls after the day on which a certificate expired, a review was due or a fact had to be checked again, and was not. */
final class OverdueCheck implements Check {

    /** What can be overdue; one gap each for a product. */
    enum What {
        CERTIFICATE("a certificate had expired"),
        REVIEW("a review was overdue"),
        FACT("facts were past their check");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    /** One day that passed. */
    private record Passed(What what, Entry<?> entry, LocalDate day) {
        Instant since() {
            return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    @Override
    public List<Instant> turns(Terms terms) {
        return Stream.of(What.values())
                .flatMap(what -> all(terms, what).map(Passed::since).min(Comparator.naturalOrder()).stream())
                .toList();
    }

    private static Stream<Passed> all(Terms terms, What what) {
        return switch (what) {
            case CERTIFICATE ->
                terms.certifications().stream()
                        .filter(entry -> entry.content().held() != YesNo.NO
                                && entry.content().validUntil() != null
                                && terms.certifications().stream()
                                        .noneMatch(other -> other.content().follows(entry.content())))
                        .flatMap(entry -> passed(what, entry, entry.content().validUntil()));
            case REVIEW -> reviews(terms);
            case FACT ->
                terms.facts().stream()
                        .filter(entry -> entry.basis().confirmedAt() != null)
                        .flatMap(entry -> passed(what, entry, entry.basis().nextCheck()));
        };
    }

    private static Stream<Passed> reviews(Terms terms) {
        var last = terms.reviews().stream()
                .map(entry -> entry.content().doneOn())
                .filter(day -> day != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return Stream.concat(
                terms.reviews().stream()
                        .filter(entry -> entry.content().doneOn() == null)
                        .flatMap(entry -> passed(What.REVIEW, entry, due(entry.content()))),
                passed(What.REVIEW, terms.product(), terms.product().content().reviewDue(last)));
    }

    private static @org.jspecify.annotations.Nullable LocalDate due(Review review) {
        return review.dueOn();
    }

    private static Stream<Passed> passed(What what, Entry<?> entry, @org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? Stream.of() : Stream.of(new Passed(what, entry, day));
    }

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        scene.usesByProduct().forEach((product, cells) -> {
            var terms = scene.terms().get(product);
            if (terms != null) {
                for (var what : What.values()) {
                    var passed = all(terms, what)
                            .filter(one -> one.since().isBefore(scene.to()))
                            .sorted(Comparator.comparing(Passed::day))
                            .toList();
                    if (!passed.isEmpty()) {
                        find(scene, rule, terms, passed, cells, found);
                    }
                }
            }
        });
        return found;
    }

    private static void find(
            Scene scene, GapRule rule, Terms terms, List<Passed> passed, List<Cell> cells, List<Finding> found) {
        var first = passed.getFirst();
        var pile = new Pile();
        var since = first.since().isBefore(scene.from()) ? scene.from() : first.since();
        cells.stream()
                .filter(cell -> !cell.from().isBefore(since))
                .forEach(cell -> pile.add(cell, new Stretch(since, null, first.what().words)));
        if (pile.calls() < Math.max(1, rule.threshold())) {
            return;
        }
        found.add(pile.finding(
                new GapKey(GapKind.OVERDUE, terms.id(), first.what().name()),
                rule,
                scene,
                new Pile.Words(
                        Certainty.CONTRADICTED,
                        pile.calls(),
                        Scene.calls(cells),
                        "%s of %s ran after %s."
                                .formatted(pile.calls() == 1 ? "call" : "calls", terms.name(), first.what().words),
                        "The first day was %s: %s. %s in all."
                                .formatted(
                                        Formats.day(first.day()),
                                        first.entry().title(),
                                        Formats.count(passed.size(), "entry", "entries")),
                        Rests.on(scene, passed.stream().map(Passed::entry).toList()))));
    }
}
