package io.outflow.gaps.internal;

import io.outflow.classification.DataClass;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.Spell;
import io.outflow.usage.JoinedCalls;
import io.outflow.usage.Subject;
import io.outflow.usage.UsageTallies.Cuts;
import io.outflow.usage.UsageTallies.Moment;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds gaps: cuts the time of each call's product, account and Region at every instant at which some answer may change, counts
 * the calls between the cuts in one pass, and lets each check judge the counts. What it costs grows with the calls only by
 * that pass.
 */
final class Engine {
    private static final Map<GapKind, Check> CHECKS = new EnumMap<>(Map.ofEntries(
            Map.entry(GapKind.AGREEMENT, new AgreementCheck()),
            Map.entry(GapKind.DATA_CLASS, new ClassCheck()),
            Map.entry(GapKind.REGION, new RegionCheck()),
            Map.entry(GapKind.RETENTION, new RetentionCheck()),
            Map.entry(GapKind.TRAINING, new TrainingCheck()),
            Map.entry(GapKind.CALLER, new CallerCheck()),
            Map.entry(GapKind.ACCESS_PATH, new PathCheck()),
            Map.entry(GapKind.LOGGING, new LoggingCheck()),
            Map.entry(GapKind.REGISTRATION, new RegistrationCheck()),
            Map.entry(GapKind.OVERDUE, new OverdueCheck()),
            Map.entry(GapKind.ACCESS, new AccessCheck()),
            Map.entry(GapKind.UNKNOWN_CLASS, new UnknownClassCheck()),
            Map.entry(GapKind.CONTRADICTION, new ContradictionCheck())));

    private static final Comparator<Finding> MOST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::certainty)
            .thenComparing(finding -> -finding.figures().calls())
            .thenComparing(finding -> finding.key().text());

    private Engine() {}

    /**
     * What is looked at.
     *
     * @param from first instant of the calls
     * @param to end, exclusive
     * @param changes changes of settings until {@code to}
     * @param spells what AWS answered until {@code to}
     * @param coverage which days logs can tell of, from an instant to {@code to}
     */
    record Input(
            Snapshot register,
            Moment usage,
            List<SettingChange> changes,
            List<Spell> spells,
            Function<Instant, CoverageMap> coverage,
            List<DataClass> classes,
            JoinedCalls joined,
            Instant from,
            Instant to) {}

    /** What the rules that are switched on find, what matters most first. */
    static List<Finding> find(Input input, Collection<GapRule> rules) {
        var enabled = rules.stream().filter(GapRule::enabled).toList();
        var scene = scene(input, enabled.stream().map(GapRule::kind).toList());
        return enabled.stream()
                .flatMap(rule -> check(rule.kind()).find(scene, rule).stream())
                .sorted(MOST_FIRST)
                .toList();
    }

    private static Check check(GapKind kind) {
        return Objects.requireNonNull(CHECKS.get(kind));
    }

    private static Scene scene(Input input, List<GapKind> kinds) {
        var register = input.register();
        var links = Links.of(register);
        var terms = register.products().stream()
                .collect(Collectors.toMap(Entry::id, product -> Terms.of(register, product)));
        var checks = kinds.stream().map(Engine::check).toList();
        var linked = new HashMap<Integer, Linked>();
        var cuts = new Cutting(checks, terms, input);
        var cutsOf = new HashMap<Integer, Cuts>();
        Function<Subject, Cuts> cut = subject -> {
            var link = links.of(subject);
            linked.put(subject.id(), link);
            var own = cuts.of(link.product(), subject);
            cutsOf.put(subject.id(), own);
            return own;
        };
        var cells = new ArrayList<Cell>();
        for (var tally : input.usage().count(input.from(), input.to(), cut)) {
            var subject = input.usage().subject(tally.subject());
            cells.add(new Cell(
                    subject,
                    input.usage().decision(tally.subject()),
                    input.usage().declared(tally.subject()),
                    Objects.requireNonNull(linked.get(subject.id())),
                    Objects.requireNonNull(cutsOf.get(subject.id())).start(tally.stretch(), input.from()),
                    tally));
        }
        return new Scene(
                register,
                input.from(),
                input.to(),
                input.usage(),
                links,
                terms,
                cells,
                input.changes().stream()
                        .filter(change -> change.at().isBefore(input.to()))
                        .sorted(Comparator.comparing(SettingChange::at))
                        .toList(),
                input.spells().stream()
                        .filter(spell -> spell.from().isBefore(input.to()))
                        .sorted(Comparator.comparing(Spell::from))
                        .toList(),
                input.coverage(),
                input.classes().stream().collect(Collectors.toMap(DataClass::code, one -> one)),
                input.joined());
    }

    /** The cuts of each product, account and Region; equal ones are the same object. */
    private static final class Cutting {
        private final List<Check> checks;
        private final Map<UUID, Terms> terms;
        private final Map<String, List<Instant>> byPlace = new HashMap<>();
        private final Map<List<Object>, Cuts> known = new HashMap<>();
        private final Map<List<Instant>, Cuts> distinct = new HashMap<>();

        Cutting(List<Check> checks, Map<UUID, Terms> terms, Input input) {
            this.checks = checks;
            this.terms = terms;
            for (var change : input.changes()) {
                if (checks.stream().anyMatch(check -> check.turnsWith(change))) {
                    at(change.account(), change.region()).add(change.at());
                }
            }
            for (var spell : input.spells()) {
                at(spell.account(), spell.region()).addAll(List.of(spell.from(), spell.until()));
            }
        }

        private List<Instant> at(String account, String region) {
            return byPlace.computeIfAbsent(account + " " + region, _ -> new ArrayList<>());
        }

        Cuts of(@Nullable UUID product, Subject subject) {
            var place = subject.account() + " " + subject.sourceRegion();
            return known.computeIfAbsent(List.of(String.valueOf(product), place), _ -> {
                var instants = new ArrayList<>(byPlace.getOrDefault(place, List.of()));
                var own = product == null ? null : terms.get(product);
                if (own != null) {
                    checks.forEach(check -> instants.addAll(check.turns(own)));
                }
                var cuts = new Cuts(instants);
                return distinct.computeIfAbsent(cuts.instants(), _ -> cuts);
            });
        }
    }
}
