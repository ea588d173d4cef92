package io.outflow.vendors.content;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate or report of an outsider.
 *
 * @param held whether the vendor has it
 * @param level the level where there is one, such as "High" or "Level 2"
 * @param report the attachment that shows it
 * @param bridgeLetter the attachment that covers the time after the report
 */
public record Certification(
        @Label("Scheme") Scheme scheme,
        @Label("Held") YesNo held,
        @Label("Level") String level,
        @Label(value = "Scope", lines = true) String scope,
        @Label("Issuer") String issuer,
        @Label("Valid from") @Nullable LocalDate validFrom,
        @Label("Valid until") @Nullable LocalDate validUntil,
        @Label("Report") @Nullable UUID report,
        @Label("Bridge letter") @Nullable UUID bridgeLetter,
        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public Certification {
        scheme = Texts.or(scheme, Scheme.OTHER);
        held = Texts.or(held, YesNo.UNKNOWN);
        level = Texts.of(level);
        scope = Texts.of(scope);
        issuer = Texts.of(issuer);
        notes = Texts.of(notes);
    }

    @Override
    public String heading() {
        return level.isEmpty() ? scheme.label() : scheme.label() + " " + level;
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(Problem.when(
                validFrom != null && validUntil != null && validUntil.isBefore(validFrom),
                "validUntil",
                "The end must lie after the start."));
    }

    /** Whether it is a newer certificate of the same scheme, so that the end of the other one needs nobody any more. */
    public boolean follows(Certification other) {
        return scheme == other.scheme
                && level.equalsIgnoreCase(other.level)
                && held == YesNo.YES
                && other.validUntil != null
                && validUntil != null
                && validUntil.isAfter(other.validUntil);
    }

    @Override
    public List<Deadline> deadlines() {
        return validUntil == null || held == YesNo.NO
                ? List.of()
                : List.of(new Deadline(DeadlineKind.CERTIFICATE, scheme.label() + " expires", validUntil));
    }
}
