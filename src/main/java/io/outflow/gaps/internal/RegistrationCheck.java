package io.outflow.gaps.internal;

import io.outflow.base.Formats;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.GapKey;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRule;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.usage.Subject;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.YesNo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Models in use that no product of the register stands for; and products of which logs could tell and that nobody called for
 * so many days. A product that no log tells of is never said to be unused.
 */
final class RegistrationCheck implements Check {
    static final String UNUSED = "UNUSED";

    @Override
    public List<Finding> find(Scene scene, GapRule rule) {
        var found = new ArrayList<Finding>();
        unregistered(scene, rule, found);
        var lastCalls = lastCalls(scene);
        for (var product : scene.links().visible()) {
            var terms = scene.terms().get(product);
            if (terms != null) {
                unused(scene, rule, terms, lastCalls.get(product)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static void unregistered(Scene scene, GapRule rule, List<Finding> found) {
        var piles = new HashMap<String, Pile>();
        var samples = new HashMap<String, Subject>();
        scene.uses(cell -> cell.product() == null).forEach(cell -> {
            var object = object(cell.subject().channel(), cell.subject().model().name());
            piles.computeIfAbsent(object, _ -> new Pile()).add(cell);
            samples.putIfAbsent(object, cell.subject());
        });
        samples.forEach((object, subject) -> {
            var pile = piles.getOrDefault(object, new Pile());
            var model = subject.model();
            found.add(pile.finding(
                    new GapKey(GapKind.REGISTRATION, null, object),
                    rule,
                    scene,
                    new Pile.Words(
                            model.claude() == Claude.UNDECIDED ? Certainty.CANNOT_TELL : Certainty.CONTRADICTED,
                            pile.calls(),
                            pile.calls(),
                            "%s went to %s by %s, which no product of the register stands for."
                                    .formatted(
                                            pile.calls() == 1 ? "call" : "calls",
                                            model.name(),
                                            subject.channel().label()),
                            Formats.count(pile.callers(), "caller", "callers") + ".",
                            List.of())));
        });
    }

    static String object(Channel channel, String model) {
        return channel + " " + model;
    }

    private static Optional<Finding> unused(Scene scene, GapRule rule, Terms terms, @Nullable Instant last) {
        var product = terms.product().content();
        var since = scene.to().minus(Duration.ofDays(rule.threshold()));
        if (product.status() == ProductStatus.RETIRED
                || product.inUse() == YesNo.NO
                || rule.threshold() == 0
                || scene.from().isAfter(since)) {
            return Optional.empty();
        }
        if (last != null && !last.isBefore(since)) {
            return Optional.empty();
        }
        var channels = scene.links().channels(terms.id());
        var map = scene.coverage().apply(since);
        var first = LocalDate.ofInstant(since, ZoneOffset.UTC);
        if (map.seenDays(channels).tailSet(first.plusDays(1)).isEmpty()) {
            return Optional.empty();
        }
        var covered = map.wholeDays(channels).tailSet(first.plusDays(1)).size();
        var days = last == null
                ? rule.threshold()
                : Duration.between(last, scene.to()).toDays();
        var pile = new Pile();
        pile.hold(new Stretch(last == null ? since : last, null, "not seen"));
        return Optional.of(pile.finding(
                new GapKey(GapKind.REGISTRATION, terms.id(), UNUSED),
                rule,
                scene,
                new Pile.Words(
                        covered >= rule.threshold() ? Certainty.CONTRADICTED : Certainty.CANNOT_TELL,
                        days,
                        0,
                        "days without a call of %s, which is registered.".formatted(terms.name()),
                        ("%s. By the coverage map its channels are covered in every known account and Region on %d of the last %d "
                                        + "days; on the others use is unknown.")
                                .formatted(
                                        last == null ? "Never seen in the period" : "Last seen " + Formats.minute(last),
                                        Math.min(covered, rule.threshold()),
                                        rule.threshold()),
                        Rests.on(scene, terms.product()),
                        last == null ? since : last,
                        last == null ? since : last)));
    }

    private static Map<UUID, Instant> lastCalls(Scene scene) {
        var last = new HashMap<UUID, Instant>();
        scene.usesByProduct().forEach((product, cells) -> cells.stream()
                .map(cell -> cell.tally().last())
                .max(Instant::compareTo)
                .ifPresent(at -> last.put(product, at)));
        return last;
    }
}
