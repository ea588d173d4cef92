package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.vendors.AgreedTerm;
import io.outflow.vendors.AgreedTerm.State;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Regime;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Calls while the DPA, or the BAA for health data, was not in force: to the instant at which each agreement begins and ends. */
final class AgreementCheck implements Check {
    private static final Set<State> FINE = Set.of(State.IN_FORCE, State.NOT_NEEDED);

    @Override
    public List<Instant> turns(Terms terms) {
        return Stream.of(AgreementType.DPA, AgreementType.BAA)
                .flatMap(type -> turns(terms, type).stream())
                .toList();
    }

    private static List<Instant> turns(Terms terms, AgreementType type) {
        return terms.agreements().stream()
                .map(entry -> entry.content())
                .filter(agreement -> agreement.type() == type)
                .flatMap(AgreementCheck::ends)
                .toList();
    }

    private static Stream<Instant> ends(Agreement agreement) {
        return Stream.of(Optional.ofNullable(agreement.inForceFrom()), Optional.ofNullable(agreement.inForceUntil()))
                .flatMap(Optional::stream)
                .map(java.time.ZonedDateTime::toInstant);
    }

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        scene.usesByProduct().forEach((product, cells) -> {
            var terms = scene.terms().get(product);
            if (terms != null) {
                find(scene, rule, terms, AgreementType.DPA, cells).ifPresent(found::add);
                if (needsBaa(terms)) {
                    var health = cells.stream()
                            .filter(cell -> cell.dataClass().equals(Sensitive.HEALTH))
                            .toList();
                    find(scene, rule, terms, AgreementType.BAA, health).ifPresent(found::add);
                }
            }
        });
        return found;
    }

    /** Until the register says that HIPAA does not apply to the product, health data needs a BAA (45 CFR 164.504(e)). */
    private static boolean needsBaa(Terms terms) {
        return terms.obligations().stream()
                .map(entry -> entry.content())
                .noneMatch(duty -> duty.regime() == Regime.HIPAA && duty.applies() == YesNo.NO);
    }

    private static Optional<Finding> find(
            Scene scene, GapRule rule, Terms terms, AgreementType type, List<Cell> cells) {
        var turns = turns(terms, type);
        var states = new HashMap<Instant, State>();
        var pile = new Pile();
        var claimed = 0L;
        var undated = 0L;
        for (var cell : cells) {
            var state = states.computeIfAbsent(cell.from(), at -> AgreedTerm.of(type, terms.agreements(), at)
                    .state());
            if (FINE.contains(state)) {
                continue;
            }
            pile.add(
                    cell,
                    Stretch.around(cell.from(), turns, scene, state.label().toLowerCase(Locale.ROOT)));
            claimed += state == State.CLAIMED ? cell.calls() : 0;
            undated += state == State.UNDATED ? cell.calls() : 0;
        }
        if (pile.calls() < Math.max(1, rule.threshold())) {
            return Optional.empty();
        }
        var certainty = claimed == pile.calls()
                ? Certainty.RESTS_ON_CLAIM
                : claimed + undated == pile.calls() ? Certainty.CANNOT_TELL : Certainty.CONTRADICTED;
        return Optional.of(pile.finding(
                new GapKey(GapKind.AGREEMENT, terms.id(), type.name()),
                rule,
                scene,
                new Pile.Words(
                        certainty,
                        pile.calls(),
                        Scene.calls(cells),
                        sentence(certainty, type, terms.name(), pile.calls()),
                        detail(pile, claimed, undated),
                        Rests.on(
                                scene,
                                terms.agreements().stream()
                                        .filter(entry -> entry.content().type() == type)
                                        .toList()))));
    }

    private static String sentence(Certainty certainty, AgreementType type, String product, long calls) {
        var what = calls == 1 ? "call" : "calls";
        return switch (certainty) {
            case CONTRADICTED -> "%s ran while no %s was in force for %s.".formatted(what, type.label(), product);
            case RESTS_ON_CLAIM ->
                "%s of %s ran under a %s that rests on a claim: nobody confirmed it."
                        .formatted(what, product, type.label());
            case CANNOT_TELL ->
                "%s of %s ran under a %s of which nobody can say since when it is in force."
                        .formatted(what, product, type.label());
        };
    }

    private static String detail(Pile pile, long claimed, long undated) {
        var parts = new ArrayList<String>();
        parts.add(Formats.count(pile.callers(), "caller", "callers"));
        var personal = Sensitive.CLASSES.stream().mapToLong(pile::ofClass).sum();
        if (personal > 0) {
            parts.add(Formats.count(personal, "call", "calls") + " carried personal or other sensitive data");
        }
        if (claimed > 0 && claimed < pile.calls()) {
            parts.add(Formats.count(claimed, "call", "calls") + " under an agreement that is only claimed");
        }
        if (undated > 0 && undated < pile.calls()) {
            parts.add(Formats.count(undated, "call", "calls") + " under an agreement without a start");
        }
        return String.join("; ", parts) + ".";
    }
}
