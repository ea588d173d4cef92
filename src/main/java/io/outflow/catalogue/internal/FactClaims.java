package io.outflow.catalogue.internal;

import static io.outflow.catalogue.internal.Claims.labelled;
import static io.outflow.catalogue.internal.Claims.lines;
import static io.outflow.catalogue.internal.Claims.words;

import io.outflow.catalogue.CatalogueEntry;
import io.outflow.vendors.Draft;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.SccModule;
import io.outflow.vendors.content.SubProcessor;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.TrainingChoice;
import io.outflow.vendors.content.TrainingUse;
import io.outflow.vendors.content.YesNo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of an entry that come once: agreement, training, residency, controls, sub-processors and the rest. */
final class FactClaims {

    private static final String BY_REFERENCE = "incorporated_by_reference";

    private final CatalogueEntry entry;
    private final Claims claims;

    FactClaims(CatalogueEntry entry, Claims claims) {
        this.entry = entry;
        this.claims = claims;
    }

    /** The DPA with its breach notification; where nothing is known of a DPA, none is made up for the notification to hang on. */
    Stream<Draft> agreement() {
        var breach = entry.breachNotification();
        var status = entry.dpaStatus();
        if (status == null) {
            return claims.statement(
                    "Breach notification",
                    lines(labelled("Hours", breach.termHours()), breach.termText(), breach.note()),
                    "breach_notification",
                    "breach_notification");
        }
        var state = state(status);
        var byReference = state == AgreementState.BY_REFERENCE;
        return Stream.of(claims.claim(
                new Agreement(
                        AgreementType.DPA,
                        state,
                        "",
                        said(entry.dpaVersion(), byReference ? "not named by the catalogue" : ""),
                        byReference ? terms() : "",
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "",
                        null,
                        "",
                        breach.termHours(),
                        YesNo.UNKNOWN,
                        "",
                        SccModule.NOT_APPLICABLE,
                        Stream.ofNullable(labelled("breach notification", breach.termText()))
                                .toList(),
                        List.of(),
                        lines(isPlain(status) ? null : words(status), breach.note())),
                "dpa",
                "dpa_status",
                "breach_notification"));
    }

    Stream<Draft> training() {
        var training = entry.training();
        if (training.defaultUse() == null && training.optOutMechanism() == null && training.exceptions() == null) {
            return Stream.of();
        }
        var use = use(training.defaultUse());
        return Stream.of(claims.claim(
                new Training(
                        use,
                        TrainingChoice.NOT_DECIDED,
                        said(training.optOutMechanism(), ""),
                        null,
                        "",
                        null,
                        null,
                        lines(
                                use == TrainingUse.DEPENDS ? words(said(training.defaultUse(), "")) : null,
                                training.exceptions())),
                "training",
                "training"));
    }

    Stream<Draft> residency() {
        var places = entry.residency();
        var border = entry.crossBorder();
        var content = new Residency(
                places.storageRegions(),
                List.of(),
                places.processingRegions(),
                List.of(),
                Answers.yesNo(places.customerSelectable()),
                border.mechanisms(),
                YesNo.UNKNOWN,
                lines(
                        labelled("Who can choose", Answers.inWords(places.customerSelectable())),
                        places.note(),
                        labelled("Across borders", border.note())));
        return content.equals(NOTHING)
                ? Stream.of()
                : Stream.of(claims.claim(content, "residency", "residency", "cross_border"));
    }

    private static final Residency NOTHING =
            new Residency(List.of(), List.of(), List.of(), List.of(), YesNo.UNKNOWN, List.of(), YesNo.UNKNOWN, "");

