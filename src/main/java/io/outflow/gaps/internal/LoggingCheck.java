package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.Severity;
import io.outflow.posture.Spell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stretches in which logging was off or narrowed, or after a guardrail was deleted, with the calls that were seen
 * nevertheless. What was not logged cannot be seen, so few calls prove nothing. Records of changes tell of them, and answers of
 * AWS where no record does; what AWS may not be asked tells nothing.
 *
 * <p>How much it matters follows use: where other logs of each day show that nobody called a model from the account and Region,
 * it is a note only. A trail that is off leaves nothing to show that, nor does a day without any log.
 */
final class LoggingCheck implements Check {

    /** One thing in one place. */
    private record Place(Switched what, String account, String region, String target) {
        String object() {
            return target.isEmpty()
                    ? "%s %s %s".formatted(what, account, region)
                    : "%s %s %s %s".formatted(what, account, region, target);
        }

        Site site() {
            return new Site(account, region);
        }

        boolean concerns(Cell cell) {
            return what.concerns(cell.subject().channel());
        }
    }

    /** An account in a Region. */
    private record Site(String account, String region) {
        static Site of(Cell cell) {
            return new Site(cell.subject().account(), cell.subject().sourceRegion());
        }
    }

    /**
     * When it was off.
     *
     * @param until up to which calls are counted; nothing while it goes on by records
     * @param answered whether only AWS's answers tell so, and no record of a change does
     * @param last whether that is what AWS answered last, so that nothing tells of an end
     */
    private record Off(Instant from, @Nullable Instant until, boolean answered, boolean last) {
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
        var all = stretches(scene);
        answered(scene, all);
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

    /** By what records of changes tell; an answer of AWS that it is on ends what they left open. */
    private static Map<Place, List<Off>> stretches(Scene scene) {
        var stretches = new LinkedHashMap<Place, List<Off>>();
        Stream.concat(
                        scene.changes().stream().flatMap(change -> turns(change).stream()),
                        scene.spells().stream().flatMap(LoggingCheck::turns))
                .sorted(Comparator.comparing(Turn::at))
                .forEach(turn -> {
                    var offs = stretches.computeIfAbsent(turn.place(), _ -> new ArrayList<>());
                    var open = !offs.isEmpty() && offs.getLast().until() == null;
                    if (turn.off() && !open) {
                        offs.add(new Off(turn.at(), null, false, false));
                    } else if (!turn.off() && open) {
                        offs.add(new Off(offs.removeLast().from(), turn.at(), false, false));
                    }
                });
        return stretches;
    }

    private record Turn(Instant at, Place place, boolean off) {}

    private static Stream<Turn> turns(Spell spell) {
        return spell.what() instanceof Spell.InvocationLogging(boolean on) && on
                ? Stream.of(spell.from(), spell.until())
                        .map(at -> new Turn(at, place(Switched.INVOCATION_LOGGING, spell), false))
                : Stream.empty();
    }

    private static Place place(Switched what, Spell spell) {
        return new Place(what, spell.account(), spell.region(), "");
    }

    /** Adds what AWS answered to be off where no record of a change tells so. */
    private static void answered(Scene scene, Map<Place, List<Off>> all) {
        var byRecords = new LinkedHashMap<Place, List<Off>>();
        all.forEach((place, offs) -> byRecords.put(place, List.copyOf(offs)));
        for (var spell : scene.spells()) {
            switch (spell.what()) {
                case Spell.InvocationLogging(boolean on)
                when !on -> {
                    var place = place(Switched.INVOCATION_LOGGING, spell);
                    var known = untilSwitchedOn(spell, spell.from(), place::equals, scene.changes());
                    add(all, place, beyond(known, List.of(byRecords.getOrDefault(place, List.of()))));
                }
                case Spell.NothingRecorded(List<String> trails) -> {
                    var known =
                            untilSwitchedOn(spell, spell.until(), place -> isOfTrail(place, spell), scene.changes());
                    add(all, place(Switched.NO_TRAIL, spell), beyond(known, told(spell, trails, byRecords)));
                }
                default -> {}
            }
        }
    }

