package io.outflow.vendors.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that binds us and the vendor: DPA, BAA, SCC and the like.
 *
 * @param state what is recorded; whether it is in force is {@link #standingAt computed}
 * @param version the version in force by reference, such as "27 July 2026"
 * @param acceptedTerms for an agreement in force by reference: the terms that bring it
 * @param inForceFrom the first instant in force, in the zone agreed; a bare date means 00:00 there
 * @param inForceUntil the first instant no longer in force; nothing means until further notice
 * @param uploadedOn when we got the document, which is not when it began
 * @param noticeDays how many days before the end notice must be given
 * @param breachHours within how many hours the vendor must tell us of a breach
 * @param clauses references, one a line, led by what they settle: "retention: schedule 2, section 4"
 * @param documents attachments of the same product
 */
public record Agreement(
        @Label("Type") AgreementType type,
        @Label("State") AgreementState state,
        @Label("Title") String title,

        @Label(value = "Version", help = "For an agreement by reference, the version in force")
        String version,

        @Label(value = "Accepted terms", help = "For an agreement by reference, the terms that bring it")
        String acceptedTerms,

        @Label(value = "In force from", help = "A date alone means 00:00 in the zone named") @Nullable
        ZonedDateTime inForceFrom,

        @Label(value = "In force until", help = "Empty means until further notice") @Nullable
        ZonedDateTime inForceUntil,

        @Label("Signed on") @Nullable LocalDate signedOn,
        @Label("Received on") @Nullable LocalDate uploadedOn,
        @Label(value = "Signatories", help = "One a line") List<String> signatories,
        @Label("Governing law") String governingLaw,

        @Label(value = "Notice", help = "In days before the end") @Nullable
        Integer noticeDays,

        @Label(value = "Renewal", help = "How it goes on after its end")
        String renewal,

        @Label(value = "Breach notification", help = "In hours after the vendor knows") @Nullable
        Integer breachHours,

        @Label("Audit right") YesNo auditRight,
        @Label("Deletion on exit") String deletionOnExit,
        @Label("SCC module") SccModule sccModule,

        @Label(value = "Clauses", help = "One a line, led by what it settles")
        List<String> clauses,

        @Label("Documents") List<UUID> documents,
        @Label(value = "Notes", lines = true) String notes)
        implements Content {

    public Agreement {
        type = Texts.or(type, AgreementType.OTHER);
        state = Texts.or(state, AgreementState.NOT_REQUESTED);
        title = Texts.of(title);
        version = Texts.of(version);
        acceptedTerms = Texts.of(acceptedTerms);
        signatories = Texts.of(signatories);
        governingLaw = Texts.of(governingLaw);
        renewal = Texts.of(renewal);
        auditRight = Texts.or(auditRight, YesNo.UNKNOWN);
        deletionOnExit = Texts.of(deletionOnExit);
        sccModule = Texts.or(sccModule, SccModule.NOT_APPLICABLE);
        clauses = Texts.of(clauses);
        documents = Texts.list(documents);
        notes = Texts.of(notes);
    }

    /** Where it stands at an instant, from what is recorded and its dates. */
    public Standing standingAt(Instant at) {
        return switch (state) {
            case NOT_NEEDED -> Standing.NOT_NEEDED;
            case NONE_OFFERED -> Standing.NONE;
            case NOT_REQUESTED, REQUESTED, IN_NEGOTIATION -> Standing.PENDING;
            case TERMINATED ->
                inForceUntil != null && at.isBefore(inForceUntil.toInstant()) ? dated(at) : Standing.TERMINATED;
            case BY_REFERENCE, SIGNED -> dated(at);
        };
    }

    private Standing dated(Instant at) {
        if (inForceUntil != null && !at.isBefore(inForceUntil.toInstant())) {
            return Standing.LAPSED;
        }
        if (inForceFrom == null) {
            return Standing.UNDATED;
        }
        return at.isBefore(inForceFrom.toInstant()) ? Standing.NOT_YET : Standing.IN_FORCE;
    }

    /** Whole days until it ends, negative after it; nothing without an end. */
    public OptionalLong daysLeft(Instant at) {
        return inForceUntil == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(
                        at.atZone(inForceUntil.getZone()).toLocalDate(), inForceUntil.toLocalDate()));
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(
                Problem.when(
                        inForceFrom != null
                                && inForceUntil != null
                                && !inForceFrom.toInstant().isBefore(inForceUntil.toInstant()),
                        "inForceUntil",
                        "The end must lie after the start."),
                Problem.when(
                        state == AgreementState.BY_REFERENCE && acceptedTerms.isEmpty(),
                        "acceptedTerms",
                        "Name the terms that bring this agreement, because nobody signed it on its own."),
                Problem.when(
                        state == AgreementState.BY_REFERENCE && version.isEmpty(),
                        "version",
                        "Name the version of the agreement, because the vendor may change it."),
                Problem.when(
                        noticeDays != null && (noticeDays < 0 || noticeDays > 3650),
                        "noticeDays",
                        "Give the notice in days, 0 to 3,650."),
                Problem.when(
                        breachHours != null && (breachHours < 0 || breachHours > 8760),
                        "breachHours",
                        "Give the term in hours, 0 to 8,760."));
    }

    @Override
    public List<Deadline> deadlines() {
        if (inForceUntil == null || state != AgreementState.SIGNED && state != AgreementState.BY_REFERENCE) {
            return List.of();
        }
        var end = new Deadline(DeadlineKind.AGREEMENT_END, type.label() + " ends", inForceUntil.toLocalDate());
        return noticeDays == null
                ? List.of(end)
                : List.of(
                        new Deadline(
                                DeadlineKind.NOTICE,
                                "Last day for notice of the " + type.label(),
                                end.day().minusDays(noticeDays)),
                        end);
    }

    /** Whether it takes over from another of its sort without a gap, so that the end of that one needs nobody any more. */
    public boolean follows(Agreement other) {
        return type == other.type
                && (state == AgreementState.SIGNED || state == AgreementState.BY_REFERENCE)
                && inForceFrom != null
                && other.inForceUntil != null
                && !inForceFrom.toInstant().isAfter(other.inForceUntil.toInstant())
                && (inForceUntil == null || inForceUntil.toInstant().isAfter(other.inForceUntil.toInstant()));
    }

    @Override
    public String heading() {
        return title.isEmpty() ? type.label() : title;
    }
}
