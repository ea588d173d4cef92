package io.outflow.api.internal;

import io.outflow.evidence.Framework;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks of a package; the same as the wizard asks. What is left out is as the wizard has it.
 *
 * @param products ids of products; none for all of the register
 * @param accounts AWS accounts; none for all
 * @param from first day, in UTC
 * @param to last day, which belongs to the period
 * @param asOf where to read the register; nothing for now
 * @param parts what goes in; nothing for the register, usage in sums, logs, and what answers controls of the frameworks
 * @param named whether callers are named, which needs the right to see names and a reason
 */
record PackageBody(
        @Nullable String title,
        @Nullable String recipient,
        @Nullable Set<UUID> products,
        @Nullable Set<String> accounts,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant asOf,
        @Nullable Set<Framework> frameworks,
        @Nullable Set<Part> parts,
        @Nullable Boolean named,
        @Nullable String reason) {

    static PackageBody of(PackageRequest request) {
        return new PackageBody(
                request.title(),
                request.recipient(),
                new TreeSet<>(request.products()),
                request.accounts(),
                request.from(),
                request.to(),
                request.asOf(),
                request.frameworks(),
                request.parts(),
                request.named(),
                request.reason());
    }

    PackageRequest request() {
        if (from == null) {
            throw new BadParameter("from", "Give the first day of the period, such as 2026-10-01.");
        }
        if (to == null) {
            throw new BadParameter("to", "Give the last day of the period, such as 2026-10-31.");
        }
        Set<Framework> picked = Objects.requireNonNullElse(frameworks, Set.of());
        return new PackageRequest(
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(recipient, ""),
                Objects.requireNonNullElse(products, Set.of()),
                Objects.requireNonNullElse(accounts, Set.of()),
                from,
                to,
                asOf,
                picked,
                parts == null ? usual(picked) : parts,
                Boolean.TRUE.equals(named),
                Objects.requireNonNullElse(reason, ""));
    }

    private static Set<Part> usual(Set<Framework> picked) {
        var parts = EnumSet.copyOf(Part.USUAL);
        picked.forEach(framework -> parts.addAll(framework.usualParts()));
        return parts;
    }
}