    /** What AWS answered goes on until a record tells that it was switched on; when it went off again is not known. */
    private static Spell untilSwitchedOn(
            Spell spell, Instant after, Predicate<Place> wanted, List<SettingChange> changes) {
        return changes.stream()
                .flatMap(change -> turns(change).stream())
                .filter(turn -> !turn.off() && turn.at().isAfter(after) && wanted.test(turn.place()))
                .findFirst()
                .map(turn -> spell.endingAt(turn.at()))
                .orElse(spell);
    }

    private static void add(Map<Place, List<Off>> all, Place place, List<Off> found) {
        if (!found.isEmpty()) {
            var offs = all.computeIfAbsent(place, _ -> new ArrayList<>());
            offs.addAll(found);
            offs.sort(Comparator.comparing(Off::from));
        }
    }

    /** For each trail, when by records it was off or narrowed; without any trail, for what was there in the Region before. */
    private static List<List<Off>> told(Spell spell, List<String> trails, Map<Place, List<Off>> byRecords) {
        return trails.isEmpty()
                ? List.of(offs(
                        byRecords,
                        place -> isOfTrail(place, spell) && place.region().equals(spell.region())))
                : trails.stream()
                        .map(trail -> offs(
                                byRecords,
                                place -> isOfTrail(place, spell)
                                        && place.target().equals(trail)))
                        .toList();
    }

    private static boolean isOfTrail(Place place, Spell spell) {
        return (place.what() == Switched.TRAIL || place.what() == Switched.SELECTORS)
                && place.account().equals(spell.account());
    }

    private static List<Off> offs(Map<Place, List<Off>> all, Predicate<Place> wanted) {
        return all.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** The parts of a spell in which not each of some things was off by records. */
    private static List<Off> beyond(Spell spell, List<List<Off>> things) {
        var cuts = new TreeSet<>(List.of(spell.from(), spell.until()));
        things.stream().flatMap(List::stream).forEach(off -> {
            cuts.add(off.from());
            if (off.until() != null) {
                cuts.add(off.until());
            }
        });
        var parts = new ArrayList<Off>();
        for (var from : cuts.subSet(spell.from(), spell.until())) {
            if (things.stream().allMatch(offs -> offs.stream().anyMatch(off -> off.holds(from)))) {
                continue;
            }
            var until = Objects.requireNonNull(cuts.higher(from));
            var joins = !parts.isEmpty() && from.equals(parts.getLast().until());
            parts.add(new Off(
                    joins ? parts.removeLast().from() : from,
                    until,
                    true,
                    spell.last() && until.equals(spell.until())));
        }
        return parts;
    }

    private static List<Turn> turns(SettingChange change) {
        return switch (change.operation()) {
            case "DeleteModelInvocationLoggingConfiguration" -> turn(Switched.INVOCATION_LOGGING, change, "", true);
            case "PutModelInvocationLoggingConfiguration" -> turn(Switched.INVOCATION_LOGGING, change, "", false);
            case "StopLogging", "DeleteTrail" -> turn(Switched.TRAIL, change, change.target(), true);
            case "StartLogging", "CreateTrail" -> turn(Switched.TRAIL, change, change.target(), false);
            case "PutEventSelectors" -> turn(Switched.SELECTORS, change, change.target(), change.narrows());
            case "DeleteGuardrail", "DeleteEnforcedGuardrailConfiguration" ->
                turn(Switched.GUARDRAIL, change, "", true);
            case "CreateGuardrail", "PutEnforcedGuardrailConfiguration" -> turn(Switched.GUARDRAIL, change, "", false);
            default -> List.of();
        };
    }

    private static List<Turn> turn(Switched what, SettingChange change, String target, boolean off) {
        return List.of(new Turn(change.at(), new Place(what, change.account(), change.region(), target), off));
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
