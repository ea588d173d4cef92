package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.trail.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stretches in which logging was off or narrowed, or after a guardrail was deleted, with the calls that were seen
 * nevertheless. What was not logged cannot be seen, so few calls prove nothing.
 */
final class LoggingCheck implements Check {

    /** What can be off, and what calls it would have told of. */
    enum What {
        INVOCATION_LOGGING("model invocation logging was off"),
        TRAIL("the trail was off"),
        SELECTORS("the trail recorded no reads, as calls of models are"),
        GUARDRAIL("a guardrail was deleted");

        private final String words;

        What(String words) {
            this.words = words;
        }
    }

    /** One thing in one place. */
    private record Place(What what, String account, String region, String target) {
        String object() {
            return target.isEmpty()
                    ? "%s %s %s".formatted(what, account, region)
                    : "%s %s %s %s".formatted(what, account, region, target);
        }

        boolean concerns(Cell cell) {
            return cell.subject().account().equals(account)
                    && cell.subject().sourceRegion().equals(region)
                    && (what != What.INVOCATION_LOGGING || cell.subject().channel() == Channel.BEDROCK_RUNTIME);
        }
    }

    /** When it was off. */
    private record Off(Instant from, @Nullable Instant until) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }

    @Override
    public boolean turnsWith(SettingChange change) {
        return switch (change.kind()) {
            case INVOCATION_LOGGING, TRAIL, GUARDRAIL -> true;
            default -> false;
        };
    }

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        stretches(scene.changes()).forEach((place, offs) -> {
            var within = offs.stream()
                    .filter(off -> off.from().isBefore(scene.to())
                            && (off.until() == null || off.until().isAfter(scene.from())))
                    .toList();
            if (!within.isEmpty()) {
                finding(scene, rule, place, within).ifPresent(found::add);
            }
        });
        return found;
    }

    private static Map<Place, List<Off>> stretches(List<SettingChange> changes) {
        var stretches = new LinkedHashMap<Place, List<Off>>();
        for (var change : changes) {
            for (var turn : turns(change)) {
                var offs = stretches.computeIfAbsent(turn.place(), _ -> new ArrayList<>());
                var open = !offs.isEmpty() && offs.getLast().until() == null;
                if (turn.off() && !open) {
                    offs.add(new Off(change.at(), null));
                } else if (!turn.off() && open) {
                    offs.add(new Off(offs.removeLast().from(), change.at()));
                }
            }
        }
        return stretches;
    }

    private record Turn(Place place, boolean off) {}

    private static List<Turn> turns(SettingChange change) {
        return switch (change.operation()) {
            case "DeleteModelInvocationLoggingConfiguration" -> turn(What.INVOCATION_LOGGING, change, "", true);
            case "PutModelInvocationLoggingConfiguration" -> turn(What.INVOCATION_LOGGING, change, "", false);
            case "StopLogging", "DeleteTrail" -> turn(What.TRAIL, change, change.target(), true);
            case "StartLogging", "CreateTrail" -> turn(What.TRAIL, change, change.target(), false);
            case "PutEventSelectors" -> turn(What.SELECTORS, change, change.target(), change.narrows());
            case "DeleteGuardrail", "DeleteEnforcedGuardrailConfiguration" -> turn(What.GUARDRAIL, change, "", true);
            case "CreateGuardrail", "PutEnforcedGuardrailConfiguration" -> turn(What.GUARDRAIL, change, "", false);
            default -> List.of();
        };
    }

    private static List<Turn> turn(What what, SettingChange change, String target, boolean off) {
        return List.of(new Turn(new Place(what, change.account(), change.region(), target), off));
    }

    private static Optional<Finding> finding(Scene scene, GapRule rule, Place place, List<Off> offs) {
        var pile = new Pile();
        for (var off : offs) {
            var stretch = new Stretch(
                    off.from().isBefore(scene.from()) ? scene.from() : off.from(),
                    off.until() == null || off.until().isAfter(scene.to()) ? null : off.until(),
                    place.what().words);
            pile.hold(stretch);
            scene.uses(cell -> place.concerns(cell) && off.holds(cell.from())).forEach(cell -> pile.add(cell, stretch));
        }
        if (pile.calls() < rule.threshold()) {
            return Optional.empty();
        }
        var last = offs.getLast();
        return Optional.of(pile.finding(
                new GapKey(GapKind.LOGGING, null, place.object()),
                rule,
                scene,
                new Pile.Words(
                        pile.calls() == 0 ? Certainty.CANNOT_TELL : Certainty.CONTRADICTED,
                        pile.calls(),
                        pile.calls(),
                        "%s seen after %s in account %s, %s."
                                .formatted(
                                        pile.calls() == 1 ? "call was" : "calls were",
                                        place.what().words,
                                        place.account(),
                                        place.region()),
                        "%s, the last since %s%s. What was not logged cannot be seen."
                                .formatted(
                                        Formats.count(offs.size(), "stretch", "stretches"),
                                        Formats.second(last.from()),
                                        last.until() == null ? "" : " until " + Formats.second(last.until())),
                        List.of(),
                        offs.getFirst().from(),
                        last.until() == null ? last.from() : last.until())));
    }
}
