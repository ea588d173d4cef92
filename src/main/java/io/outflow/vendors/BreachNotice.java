package io.outflow.vendors;

import io.outflow.base.Formats;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.Incident;
import io.outflow.vendors.content.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How long a vendor took to tell us of an incident, against the hours agreed. Which agreement counts is decided by when the
 * vendor knew, so a later one excuses nothing.
 *
 * @param told whether a notice came
 * @param agreement the agreement in force at that time with a term; empty when none is known
 * @param took from the vendor's knowledge to its notice; while no notice came, until now; empty when it is not known when the
 *     vendor knew
 */
public record BreachNotice(
        Verdict verdict, boolean told, Optional<Entry<Agreement>> agreement, Optional<Duration> took) {

    /** What became of the notice. */
    public enum Verdict {
        IN_TIME,
        LATE,
        /** No notice yet, and the hours are not over. */
        AWAITED,
        /** No notice, and the hours are over. */
        OVERDUE,
        /** No agreement in force at that time says within how many hours. */
        NOTHING_AGREED,
        /** It is not recorded when the vendor knew. */
        CANNOT_TELL
    }

    /** The notice of an incident of a product, a vendor, or something that hangs on one. */
    public static BreachNotice of(Snapshot register, Entry<Incident> incident, Instant now) {
        var content = incident.content();
        var told = content.noticeAt() != null;
        var knew = Optional.ofNullable(content.knownToVendor());
        var at = knew.or(() -> Optional.ofNullable(content.happened()))
                .or(() -> Optional.ofNullable(content.noticeAt()))
                .map(ZonedDateTime::toInstant);
        var agreement = at.flatMap(instant -> agreed(register, incident, instant));
        if (knew.isEmpty()) {
            return new BreachNotice(Verdict.CANNOT_TELL, told, agreement, Optional.empty());
        }
        var took =
                content.noticeTook().orElseGet(() -> Duration.between(knew.get().toInstant(), now));
        return new BreachNotice(verdict(agreement, told, took), told, agreement, Optional.of(took));
    }

    /** The term agreed, in hours. */
    public Optional<Integer> agreedHours() {
        return agreement.map(entry -> Objects.requireNonNull(entry.content().breachHours()));
    }

    /** The finding in words: {@code The notice took 3 d 18 h of 72 agreed hours, 18 h too long.} */
    public String sentence() {
        var hours = agreedHours().map(Formats::count).orElse("");
        var time = took.map(Formats::duration).orElse("");
        var over = took.flatMap(duration -> agreedHours()
                        .map(agreed -> Formats.duration(
                                duration.minus(Duration.ofHours(agreed)).abs())))
                .orElse("");
        return switch (verdict) {
            case IN_TIME -> "The notice took %s of %s agreed hours.".formatted(time, hours);
            case LATE -> "The notice took %s of %s agreed hours, %s too long.".formatted(time, hours, over);
            case AWAITED -> "No notice yet; %s of %s agreed hours are left.".formatted(over, hours);
            case OVERDUE -> "No notice yet; the %s agreed hours ended %s ago.".formatted(hours, over);
            case NOTHING_AGREED ->
                told
                        ? "The notice took %s; no hours were agreed for this time.".formatted(time)
                        : "No notice in %s; no hours were agreed for this time.".formatted(time);
            case CANNOT_TELL ->
                hours.isEmpty()
                        ? "It is not recorded when the vendor knew, and no hours were agreed for this time."
                        : "It is not recorded when the vendor knew; %s hours were agreed.".formatted(hours);
        };
    }

    private static Verdict verdict(Optional<Entry<Agreement>> agreement, boolean told, Duration took) {
        if (agreement.isEmpty()) {
            return Verdict.NOTHING_AGREED;
        }
        var late = took.compareTo(Duration.ofHours(
                        Objects.requireNonNull(agreement.get().content().breachHours())))
                > 0;
        return told ? late ? Verdict.LATE : Verdict.IN_TIME : late ? Verdict.OVERDUE : Verdict.AWAITED;
    }

    /** The product's own agreement comes before its vendor's; of several the shortest term binds. */
    private static Optional<Entry<Agreement>> agreed(Snapshot register, Entry<?> incident, Instant at) {
        return Stream.iterate(register.owner(incident), Optional::isPresent, owner -> owner.flatMap(register::owner))
                .flatMap(Optional::stream)
                .map(owner -> inForce(register, owner.id(), at))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(List::getFirst);
    }

    private static List<Entry<Agreement>> inForce(Snapshot register, UUID owner, Instant at) {
        return register.counting(owner, Agreement.class).stream()
                .filter(entry -> entry.content().breachHours() != null)
                .filter(entry -> entry.content().standingAt(at) == Standing.IN_FORCE)
                .sorted(Comparator.comparing(
                        entry -> Objects.requireNonNull(entry.content().breachHours())))
                .toList();
    }
}
