package io.outflow.gaps.internal;

import io.outflow.posture.Spell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The mode of data retention of each account and Region over time. A change holds until the next evidence. An answer of AWS that
 * differs from it holds while AWS answers so, and after that nothing is known until the next evidence: somebody changed the
 * mode unseen, and may have done it again.
 */
final class RetentionModes {
    private static final String DEFAULT = "default";
    private static final Mode UNKNOWN = new Mode("", null);

    private final Map<String, TreeMap<Instant, Mode>> modes = new HashMap<>();

    /** @param answered the answer that it rests on alone; nothing where a change set it */
    record Mode(String name, @Nullable Spell answered) {}

    /** What was learned at one instant: a change, or an answer that begins or ends. */
    private record Step(Instant at, int order, Mode mode) {
        static final int END = 0;
        static final int CHANGE = 1;
        static final int BEGIN = 2;
    }

    RetentionModes(Scene scene, Predicate<SettingChange> wanted) {
        var steps = new HashMap<String, List<Step>>();
        scene.changes().stream().filter(wanted).forEach(change -> steps(steps, change.account(), change.region())
                .add(new Step(change.at(), Step.CHANGE, new Mode(set(change), null))));
        for (var spell : scene.spells()) {
            if (spell.what() instanceof Spell.RetentionMode(String name)) {
                var mode = new Mode(name, spell);
                var own = steps(steps, spell.account(), spell.region());
                own.add(new Step(spell.from(), Step.BEGIN, mode));
                own.add(new Step(spell.until(), Step.END, mode));
            }
        }
        steps.forEach((place, own) -> modes.put(place, walk(own)));
    }

    static String place(String account, String region) {
        return account + " " + region;
    }

    private static List<Step> steps(Map<String, List<Step>> steps, String account, String region) {
        return steps.computeIfAbsent(place(account, region), _ -> new ArrayList<>());
    }

    private static String set(SettingChange change) {
        return change.operation().startsWith("Delete")
                ? DEFAULT
                : change.mode().isEmpty() ? "not named" : change.mode();
    }

    private static TreeMap<Instant, Mode> walk(List<Step> steps) {
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::order));
        var modes = new TreeMap<Instant, Mode>();
        var current = UNKNOWN;
        for (var step : steps) {
            var mode = step.mode();
            var next =
                    switch (step.order()) {
                        case Step.CHANGE -> mode;
                        case Step.BEGIN -> current.name().equals(mode.name()) ? current : mode;
                        default -> mode.equals(current) ? UNKNOWN : current;
                    };
            if (next != current) {
                modes.put(step.at(), next);
                current = next;
            }
        }
        return modes;
    }

    /** Empty where nothing tells. */
    Optional<Mode> at(String place, Instant at) {
        return Optional.ofNullable(of(place).floorEntry(at))
                .map(Map.Entry::getValue)
                .filter(mode -> mode != UNKNOWN);
    }

    /** When something else was the case, or was known, at a place. */
    Set<Instant> turns(String place) {
        return of(place).keySet();
    }

    private TreeMap<Instant, Mode> of(String place) {
        return modes.getOrDefault(place, new TreeMap<>());
    }
}
