package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Calls with a class of data that is not approved for their product, Region, model, caller and application at that time. What
 * nobody decided is not approved; a refusal counts before a permission. Unknown classes are looked at elsewhere.
 */
final class ClassCheck implements Check {

    @Override
    public List<Instant> turns(Terms terms) {
        return terms.approvals().stream()
                .map(Entry::content)
                .flatMap(approval -> Stream.of(approval.from(), approval.until()))
                .filter(moment -> moment != null)
                .map(java.time.ZonedDateTime::toInstant)
                .toList();
    }

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        scene.usesByProduct().forEach((product, cells) -> {
            var terms = scene.terms().get(product);
            if (terms != null) {
                var decisions = new Decisions(terms);
                var turns = turns(terms);
                var piles = new TreeMap<String, Pile>();
                for (var cell : cells) {
                    var code = cell.dataClass();
                    if (!code.equals(Cell.UNKNOWN) && !decisions.allow(cell)) {
                        var why = decisions.refuses(cell) ? "not allowed" : "not approved";
                        piles.computeIfAbsent(code, _ -> new Pile())
                                .add(cell, Stretch.around(cell.from(), turns, scene, why));
                    }
                }
                piles.forEach((code, pile) -> {
                    if (pile.calls() >= Math.max(1, rule.threshold())) {
                        found.add(finding(scene, rule, terms, cells, code, pile));
                    }
                });
            }
        });
        return found;
    }

    private static Finding finding(Scene scene, GapRule rule, Terms terms, List<Cell> cells, String code, Pile pile) {
        var name = scene.className(code);
        var above = terms.approvals().stream()
                .map(Entry::content)
                .filter(approval -> approval.decision().allows() && approval.holdsAt(scene.to()))
                .flatMap(approval -> approval.dataClasses().stream())
                .mapToInt(allowed -> rank(scene, allowed))
                .max()
                .orElse(0);
        var refused = terms.approvals().stream()
                .anyMatch(entry -> entry.content().decision() == ApprovalDecision.NOT_ALLOWED
                        && entry.content().concerns(code));
        var what = refused
                ? "a class that is not allowed for %s.".formatted(terms.name())
                : above > 0 && rank(scene, code) > above
                        ? "a class above what is approved for %s.".formatted(terms.name())
                        : "a class that is not approved for %s.".formatted(terms.name());
        return pile.finding(
                new GapKey(GapKind.DATA_CLASS, terms.id(), code),
                rule,
                scene,
                new Pile.Words(
                        Certainty.CONTRADICTED,
                        pile.calls(),
                        Scene.calls(cells),
                        "%s carried %s data, %s".formatted(pile.calls() == 1 ? "call" : "calls", name, what),
                        Formats.count(pile.callers(), "caller", "callers") + ".",
                        Rests.on(
                                scene,
                                terms.approvals().stream()
                                        .filter(entry -> entry.content().concerns(code))
                                        .toList())));
    }

    private static int rank(Scene scene, String code) {
        var known = scene.classes().get(code);
        return known == null ? 0 : known.rank();
    }

    /** The approvals of a product, compiled. */
    private static final class Decisions {
        private final List<Compiled> all;

        Decisions(Terms terms) {
            all = terms.approvals().stream()
                    .map(Entry::content)
                    .map(Compiled::of)
                    .toList();
        }

        boolean allow(Cell cell) {
            return !refuses(cell)
                    && all.stream().anyMatch(one -> one.approval().decision().allows() && one.concerns(cell));
        }

        boolean refuses(Cell cell) {
            return all.stream()
                    .anyMatch(one -> one.approval().decision() == ApprovalDecision.NOT_ALLOWED && one.concerns(cell));
        }
    }

    private record Compiled(Approval approval, Wildcards regions, Wildcards models, Wildcards callers) {

        static Compiled of(Approval approval) {
            return new Compiled(
                    approval,
                    Wildcards.of(approval.regions()),
                    Wildcards.of(approval.models()),
                    Wildcards.of(approval.callers()));
        }

        boolean concerns(Cell cell) {
            var subject = cell.subject();
            var caller = subject.caller();
            return approval.holdsAt(cell.from())
                    && approval.concerns(cell.dataClass())
                    && (approval.application() == null
                            || approval.application().equals(cell.linked().application()))
                    && regions.fit(subject.sourceRegion())
                    && models.fit(subject.model().name(), subject.model().id())
                    && callers.fit(caller.id(), caller.name(), caller.role());
        }
    }
}
