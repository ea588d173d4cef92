package io.outflow.gaps.internal;

import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Calls that are declared or tagged with one class of data, while a higher one was found in their text. */
final class ContradictionCheck implements Check {

    private record Pair(String declared, String found) {
        String text() {
            return declared + " " + found;
        }
    }

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        scene.usesByProduct().forEach((product, cells) -> {
            var terms = scene.terms().get(product);
            if (terms == null) {
                return;
            }
            var piles = new TreeMap<Pair, Pile>(Comparator.comparing(Pair::text));
            for (var cell : cells) {
                var declared = cell.declared().dataClass();
                if (declared != null && cell.foundMore()) {
                    piles.computeIfAbsent(new Pair(declared, cell.dataClass()), _ -> new Pile())
                            .add(cell);
                }
            }
            piles.forEach((pair, pile) -> {
                if (pile.calls() >= Math.max(1, rule.threshold())) {
                    found.add(pile.finding(
                            new GapKey(GapKind.CONTRADICTION, product, pair.text()),
                            rule,
                            scene,
                            new Pile.Words(
                                    Certainty.CONTRADICTED,
                                    pile.calls(),
                                    Scene.calls(cells),
                                    "%s of %s declared %s held %s data in the text."
                                            .formatted(
                                                    pile.calls() == 1 ? "call" : "calls",
                                                    terms.name(),
                                                    scene.className(pair.declared()),
                                                    scene.className(pair.found())),
                                    "Found by detectors in invocation logs; the text itself is not kept.",
                                    Rests.on(scene, terms.product()))));
                }
            });
        });
        return found;
    }
}
