package io.outflow.vendors.ui;

import io.outflow.base.Formats;
import io.outflow.vendors.BreachNotice;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.Certification;
import io.outflow.vendors.content.Commercials;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.Incident;
import io.outflow.vendors.content.Obligation;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.RetentionWindow;
import io.outflow.vendors.content.Statement;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.UsageLink;
import io.outflow.vendors.content.YesNo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact in words: what it is about, what it says, what else is known, and what speaks against relying on it. Unknown is said
 * as such.
 */
record FactWords(String label, String value, List<String> details, List<String> doubts) {

    /** @param at the instant for which it is told */
    static FactWords of(Entry<?> entry, Snapshot register, Instant at) {
        return switch (entry.content()) {
            case Agreement agreement -> AgreementWords.of(agreement, at);
            case RetentionWindow window -> retention(window);
            case Training training -> training(training);
            case Residency residency -> residency(residency);
            case Control control ->
                new FactWords(control.type().label(), control.state().label(), kept(control.detail()), List.of());
            case Certification certification -> certification(certification);
            case SubProcessor processor -> processor(processor);
            case Obligation obligation -> obligation(obligation);
            case Incident incident -> incident(incident, entry, register, at);
            case Commercials commercials -> commercials(commercials);
            case Approval approval -> approval(approval, at);
            case UsageLink link -> link(link);
            case Statement fact -> new FactWords(fact.field(), said(fact.value()), List.of(), List.of());
            default -> new FactWords(entry.kind().label(), entry.title(), List.of(), List.of());
        };
    }

    private static FactWords retention(RetentionWindow window) {
        var holds = new Told();
        holds.add("model", window.model());
        holds.add("Region", window.region());
        holds.add("mode", window.mode());
        var condition = holds.list().isEmpty() ? "" : " for " + String.join(", ", holds.list());
        var details = new Told();
        if (window.zeroRetention() == YesNo.YES) {
            details.add("", "Zero retention can be had" + after(": ", window.zeroRetentionHow()));
        } else if (window.zeroRetention() == YesNo.NO) {
            details.add("", "Zero retention cannot be had" + after(": ", window.zeroRetentionHow()));
        }
        details.add("", window.notes());
        var others = window.otherDays().stream()
                .filter(days -> !days.equals(window.days()))
                .map(FactWords::days)
                .collect(Collectors.joining(", "));
        var days = window.inWords();
        return new FactWords(
                window.heading(),
                Character.toUpperCase(days.charAt(0)) + days.substring(1) + condition,
                details.list(),
                others.isEmpty() ? List.of() : List.of("Other sources say " + others));
    }

    private static FactWords training(Training training) {
        var details = new Told();
        details.add("Our choice", training.choice().label());
        details.add(
                "Opt-out proved",
                training.provedOn() == null
                        ? ""
                        : Formats.day(training.provedOn()) + after(" by ", training.provedBy()));
        details.add("Prove again by", training.proveAgainBy() == null ? "" : Formats.day(training.proveAgainBy()));
        details.add("How to opt out", training.mechanism());
        details.add("Exceptions", training.exceptions());
        var unproved = training.choice() == TrainingChoice.OPTED_OUT && !training.optOutProved();
        return new FactWords(
                "Training",
                training.byDefault().label() + " by default",
                details.list(),
                unproved ? List.of("Opted out, but nothing proves it") : List.of());
    }

    private static FactWords residency(Residency residency) {
        var chosen = residency.processingChosen();
        var details = new Told();
        details.add("Storage chosen", String.join(", ", residency.storageChosen()));
        details.add("Storage offered", String.join(", ", residency.storageOffered()));
        details.add("Processing offered", String.join(", ", residency.processingOffered()));
        details.add("We can choose", known(residency.selectable()));
        details.add("Cross-border", String.join(", ", residency.mechanisms()));
        details.add("Cross-Region inference", known(residency.crossRegion()));
        details.add("", residency.notes());
        return new FactWords(
                "Residency",
                chosen.isEmpty() ? "No Region is agreed" : "Processed in " + String.join(", ", chosen),
                details.list(),
                List.of());
    }

    private static FactWords certification(Certification certification) {
        var held =
                switch (certification.held()) {
                    case YES -> "Held";
                    case NO -> "Not held";
                    case UNKNOWN -> "Not known whether held";
                };
        var until = certification.validUntil();
        var details = new Told();
        details.add("From", certification.validFrom() == null ? "" : Formats.day(certification.validFrom()));
        details.add("Scope", certification.scope());
        details.add("Issuer", certification.issuer());
        details.add("", certification.notes());
        return new FactWords(
                certification.heading(),
                held + (until == null ? "" : ", until " + Formats.day(until)),
                details.list(),
                List.of());
    }

