package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import java.util.ArrayList;
import java.util.List;

/** Too large a share of calls whose class of data nothing tells, or of logged calls without their record. */
final class UnknownClassCheck implements Check {
    static final String JOIN = "JOIN";

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        scene.usesByProduct().forEach((product, cells) -> {
            var terms = scene.terms().get(product);
            var pile = new Pile();
            cells.stream().filter(cell -> cell.dataClass().equals(Cell.UNKNOWN)).forEach(pile::add);
            var all = Scene.calls(cells);
            if (terms != null && pile.calls() * 100 > all * rule.threshold()) {
                found.add(pile.finding(
                        new GapKey(GapKind.UNKNOWN_CLASS, product, Cell.UNKNOWN),
                        rule,
                        scene,
                        new Pile.Words(
                                Certainty.CANNOT_TELL,
                                pile.calls(),
                                all,
                                "%s of %s carried data of which nothing tells the class."
                                        .formatted(pile.calls() == 1 ? "call" : "calls", terms.name()),
                                share(pile.calls(), all, rule),
                                Rests.on(scene, terms.product()))));
            }
        });
        joined(scene, rule, found);
        return found;
    }

    private static void joined(Scene scene, GapRule rule, List<Finding> found) {
        var logged = scene.joined().logged();
        var alone = logged - scene.joined().withRecord();
        if (alone * 100 > logged * rule.threshold()) {
            found.add(new Pile()
                    .finding(
                            new GapKey(GapKind.UNKNOWN_CLASS, null, JOIN),
                            rule,
                            scene,
                            new Pile.Words(
                                    Certainty.CANNOT_TELL,
                                    alone,
                                    logged,
                                    "%s of invocation logs found no CloudTrail record of the same request."
                                            .formatted(alone == 1 ? "call" : "calls"),
                                    share(alone, logged, rule),
                                    List.of())));
        }
    }

    private static String share(long part, long whole, GapRule rule) {
        return "%s of %s; at most %d %% are allowed."
                .formatted(Formats.percent(part, whole), Formats.count(whole, "call", "calls"), rule.threshold());
    }
}
