package io.outflow.gaps.internal;

import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.trail.Channel;
import io.outflow.trail.GovernanceKind;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.RetentionWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Calls while the account was in a retention mode that keeps more than the register declares for the model and Region. The
 * modes keep more in the order none, default, aws_review, provider_data_share; in the last two AWS or the provider keeps
 * prompts up to 30 days (Amazon Bedrock user guide, "Data retention"). Before the first evidence of a mode nothing is known,
 * and nothing is said.
 */
final class RetentionCheck implements Check {
    private static final String DEFAULT = "default";
    /** Days that a mode keeps prompts; the default follows the model and is not in it. */
    private static final Map<String, Integer> KEEPS = Map.of("none", 0, "aws_review", 30, "provider_data_share", 30);

    private static final List<String> ORDER = List.of("none", DEFAULT, "aws_review", "provider_data_share");

    @Override
    public boolean turnsWith(SettingChange change) {
        return change.kind() == GovernanceKind.RETENTION && change.operation().endsWith("AccountDataRetention");
    }

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var modes = modes(scene);
        var piles = new HashMap<GapKey, Pile>();
        var certainties = new HashMap<GapKey, Certainty>();
        var seen = new HashMap<GapKey, TreeSet<String>>();
        scene.uses(cell -> cell.product() != null && cell.subject().channel() != Channel.CLAUDE_PLATFORM)
                .forEach(cell -> {
                    var place = place(cell.subject().account(), cell.subject().sourceRegion());
                    var known = modes.getOrDefault(place, new TreeMap<>());
                    var mode = known.floorEntry(cell.from());
                    var terms = cell.product() == null ? null : scene.terms().get(cell.product());
                    if (mode == null || terms == null) {
                        return;
                    }
                    verdict(terms, cell, mode.getValue()).ifPresent(certainty -> {
                        var key = new GapKey(GapKind.RETENTION, terms.id(), place);
                        piles.computeIfAbsent(key, _ -> new Pile())
                                .add(
                                        cell,
                                        Stretch.around(cell.from(), known.keySet(), scene, "mode " + mode.getValue()));
                        certainties.merge(key, certainty, RetentionCheck::surer);
                        seen.computeIfAbsent(key, _ -> new TreeSet<>()).add(mode.getValue());
                    });
                });
        var found = new ArrayList<Finding>();
        piles.forEach((key, pile) -> {
            if (pile.calls() >= Math.max(1, rule.threshold())) {
                found.add(finding(
                        scene,
                        rule,
                        key,
                        pile,
                        certainties.getOrDefault(key, Certainty.CANNOT_TELL),
                        seen.getOrDefault(key, new TreeSet<>())));
            }
        });
        return found;
    }

    private static Certainty surer(Certainty one, Certainty other) {
        return one.ordinal() <= other.ordinal() ? one : other;
    }

    private static String place(String account, String region) {
        return account + " " + region;
    }

    /** The mode of each account and Region since each change. */
    private Map<String, TreeMap<Instant, String>> modes(Scene scene) {
        var modes = new HashMap<String, TreeMap<Instant, String>>();
        scene.changes().stream().filter(this::turnsWith).forEach(change -> {
            var deleted = change.operation().startsWith("Delete");
            var mode = deleted ? DEFAULT : change.mode().isEmpty() ? "not named" : change.mode();
            modes.computeIfAbsent(place(change.account(), change.region()), _ -> new TreeMap<>())
                    .put(change.at(), mode);
        });
        return modes;
    }

    /** How sure it is that a mode keeps more than declared; empty when it does not. */
    private static Optional<Certainty> verdict(Terms terms, Cell cell, String mode) {
        var subject = cell.subject();
        var windows = terms.windows().stream()
                .filter(entry -> holds(
                                entry.content().model(),
                                subject.model().name(),
                                subject.model().id())
                        && holds(entry.content().region(), subject.sourceRegion()))
                .toList();
        if (windows.stream()
                .anyMatch(entry -> entry.content().mode().equalsIgnoreCase(mode) && !Terms.claimed(entry))) {
            return Optional.empty();
        }
        var declared = windows.stream()
                .filter(entry -> !entry.content().mode().equalsIgnoreCase(mode))
                .toList();
        if (declared.isEmpty()) {
            return keepsMore(mode) ? Optional.of(Certainty.CANNOT_TELL) : Optional.empty();
        }
        var contradicting = declared.stream()
                .filter(entry -> contradicts(entry.content(), mode))
                .toList();
        if (contradicting.size() < declared.size() || contradicting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                contradicting.stream().allMatch(Terms::claimed) ? Certainty.RESTS_ON_CLAIM : Certainty.CONTRADICTED);
    }

    private static boolean contradicts(RetentionWindow window, String mode) {
        if (!window.mode().isEmpty()) {
            var agreed = ORDER.indexOf(window.mode().toLowerCase(Locale.ROOT));
            return agreed >= 0 && ORDER.indexOf(mode) > agreed;
        }
        var keeps = KEEPS.get(mode);
        return keeps != null && window.days() != null && keeps > window.days();
    }

    private static boolean keepsMore(String mode) {
        return KEEPS.getOrDefault(mode, 0) > 0;
    }

    private static boolean holds(String text, String... values) {
        return text.isEmpty() || Wildcards.of(List.of(text.split("[,;]\\s*"))).fit(values);
    }

    private static Finding finding(
            Scene scene, GapRule rule, GapKey key, Pile pile, Certainty certainty, TreeSet<String> modes) {
        var terms = scene.terms().get(key.product());
        var product = scene.productName(key.product());
        var what = pile.calls() == 1 ? "call" : "calls";
        var sentence = certainty == Certainty.CANNOT_TELL
                ? "%s of %s ran while the account kept prompts, and the register declares no retention for them."
                        .formatted(what, product)
                : "%s of %s ran while the account kept prompts longer than declared.".formatted(what, product);
        List<Entry<RetentionWindow>> windows = terms == null ? List.of() : terms.windows();
        return pile.finding(
                key,
                rule,
                scene,
                new Pile.Words(
                        certainty,
                        pile.calls(),
                        pile.calls(),
                        sentence,
                        "Account and Region %s, mode %s. Declared: %s."
                                .formatted(
                                        key.object(),
                                        String.join(", ", modes),
                                        windows.isEmpty()
                                                ? "nothing"
                                                : windows.stream()
                                                        .map(entry ->
                                                                entry.content().inWords())
                                                        .distinct()
                                                        .collect(Collectors.joining(", "))),
                        Rests.on(scene, windows)));
    }
}
