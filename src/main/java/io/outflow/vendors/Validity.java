package io.outflow.vendors;

import io.outflow.base.Formats;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When agreements of one sort were, are and will be in force, and the times between them when none was.
 *
 * @param from the first instant drawn
 * @param until the first instant not drawn
 * @param at the instant that counts as today
 * @param stretches in order of time
 */
public record Validity(Instant from, Instant until, Instant at, List<Stretch> stretches) {

    private static final Duration AROUND = Duration.ofDays(30);
    private static final Duration OPEN_END = Duration.ofDays(365);

    /** What a stretch of time is. */
    public enum Sort {
        IN_FORCE("in force"),
        CLAIMED("claimed, not confirmed"),
        LAPSED("lapsed");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** @param until the first instant that does not belong to it; nothing while no end is known */
    public record Stretch(Sort sort, Instant from, @Nullable Instant until) {}

    /** Agreements without a start, or that nobody entered into, cannot be drawn. */
    public static Validity of(Collection<Entry<Agreement>> agreements, Instant at) {
        var agreed = agreements.stream()
                .filter(Validity::isDrawn)
                .map(Validity::stretch)
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        var stretches = new ArrayList<Stretch>();
        @Nullable Instant covered = null;
        for (var stretch : agreed) {
            if (covered != null && covered.isBefore(stretch.from()) && covered.isBefore(at)) {
                stretches.add(new Stretch(Sort.LAPSED, covered, stretch.from().isBefore(at) ? stretch.from() : at));
            }
            stretches.add(stretch);
            covered = later(covered, stretch.until());
        }
        if (covered != null && covered.isBefore(at)) {
            stretches.add(new Stretch(Sort.LAPSED, covered, at));
        }
        var first = stretches.stream()
                .map(Stretch::from)
                .min(Comparator.naturalOrder())
                .orElse(at);
        var last = agreed.stream()
                .map(stretch -> end(stretch, at))
                .max(Comparator.naturalOrder())
                .orElse(at);
        return new Validity(
                first.isBefore(at) ? first : at.minus(AROUND),
                last.isAfter(at) ? last.plus(AROUND.dividedBy(3)) : at.plus(AROUND),
                at,
                List.copyOf(stretches));
    }

    /** How far along the drawn time an instant lies, in per cent. */
    public double share(Instant instant) {
        var whole = Duration.between(from, until).toSeconds();
        return Math.clamp(100.0 * Duration.between(from, instant).toSeconds() / whole, 0, 100);
    }

    /** The end of a stretch where it is drawn; one without an end goes on to the end of the drawing. */
    public Instant end(Stretch stretch) {
        return stretch.until() == null ? until : stretch.until();
    }

    /** The same in words, for whoever does not see the drawing. */
    public String sentence() {
        return stretches.isEmpty()
                ? "No time in force is recorded."
                : stretches.stream()
                        .map(stretch -> "%s from %s %s"
                                .formatted(
                                        stretch.sort().words,
                                        Formats.day(stretch.from()),
                                        stretch.until() == null
                                                ? "until further notice"
                                                : "to " + Formats.day(stretch.until())))
                        .collect(Collectors.joining("; "));
    }

    private static boolean isDrawn(Entry<Agreement> entry) {
        var state = entry.content().state();
        return !entry.basis().rejected()
                && entry.content().inForceFrom() != null
                && (state == AgreementState.SIGNED
                        || state == AgreementState.BY_REFERENCE
                        || state == AgreementState.TERMINATED && entry.content().inForceUntil() != null);
    }

    private static Stretch stretch(Entry<Agreement> entry) {
        var until = entry.content().inForceUntil();
        var start = entry.content().inForceFrom();
        if (start == null) {
            throw new IllegalStateException("Only agreements with a start are drawn");
        }
        return new Stretch(
                entry.basis().confirmedAt() == null ? Sort.CLAIMED : Sort.IN_FORCE,
                start.toInstant(),
                until == null ? null : until.toInstant());
    }

    private static Instant end(Stretch stretch, Instant at) {
        if (stretch.until() != null) {
            return stretch.until();
        }
        return (stretch.from().isAfter(at) ? stretch.from() : at).plus(OPEN_END);
    }

    private static Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (other == null) {
            return Instant.MAX;
        }
        return one == null || one.isBefore(other) ? other : one;
    }
}
