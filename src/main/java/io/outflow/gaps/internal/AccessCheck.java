package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Access to models that no product of the register stands for, granted and not taken back; and denied attempts in number. */
final class AccessCheck implements Check {
    static final String DENIED = "DENIED";
    static final String GRANTED = "GRANTED";

    private static final Set<String> GRANTS = Set.of("CreateFoundationModelAgreement", "PutFoundationModelEntitlement");
    private static final Set<String> TAKES =
            Set.of("DeleteFoundationModelAgreement", "DeleteFoundationModelEntitlement");

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        denied(scene, rule, found);
        granted(scene, rule, found);
        return found;
    }

    private static void denied(Scene scene, GapRule rule, List<Finding> found) {
        var piles = new HashMap<GapKey, Pile>();
        scene.cells().stream().filter(Cell::denied).forEach(cell -> piles.computeIfAbsent(
                        new GapKey(GapKind.ACCESS, cell.product(), DENIED), _ -> new Pile())
                .add(cell));
        piles.forEach((key, pile) -> {
            if (pile.calls() >= Math.max(1, rule.threshold())) {
                var product =
                        key.product() == null ? "models that are not registered" : scene.productName(key.product());
                found.add(pile.finding(
                        key,
                        rule,
                        scene,
                        new Pile.Words(
                                Certainty.CONTRADICTED,
                                pile.calls(),
                                pile.calls(),
                                pile.calls() == 1
                                        ? "attempt to call %s was denied: somebody tries.".formatted(product)
                                        : "attempts to call %s were denied: somebody tries.".formatted(product),
                                Formats.count(pile.callers(), "caller", "callers") + ".",
                                List.of())));
            }
        });
    }

    private static void granted(Scene scene, GapRule rule, List<Finding> found) {
        var models = new TreeMap<String, TreeMap<String, Instant>>();
        for (var change : scene.changes()) {
            var place = change.account() + " " + change.region();
            if (GRANTS.contains(change.operation()) && !change.target().isEmpty()) {
                models.computeIfAbsent(change.target(), _ -> new TreeMap<>()).putIfAbsent(place, change.at());
            } else if (TAKES.contains(change.operation())) {
                models.getOrDefault(change.target(), new TreeMap<>()).remove(place);
            }
        }
        models.forEach((model, since) -> {
            if (!since.isEmpty() && !scene.links().standsFor(model)) {
                var first = since.values().stream().min(Instant::compareTo).orElseThrow();
                var last = since.values().stream().max(Instant::compareTo).orElseThrow();
                var pile = new Pile();
                pile.hold(new Stretch(first.isBefore(scene.from()) ? scene.from() : first, null, "granted"));
                found.add(pile.finding(
                        new GapKey(GapKind.ACCESS, null, GRANTED + " " + model),
                        rule,
                        scene,
                        new Pile.Words(
                                Certainty.CONTRADICTED,
                                since.size(),
                                0,
                                "%s access to %s, which no product of the register stands for."
                                        .formatted(
                                                since.size() == 1
                                                        ? "account and Region has"
                                                        : "accounts and Regions have",
                                                model),
                                "Granted in %s.".formatted(String.join(", ", since.keySet())),
                                List.of(),
                                first,
                                last)));
            }
        });
    }
}
