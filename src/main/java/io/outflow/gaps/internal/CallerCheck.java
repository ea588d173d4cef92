package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.trail.Grade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Calls whose caller cannot be named, and calls of a registered product that belong to no application. */
final class CallerCheck implements Check {
    static final String NO_APPLICATION = "NO_APPLICATION";

    private static final Set<Grade> UNNAMED = Set.of(Grade.ROLE_ONLY, Grade.SHARED_KEY, Grade.UNKNOWN);

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var piles = new HashMap<GapKey, Pile>();
        var all = new HashMap<java.util.Optional<java.util.UUID>, Long>();
        scene.uses(_ -> true).forEach(cell -> {
            all.merge(java.util.Optional.ofNullable(cell.product()), cell.calls(), Long::sum);
            objects(cell).forEach(object -> piles.computeIfAbsent(
                            new GapKey(GapKind.CALLER, cell.product(), object), _ -> new Pile())
                    .add(cell));
        });
        var found = new ArrayList<Finding>();
        piles.forEach((key, pile) -> {
            if (pile.calls() >= Math.max(1, rule.threshold())) {
                var of = all.getOrDefault(java.util.Optional.ofNullable(key.product()), 0L);
                found.add(finding(scene, rule, key, pile, of));
            }
        });
        return found;
    }

    private static Stream<String> objects(Cell cell) {
        var grade = cell.subject().caller().grade();
        var objects = new TreeSet<String>();
        if (UNNAMED.contains(grade)) {
            objects.add(grade.name());
        }
        if (cell.product() != null && cell.linked().application() == null) {
            objects.add(NO_APPLICATION);
        }
        return objects.stream();
    }

    private static Finding finding(Scene scene, GapRule rule, GapKey key, Pile pile, long of) {
        var product = key.product() == null ? "models that are not registered" : scene.productName(key.product());
        var what = pile.calls() == 1 ? "call" : "calls";
        var callers = Formats.count(pile.callers(), "caller", "callers");
        var sentence = key.object().equals(NO_APPLICATION)
                ? "%s of %s came from callers that belong to no application.".formatted(what, product)
                : "%s of %s came from callers that cannot be named: %s."
                        .formatted(
                                what,
                                product,
                                switch (Grade.valueOf(key.object())) {
                                    case SHARED_KEY -> "shared keys";
                                    case ROLE_ONLY -> "roles without a person in the session name";
                                    default -> "the records do not say who";
                                });
        return pile.finding(
                key,
                rule,
                scene,
                new Pile.Words(
                        Certainty.CONTRADICTED,
                        pile.calls(),
                        of,
                        sentence,
                        "%s, %s of %s."
                                .formatted(
                                        callers, Formats.percent(pile.calls(), of), Formats.count(of, "call", "calls")),
                        key.product() == null
                                ? List.of()
                                : Rests.on(
                                        scene,
                                        scene.register().find(key.product()).orElse(null))));
    }
}
