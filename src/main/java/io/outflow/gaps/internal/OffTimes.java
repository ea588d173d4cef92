package io.outflow.gaps.internal;

import io.outflow.posture.Spell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When logging, trails and guardrails were off. Records of changes tell it first; what AWS answered when it was asked counts where no
 * record tells.
 */
final class OffTimes {
    private OffTimes() {}

    /** One thing in one place. */
    record Place(Switched what, String account, String region, String target) {
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
    record Site(String account, String region) {
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
    record Off(Instant from, @Nullable Instant until, boolean answered, boolean last) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }

    /** All of them, by their place and in order, whichever period the scene is of. */
    static Map<Place, List<Off>> of(Scene scene) {
        var all = byRecords(scene);
        answered(scene, all);
        return all;
    }

    /** By what records of changes tell; an answer of AWS that it is on ends what they left open. */
    private static Map<Place, List<Off>> byRecords(Scene scene) {
        var stretches = new LinkedHashMap<Place, List<Off>>();
        Stream.concat(
                        scene.changes().stream().flatMap(change -> turns(change).stream()),
                        scene.spells().stream().flatMap(OffTimes::turns))
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
}
