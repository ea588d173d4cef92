package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.Severity;
import io.outflow.gaps.internal.OffTimes.Off;
import io.outflow.gaps.internal.OffTimes.Place;
import io.outflow.gaps.internal.OffTimes.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Stretches in which logging was off or narrowed, or after a guardrail was deleted, with the calls that were seen
 * nevertheless. What was not logged cannot be seen, so few calls prove nothing. Records of changes tell of them, and answers of
 * AWS where no record does; what AWS may not be asked tells nothing.
 *
 * <p>How much it matters follows use: where other logs of each day show that nobody called a model from the account and Region,
 * it is a note only. A trail that is off leaves nothing to show that, nor does a day without any log.
 */
final class LoggingCheck implements Check {

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
        var all = OffTimes.of(scene);
        var bySite = scene.cells().stream().collect(Collectors.groupingBy(Site::of));
        all.forEach((place, offs) -> {
            var within = offs.stream()
                    .filter(off -> off.from().isBefore(scene.to())
                            && (off.until() == null || off.until().isAfter(scene.from())))
                    .toList();
            if (!within.isEmpty()) {
                var cells = bySite.getOrDefault(place.site(), List.of()).stream()
                        .filter(place::concerns)
                        .toList();
                finding(scene, rule, place, within, cells).ifPresent(found::add);
            }
        });
        return found;
    }

    /** @param cells all that was seen there */
    private static Optional<Finding> finding(Scene scene, GapRule rule, Place place, List<Off> offs, List<Cell> cells) {
        var pile = new Pile();
        for (var off : offs) {
            var stretch = new Stretch(
                    off.from().isBefore(scene.from()) ? scene.from() : off.from(),
                    off.last() || off.until() == null || off.until().isAfter(scene.to()) ? null : off.until(),
                    place.what().words() + (off.answered() ? ", as AWS answered" : ""));
            pile.hold(stretch);
            cells.stream()
                    .filter(cell -> cell.use() && off.holds(cell.from()))
                    .forEach(cell -> pile.add(cell, stretch));
        }
        if (pile.calls() < rule.threshold()) {
            return Optional.empty();
        }
        var last = offs.getLast();
        var unused = cells.isEmpty() && loggedOtherwise(scene, place, offs);
        return Optional.of(pile.finding(
                new GapKey(GapKind.LOGGING, null, place.object()),
                unused ? rule.with(rule.enabled(), rule.threshold(), Severity.NOTE) : rule,
                scene,
                new Pile.Words(
                        pile.calls() == 0 ? Certainty.CANNOT_TELL : Certainty.CONTRADICTED,
                        pile.calls(),
                        pile.calls(),
                        "%s seen %s in account %s, %s."
                                .formatted(
                                        pile.calls() == 1 ? "call was" : "calls were",
                                        place.what().when(),
                                        place.account(),
                                        place.region()),
                        "%s, the last since %s%s.%s %s"
                                .formatted(
                                        Formats.count(offs.size(), "stretch", "stretches"),
                                        Formats.second(last.from()),
                                        last.last() || last.until() == null
                                                ? ""
                                                : " until " + Formats.second(last.until()),
                                        answered(offs),
                                        unused
                                                ? "Other logs of all these days show no call there, so it is a note only."
                                                : "What was not logged cannot be seen."),
                        List.of(),
                        offs.getFirst().from(),
                        last.until() == null ? last.from() : last.until())));
    }

    /** Whether each of the days is known to have been logged otherwise. */
    private static boolean loggedOtherwise(Scene scene, Place place, List<Off> offs) {
        return place.what().leavesOtherLogs()
                && offs.stream()
                        .allMatch(off -> LoggedDays.all(
                                scene,
                                place.account(),
                                place.region(),
                                place.what()::concerns,
                                off.from(),
                                off.until() == null ? scene.to() : off.until()));
    }

    private static String answered(List<Off> offs) {
        var alone = offs.stream().filter(Off::answered).toList();
        return alone.isEmpty()
                ? ""
                : " AWS answered that it was so from %s until %s, and no record tells of it."
                        .formatted(
                                Formats.second(alone.getFirst().from()),
                                Formats.second(
                                        Objects.requireNonNull(alone.getLast().until())));
    }
}
