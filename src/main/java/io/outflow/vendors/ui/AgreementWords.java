package io.outflow.vendors.ui;

import io.outflow.base.Formats;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.SccModule;
import java.time.Instant;
import java.util.List;

/** An agreement in words. */
final class AgreementWords {

    private AgreementWords() {}

    static FactWords of(Agreement agreement, Instant at) {
        var details = new Told();
        details.add("Accepted with", agreement.acceptedTerms());
        details.add("Version", agreement.version());
        details.add("Signed", agreement.signedOn() == null ? "" : Formats.day(agreement.signedOn()));
        details.add("Signatories", String.join("; ", agreement.signatories()));
        details.add("Governing law", agreement.governingLaw());
        details.add(
                "Notice",
                agreement.noticeDays() == null ? "" : FactWords.days(agreement.noticeDays()) + " before the end");
        details.add("Renewal", agreement.renewal());
        details.add("Breach notice", agreement.breachHours() == null ? "" : agreement.breachHours() + " h");
        details.add("Audit right", FactWords.known(agreement.auditRight()));
        details.add("Deletion on exit", agreement.deletionOnExit());
        details.add(
                "SCC",
                agreement.sccModule() == SccModule.NOT_APPLICABLE
                        ? ""
                        : agreement.sccModule().label());
        details.add("Clauses", String.join("; ", agreement.clauses()));
        details.add("", agreement.notes());
        return new FactWords(agreement.heading(), standing(agreement, at), details.list(), List.of());
    }

    /** {@code Signed, in force since 14 Oct 2026, 09:30 UTC until ...}: what is recorded and what follows from its dates. */
    static String standing(Agreement agreement, Instant at) {
        var state = agreement.state() == AgreementState.BY_REFERENCE
                ? "By reference"
                : agreement.state().label();
        var from = agreement.inForceFrom();
        var until = agreement.inForceUntil();
        var end = until == null ? "" : ", until " + FieldText.moment(until);
        return switch (agreement.standingAt(at)) {
            case IN_FORCE -> "%s, in force since %s%s".formatted(state, FactWords.moment(from), end);
            case NOT_YET -> "%s, in force from %s%s".formatted(state, FactWords.moment(from), end);
            case UNDATED -> "%s, but since when is not recorded%s".formatted(state, end);
            case LAPSED -> "%s, lapsed %s".formatted(state, FactWords.moment(until));
            case NOT_NEEDED, NONE, PENDING, TERMINATED -> agreement.state().label() + end;
        };
    }
}
