package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.posture.Spell;
import io.outflow.trail.Channel;
import io.outflow.trail.GovernanceKind;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.RetentionWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Calls while the account was in a retention mode that keeps more than the register declares for the model and Region. The
 * modes keep more in the order none, default, aws_review, provider_data_share; in the last two AWS or the provider keeps
 * prompts up to 30 days (Amazon Bedrock user guide, "Data retention"). The mode is known by records of
 * changes and by what AWS answered; where nothing tells it, nothing is said.
 */
final class RetentionCheck implements Check {
    /** Days that a mode keeps prompts; the default follows the model and is not in it. */
    private static final Map<String, Integer> KEEPS = Map.of("none", 0, "aws_review", 30, "provider_data_share", 30);

    private static final List<String> ORDER = List.of("none", "default", "aws_review", "provider_data_share");

    @Override
    public boolean turnsWith(SettingChange change) {
        return change.kind() == GovernanceKind.RETENTION && change.operation().endsWith("AccountDataRetention");
    }

    /** The calls of one product in one place, with the modes that they ran in. */
    private static final class Kept {
        final Pile pile = new Pile();
        final TreeSet<String> modes = new TreeSet<>();
        final List<Spell> answers = new ArrayList<>();
        Certainty certainty = Certainty.CANNOT_TELL;
    }

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var modes = new RetentionModes(scene, this::turnsWith);
        var kept = new HashMap<GapKey, Kept>();
        scene.uses(cell -> cell.product() != null && cell.subject().channel() != Channel.CLAUDE_PLATFORM)
                .forEach(cell -> {
                    var place = RetentionModes.place(
                            cell.subject().account(), cell.subject().sourceRegion());
                    var mode = modes.at(place, cell.from());
                    var terms = cell.product() == null ? null : scene.terms().get(cell.product());
                    if (mode.isEmpty() || terms == null) {
                        return;
                    }
                    verdict(terms, cell, mode.get().name()).ifPresent(certainty -> {
                        var key = new GapKey(GapKind.RETENTION, terms.id(), place);
                        add(
                                kept.computeIfAbsent(key, _ -> new Kept()),
                                cell,
                                mode.get(),
                                certainty,
                                stretch(cell, mode.get(), modes.turns(place), scene));
                    });
                });
        var found = new ArrayList<Finding>();
        kept.forEach((key, one) -> {
            if (one.pile.calls() >= Math.max(1, rule.threshold())) {
                found.add(finding(scene, rule, key, one));
            }
        });
        return found;
    }

    private static void add(Kept kept, Cell cell, RetentionModes.Mode mode, Certainty certainty, Stretch stretch) {
        kept.pile.add(cell, stretch);
        kept.certainty = surer(kept.certainty, certainty);
        kept.modes.add(mode.name());
        if (mode.answered() != null && !kept.answers.contains(mode.answered())) {
            kept.answers.add(mode.answered());
        }
    }

    private static Stretch stretch(Cell cell, RetentionModes.Mode mode, Set<Instant> turns, Scene scene) {
        var spell = mode.answered();
        var why = "mode " + mode.name() + (spell == null ? "" : ", as AWS answered");
        var stretch = Stretch.around(cell.from(), turns, scene, why);
        // Nothing tells that what AWS answered last has ended; later calls are counted when it answers so again.
        return spell != null
                        && spell.last()
                        && spell.until().equals(stretch.until())
                        && turns.stream().noneMatch(turn -> turn.isAfter(spell.until()))
                ? new Stretch(stretch.from(), null, why)
                : stretch;
    }

    private static Certainty surer(Certainty one, Certainty other) {
        return one.ordinal() <= other.ordinal() ? one : other;
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

    private static Finding finding(Scene scene, GapRule rule, GapKey key, Kept kept) {
        var terms = scene.terms().get(key.product());
        var product = scene.productName(key.product());
        var calls = kept.pile.calls();
        var what = calls == 1 ? "call" : "calls";
        var sentence = kept.certainty == Certainty.CANNOT_TELL
                ? "%s of %s ran while the account kept prompts, and the register declares no retention for them."
                        .formatted(what, product)
                : "%s of %s ran while the account kept prompts longer than declared.".formatted(what, product);
        List<Entry<RetentionWindow>> windows = terms == null ? List.of() : terms.windows();
        return kept.pile.finding(
                key,
                rule,
                scene,
                new Pile.Words(
                        kept.certainty,
                        calls,
                        calls,
                        sentence,
                        "Account and Region %s, mode %s. Declared: %s.%s"
                                .formatted(
                                        key.object(),
                                        String.join(", ", kept.modes),
                                        windows.isEmpty()
                                                ? "nothing"
                                                : windows.stream()
                                                        .map(entry ->
                                                                entry.content().inWords())
                                                        .distinct()
                                                        .collect(Collectors.joining(", ")),
                                        kept.answers.stream()
                                                .sorted(Comparator.comparing(Spell::from))
                                                .map(RetentionCheck::answered)
                                                .collect(Collectors.joining())),
                        Rests.on(scene, windows)));
    }

    private static String answered(Spell spell) {
        return " AWS answered that it was so from %s until %s, and no record tells of it."
                .formatted(Formats.second(spell.from()), Formats.second(spell.until()));
    }
}