    Stream<Draft> controls() {
        var encryption = entry.encryption();
        var encrypts = encryption.atRest() != null
                || encryption.inTransit() != null
                || Boolean.TRUE.equals(encryption.customerManagedKeys());
        var requests = entry.governmentRequests();
        var network = entry.privateNetworking();
        var audit = entry.auditLogging();
        return Stream.of(
                        control(
                                ControlType.ENCRYPTION,
                                encrypts ? ControlState.AVAILABLE : ControlState.UNKNOWN,
                                lines(
                                        labelled("At rest", encryption.atRest()),
                                        labelled("In transit", encryption.inTransit()),
                                        labelled(
                                                "Keys managed by the customer",
                                                Answers.yesNo(encryption.customerManagedKeys())),
                                        encryption.note()),
                                "encryption"),
                        control(
                                ControlType.PRIVATE_NETWORKING,
                                Answers.state(network.available()),
                                said(network.note(), ""),
                                "private_networking"),
                        control(
                                ControlType.AUDIT_LOGGING,
                                Answers.state(audit.available()),
                                said(audit.note(), ""),
                                "audit_logging"),
                        control(
                                ControlType.HUMAN_ACCESS,
                                ControlState.UNKNOWN,
                                said(entry.humanReview(), ""),
                                "human_review"),
                        control(
                                ControlType.GOVERNMENT_REQUESTS,
                                ControlState.UNKNOWN,
                                lines(
                                        labelled("US jurisdiction", Answers.yesNo(requests.usJurisdiction())),
                                        requests.note()),
                                "government_requests"),
                        accessControl())
                .flatMap(drafts -> drafts);
    }

    Stream<Draft> subProcessors() {
        var list = entry.subprocessors();
        var said = lines(
                list.url(), labelled("Counted on", list.countAsOf()), labelled("Number", list.count()), list.note());
        if (said.isEmpty() && list.objectionDays() == null) {
            return Stream.of();
        }
        var name = list.count() == null
                ? "Sub-processors of " + entry.vendor()
                : "%d sub-processors of %s".formatted(list.count(), entry.vendor());
        return Stream.of(claims.claim(
                new SubProcessor(name, "", "", null, null, list.objectionDays(), YesNo.UNKNOWN, said),
                "subprocessors",
                "subprocessors"));
    }

    /** What has no form of its own. */
    Stream<Draft> statements() {
        return Stream.of(
                        claims.statement(
                                "Contracting party",
                                lines(
                                        entry.legalEntity(),
                                        labelled("EEA, UK, Switzerland", entry.contractingEntityEeaUkCh()),
                                        labelled("Headquarters", entry.hqCountry())),
                                "contracting_party",
                                "legal_entity"),
                        claims.statement("Indemnity", said(entry.indemnity(), ""), "indemnity", "indemnity"),
                        claims.statement(
                                "Changes of the terms",
                                entry.changeHistory().stream()
                                        .map(change -> change.date() + ": " + change.change())
                                        .collect(Collectors.joining("\n")),
                                "change_history",
                                "change_history"),
                        claims.statement("Not known to the catalogue", String.join("\n", entry.gaps()), "gaps"))
                .flatMap(drafts -> drafts);
    }

    private Stream<Draft> control(ControlType type, ControlState state, String detail, String field) {
        return state == ControlState.UNKNOWN && detail.isEmpty()
                ? Stream.of()
                : Stream.of(claims.claim(new Control(type, state, detail), "controls/" + field, field));
    }

    /** A control sheet of a cloud names its access control in its title. */
    private Stream<Draft> accessControl() {
        return EntryDrafts.category(entry) == Category.SUPPORTING_CONTROL
                        && entry.systemName().contains("IAM")
                ? control(ControlType.ACCESS_CONTROL, ControlState.AVAILABLE, "IAM", "access_control")
                : Stream.of();
    }

    private String terms() {
        var url = entry.urls().get("terms");
        return url == null ? "Terms of the product, not named by the catalogue" : "Terms at " + url;
    }

    private static AgreementState state(String status) {
        if (status.startsWith(BY_REFERENCE)) {
            return AgreementState.BY_REFERENCE;
        }
        return switch (status) {
            case "none_consumer" -> AgreementState.NONE_OFFERED;
            case "not_applicable" -> AgreementState.NOT_NEEDED;
            default -> AgreementState.NOT_REQUESTED;
        };
    }

    private static boolean isPlain(String status) {
        return status.equals(BY_REFERENCE) || status.equals("not_applicable");
    }

    private static TrainingUse use(@Nullable String said) {
        return switch (said) {
            case null -> TrainingUse.UNKNOWN;
            case "yes" -> TrainingUse.USED;
            case "no" -> TrainingUse.NOT_USED;
            case "user_choice" -> TrainingUse.USER_CHOICE;
            default -> TrainingUse.DEPENDS;
        };
    }

    private static String said(@Nullable String text, String otherwise) {
        return Objects.requireNonNullElse(text, otherwise);
    }
}