    private static FactWords processor(SubProcessor processor) {
        var details = new Told();
        details.add("Notice of", processor.noticeOn() == null ? "" : Formats.day(processor.noticeOn()));
        var last = processor.objectBy();
        details.add("Objection until", last == null ? "" : Formats.day(last));
        details.add("We objected", known(processor.objected()));
        details.add("", processor.notes());
        return new FactWords(
                processor.name(),
                said(processor.purpose()) + after(", ", processor.country()),
                details.list(),
                List.of());
    }

    private static FactWords obligation(Obligation obligation) {
        var applies =
                switch (obligation.applies()) {
                    case YES -> "Applies";
                    case NO -> "Does not apply";
                    case UNKNOWN -> "Not known whether it applies";
                };
        return new FactWords(obligation.heading(), applies, kept(obligation.why()), List.of());
    }

    private static FactWords incident(Incident incident, Entry<?> entry, Snapshot register, Instant at) {
        var details = new Told();
        details.add("Our exposure", said(incident.exposure()));
        details.add("", incident.notes());
        var notice = entry.as(Incident.class).map(typed -> BreachNotice.of(register, typed, at));
        var late = notice.filter(found ->
                        found.verdict() == BreachNotice.Verdict.LATE || found.verdict() == BreachNotice.Verdict.OVERDUE)
                .isPresent();
        notice.filter(found -> !late).ifPresent(found -> details.add("", found.sentence()));
        return new FactWords(
                moment(incident.happened()),
                incident.what() + ". " + incident.state().label(),
                details.list(),
                notice.filter(found -> late).map(BreachNotice::sentence).stream()
                        .toList());
    }

    private static FactWords commercials(Commercials commercials) {
        var details = new Told();
        var prices = new Told();
        prices.add("input", amount(commercials.inputPrice(), commercials));
        prices.add("output", amount(commercials.outputPrice(), commercials));
        details.add("Per million tokens", String.join(", ", prices.list()));
        details.add("Prices read", commercials.priceOn() == null ? "" : Formats.day(commercials.priceOn()));
        details.add("Counts toward", commercials.commitment());
        details.add("", commercials.notes());
        var value = amount(commercials.value(), commercials);
        return new FactWords(
                commercials.heading(),
                value.isEmpty() ? "No contract value is recorded" : value + " a year",
                details.list(),
                List.of());
    }

    private static FactWords approval(Approval approval, Instant at) {
        var details = new Told();
        details.add("Regions", String.join(", ", approval.regions()));
        details.add("Models", String.join(", ", approval.models()));
        details.add("Callers", String.join(", ", approval.callers()));
        details.add("Conditions", approval.conditions());
        details.add("From", approval.from() == null ? "" : FieldText.moment(approval.from()));
        details.add("Decided by", approval.approver());
        details.add("", approval.why());
        var until = approval.until();
        var ended = until != null && !at.isBefore(until.toInstant());
        return new FactWords(
                String.join(", ", approval.dataClasses()),
                approval.decision().label() + (until == null ? "" : ", until " + FieldText.moment(until)),
                details.list(),
                ended ? List.of("No longer holds") : List.of());
    }

    private static FactWords link(UsageLink link) {
        var said = new Told();
        said.add("channel", String.join(", ", link.channels()));
        said.add("account", String.join(", ", link.accounts()));
        said.add("Region", String.join(", ", link.regions()));
        said.add("model", String.join(", ", link.models()));
        said.add("profile", String.join(", ", link.profiles()));
        said.add("caller", String.join(", ", link.roles()));
        said.add("project", String.join(", ", link.projects()));
        said.add("metadata", String.join(", ", link.metadata()));
        return new FactWords("Seen as", String.join("; ", said.list()), kept(link.notes()), List.of());
    }

    private static String amount(@Nullable BigDecimal amount, Commercials commercials) {
        return amount == null ? "" : "%s %,.2f".formatted(commercials.currency(), amount);
    }

    static String days(int days) {
        return Formats.count(days) + (days == 1 ? " day" : " days");
    }

    static String moment(@Nullable ZonedDateTime moment) {
        return moment == null ? "Day unknown" : FieldText.moment(moment);
    }

    static String known(YesNo value) {
        return value == YesNo.UNKNOWN ? "" : value.label().toLowerCase(java.util.Locale.ROOT);
    }

    private static String said(String text) {
        return text.isEmpty() ? "Unknown" : text;
    }

    private static String after(String sign, String text) {
        return text.isEmpty() ? "" : sign + text;
    }

    private static List<String> kept(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
