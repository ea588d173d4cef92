package io.outflow.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants in a package.
 *
 * @param title what it is for, in a few words
 * @param recipient who gets it; printed in the report
 * @param products ids of products; empty for all of the register
 * @param accounts AWS accounts; empty for all
 * @param from first day of the period, in UTC
 * @param to last day of the period, which belongs to it
 * @param asOf where to read the register; nothing for the moment at which the package is made
 * @param named whether callers are named; needs the right to see names and a reason
 * @param reason why callers are named; kept in the change log and printed in the report
 */
public record PackageRequest(
        String title,
        String recipient,
        Set<UUID> products,
        Set<String> accounts,
        LocalDate from,
        LocalDate to,
        @Nullable Instant asOf,
        Set<Framework> frameworks,
        Set<Part> parts,
        boolean named,
        String reason) {

    public static final int LONGEST_TITLE = 200;

    public PackageRequest {
        title = title.strip();
        recipient = recipient.strip();
        reason = reason.strip();
        products = Set.copyOf(products);
        accounts = new TreeSet<>(accounts);
        asOf = asOf == null ? null : asOf.truncatedTo(ChronoUnit.MICROS);
        frameworks = frameworks.isEmpty() ? EnumSet.noneOf(Framework.class) : EnumSet.copyOf(frameworks);
        parts = parts.isEmpty() ? EnumSet.noneOf(Part.class) : EnumSet.copyOf(parts);
        // The verifier walks the extract of the change log, so it is part of every package.
        parts.add(Part.HISTORY);
    }

    /** The first instant of the period. */
    public Instant start() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first instant after the period. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The same for another moment of reading. */
    public PackageRequest at(Instant moment) {
        return new PackageRequest(
                title, recipient, products, accounts, from, to, moment, frameworks, parts, named, reason);
    }

    /** For whom it is, in words. */
    public String whom() {
        return recipient.isEmpty() ? "nobody named" : recipient;
    }

    /** How callers are shown and why, as the change log says it. */
    public String callers() {
        return named ? "Callers named: " + reason : "Callers masked";
    }

    /**
     * What stands against making it; empty when nothing does.
     *
     * @param now the present
     */
    public List<String> problems(Instant now) {
        var problems = new java.util.ArrayList<String>();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            problems.add("Say in 1 to %d characters what the package is for.".formatted(LONGEST_TITLE));
        }
        if (recipient.length() > LONGEST_TITLE) {
            problems.add("Name the recipient in at most %d characters.".formatted(LONGEST_TITLE));
        }
        if (to.isBefore(from)) {
            problems.add("The last day of the period lies before its first day.");
        } else if (from.plusYears(10).isBefore(to)) {
            problems.add("A package holds at most ten years. Make several.");
        }
        if (asOf != null && asOf.isAfter(now)) {
            problems.add("Nobody can know yet what the register will say then. Choose a moment in the past, or now.");
        }
        if (parts.contains(Part.OSCAL) && frameworks.isEmpty()) {
            problems.add("OSCAL assessment results are about controls. Pick a framework, or leave them out.");
        }
        if (named && reason.length() < 3) {
            problems.add("Say why callers are to be named. The reason is kept and printed in the report.");
        }
        return problems;
    }
}
