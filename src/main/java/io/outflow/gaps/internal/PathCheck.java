package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls with API keys (bearer tokens), which anybody may hold, and more calls than allowed that did not come through a VPC
 * endpoint of a product for which the register says private networking.
 */
final class PathCheck implements Check {
    static final String API_KEY = "API_KEY";
    static final String NO_ENDPOINT = "NO_ENDPOINT";

    private static final Set<ControlState> PRIVATE = Set.of(ControlState.CONFIGURED, ControlState.VERIFIED);

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        scene.usesByProduct().forEach((product, cells) -> {
            var terms = scene.terms().get(product);
            if (terms != null) {
                keys(scene, rule, terms, cells).ifPresent(found::add);
                privateNetworking(terms)
                        .flatMap(control -> open(scene, rule, terms, control, cells))
                        .ifPresent(found::add);
            }
        });
        return found;
    }

    private static Optional<Finding> keys(Scene scene, GapRule rule, Terms terms, List<Cell> cells) {
        var pile = new Pile();
        cells.stream().filter(cell -> cell.subject().apiKey()).forEach(pile::add);
        if (pile.calls() == 0) {
            return Optional.empty();
        }
        return Optional.of(pile.finding(
                new GapKey(GapKind.ACCESS_PATH, terms.id(), API_KEY),
                rule,
                scene,
                new Pile.Words(
                        Certainty.CONTRADICTED,
                        pile.calls(),
                        Scene.calls(cells),
                        "%s of %s used an API key.".formatted(pile.calls() == 1 ? "call" : "calls", terms.name()),
                        Formats.count(pile.callers(), "caller", "callers") + ".",
                        Rests.on(scene, terms.product()))));
    }

    private static Optional<Entry<Control>> privateNetworking(Terms terms) {
        return terms.controls().stream()
                .filter(entry -> entry.content().type() == ControlType.PRIVATE_NETWORKING
                        && PRIVATE.contains(entry.content().state()))
                .findFirst();
    }

    private static Optional<Finding> open(
            Scene scene, GapRule rule, Terms terms, Entry<Control> control, List<Cell> cells) {
        var pile = new Pile();
        cells.stream().filter(cell -> !cell.subject().viaVpcEndpoint()).forEach(pile::add);
        var all = Scene.calls(cells);
        if (pile.calls() * 100 <= all * rule.threshold()) {
            return Optional.empty();
        }
        return Optional.of(pile.finding(
                new GapKey(GapKind.ACCESS_PATH, terms.id(), NO_ENDPOINT),
                rule,
                scene,
                new Pile.Words(
                        Terms.claimed(control) ? Certainty.RESTS_ON_CLAIM : Certainty.CONTRADICTED,
                        pile.calls(),
                        all,
                        "%s of %s did not come through a VPC endpoint, as is agreed."
                                .formatted(pile.calls() == 1 ? "call" : "calls", terms.name()),
                        "%s of %s; at most %d %% are allowed."
                                .formatted(
                                        Formats.percent(pile.calls(), all),
                                        Formats.count(all, "call", "calls"),
                                        rule.threshold()),
                        Rests.on(scene, control))));
    }
}
