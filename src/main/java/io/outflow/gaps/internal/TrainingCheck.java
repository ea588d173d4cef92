package io.outflow.gaps.internal;

import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sensitive calls while training on them was chosen, or while an opt-out has no evidence or evidence that is past its day, or
 * while nothing tells. An opt-out holds from the day it was proved on.
 */
final class TrainingCheck implements Check {

    /** Why training is not excluded, and how sure that is. */
    private record Doubt(String why, Certainty certainty) {}

    @Override
    public List<Instant> turns(Terms terms) {
        var training = terms.training();
        var again = training == null ? null : training.content().proveAgainBy();
        return again == null ? List.of() : List.of(dayAfter(again));
    }

    private static Instant dayAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        scene.usesByProduct().forEach((product, cells) -> {
            var terms = scene.terms().get(product);
            if (terms == null) {
                return;
            }
            var pile = new Pile();
            var certainty = Certainty.CANNOT_TELL;
            for (var cell : cells) {
                var doubt = Sensitive.CLASSES.contains(cell.dataClass())
                        ? doubt(terms.training(), cell.from()).orElse(null)
                        : null;
                if (doubt != null) {
                    pile.add(cell, Stretch.around(cell.from(), turns(terms), scene, doubt.why()));
                    certainty = doubt.certainty().ordinal() < certainty.ordinal() ? doubt.certainty() : certainty;
                }
            }
            if (pile.calls() >= Math.max(1, rule.threshold())) {
                found.add(finding(scene, rule, terms, cells, pile, certainty));
            }
        });
        return found;
    }

    private static Optional<Doubt> doubt(@Nullable Entry<Training> entry, Instant at) {
        if (entry == null) {
            return Optional.of(new Doubt("nothing recorded", Certainty.CANNOT_TELL));
        }
        var training = entry.content();
        return switch (training.choice()) {
            case OPTED_IN -> Optional.of(new Doubt("opted in", Certainty.CONTRADICTED));
            case NOT_APPLICABLE -> claim(entry, "not applicable, as is claimed");
            case OPTED_OUT -> {
                if (!training.optOutProved()) {
                    yield Optional.of(new Doubt("opted out without evidence", Certainty.CONTRADICTED));
                }
                var again = training.proveAgainBy();
                yield again != null && !at.isBefore(dayAfter(again))
                        ? Optional.of(new Doubt("evidence of the opt-out is past its day", Certainty.CONTRADICTED))
                        : Optional.empty();
            }
            case NOT_DECIDED ->
                switch (training.byDefault()) {
                    case NOT_USED -> claim(entry, "not used for training, as is claimed");
                    case USED, USER_CHOICE, DEPENDS ->
                        Optional.of(new Doubt("no choice was made", Certainty.CONTRADICTED));
                    case UNKNOWN -> Optional.of(new Doubt("nothing recorded", Certainty.CANNOT_TELL));
                };
        };
    }

    private static Optional<Doubt> claim(Entry<Training> entry, String why) {
        return Terms.claimed(entry) ? Optional.of(new Doubt(why, Certainty.RESTS_ON_CLAIM)) : Optional.empty();
    }

    private static Finding finding(
            Scene scene, GapRule rule, Terms terms, List<Cell> cells, Pile pile, Certainty certainty) {
        var training = terms.training();
        var what = pile.calls() == 1 ? "sensitive call" : "sensitive calls";
        var ending =
                switch (certainty) {
                    case CONTRADICTED ->
                        training != null && training.content().choice() == TrainingChoice.OPTED_IN
                                ? "while training on them was chosen."
                                : training != null && training.content().choice() == TrainingChoice.OPTED_OUT
                                        ? "and nothing proves that training was opted out."
                                        : "and nobody chose against training on them.";
                    case RESTS_ON_CLAIM -> "and that they are not trained on rests on a claim.";
                    case CANNOT_TELL -> "and nothing tells whether they are trained on.";
                };
        var byDefault =
                training == null ? TrainingUse.UNKNOWN : training.content().byDefault();
        var classes = Sensitive.CLASSES.stream()
                .filter(code -> pile.ofClass(code) > 0)
                .sorted()
                .map(scene::className)
                .collect(Collectors.joining(", "));
        return pile.finding(
                new GapKey(GapKind.TRAINING, terms.id(), ""),
                rule,
                scene,
                new Pile.Words(
                        certainty,
                        pile.calls(),
                        Scene.calls(cells),
                        "%s went to %s, %s".formatted(what, terms.name(), ending),
                        "Classes: %s. By default: %s.".formatted(classes, byDefault.label()),
                        Rests.on(scene, training)));
    }
}
