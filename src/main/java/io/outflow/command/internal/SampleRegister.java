package io.outflow.command.internal;

import io.outflow.catalogue.Catalogue;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.AgreementState;
import io.outflow.vendors.content.AgreementType;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Obligation;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Regime;
import io.outflow.vendors.content.Residency;
import io.outflow.vendors.content.Review;
import io.outflow.vendors.content.SccModule;
import io.outflow.vendors.content.Training;
import io.outflow.vendors.content.UsageLink;
import io.outflow.vendors.content.YesNo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The register of the demo: products of the catalogue, one of them looked after as it should be, others with what goes wrong
 * in a real register: a lapse between two agreements, one that ends soon, claims that nobody confirmed.
 */
final class SampleRegister {
    private static final String REASON = "Sample register of the demo.";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String DPA = "Sample DPA 2026, schedule 2";

    private static final List<String> CLAIMS_ONLY = List.of(
            "anthropic_claude_free",
            "anthropic_claude_team",
            "anthropic_claude_api",
            "anthropic_claude_platform_on_aws",
            "google_vertex_claude",
            "microsoft_365_copilot",
            "github_copilot_business_enterprise",
            "deepl_pro",
            "self_hosted_open_weight");

    private final Register register;
    private final Catalogue catalogue;
    private final Instant now;
    private final LocalDate today;

    SampleRegister(Register register, Catalogue catalogue, Instant now) {
        this.register = register;
        this.catalogue = catalogue;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    void add() {
        CLAIMS_ONLY.forEach(catalogue::add);
        lookedAfter(catalogue.add("aws_bedrock_claude"));
        endsSoon(catalogue.add("slack_ai"));
    }

    private void lookedAfter(Entry<?> product) {
        var id = product.id();
        change(product, ((Product) product.content()).in(ProductStatus.APPROVED), "Claims and underwriting");
        agreement(id, start(420), start(55), AgreementState.SIGNED);
        agreement(id, start(42), start(42).plusYears(1), AgreementState.SIGNED);
        for (var entry : register.now().of(id)) {
            switch (entry.content()) {
                case Training training -> confirm(entry, training);
                case Residency residency ->
                    confirm(
                            entry,
                            new Residency(
                                    residency.storageOffered(),
                                    List.of("eu-central-1"),
                                    residency.processingOffered(),
                                    List.of("eu-central-1", "eu-west-1", "eu-north-1"),
                                    YesNo.YES,
                                    List.of("SCC module 2"),
                                    YesNo.YES,
                                    ""));
                case Control control
                when control.type() == ControlType.PRIVATE_NETWORKING ->
                    confirm(
                            entry,
                            new Control(control.type(), ControlState.CONFIGURED, "Interface endpoint in our VPC"));
                case Control control
                when control.type() == ControlType.AUDIT_LOGGING ->
                    confirm(entry, new Control(control.type(), ControlState.CONFIGURED, "Organisation trail"));
                default -> {}
            }
        }
        fact(id, new Control(ControlType.ACCESS_CONTROL, ControlState.CONFIGURED, "Roles, no shared users"));
        fact(id, new Obligation(Regime.GDPR, YesNo.YES, "Claims of people in the EU"));
        register.add(new Draft(id, Review.first(today.plusDays(16), "legal"), ours("")), REASON);
        approvals(id);
        var desk = register.add(
                new Draft(
                        null,
                        new Application(
                                "Claims desk",
                                "Summarise claim files",
                                "claims@example.com",
                                List.of("web UI", "Lambda", "Bedrock", "S3"),
                                List.of(id),
                                ""),
                        ours("")),
                REASON);
        register.add(
                new Draft(
                        desk.id(),
                        seenAs("*claims-summariser*", "*AWSReservedSSO_ClaimsHandler_*", "*fnol-intake*"),
                        ours("")),
                REASON);
    }

    /** Six classes are approved, one of them with conditions, and one is refused. */
    private void approvals(UUID product) {
        approval(product, List.of("PUBLIC", "INTERNAL", "SOURCE_CODE", "CONFIDENTIAL"), ApprovalDecision.ALLOWED, "");
        approval(
                product,
                List.of("PERSONAL", "FINANCIAL"),
                ApprovalDecision.CONDITIONS,
                "Only by applications that are linked here, and only in the agreed Regions.");
        approval(product, List.of("CREDENTIALS"), ApprovalDecision.NOT_ALLOWED, "");
    }

    private void approval(UUID product, List<String> classes, ApprovalDecision decision, String conditions) {
        var approval = new Approval(
                classes,
                decision,
                List.of(),
                List.of(),
                List.of(),
                null,
                start(420),
                start(42).plusYears(1),
                conditions,
                "ciso",
                "Reviewed with Legal and the cloud platform");
        register.add(new Draft(product, approval, ours("")), REASON);
    }

    private static UsageLink seenAs(String... roles) {
        return new UsageLink(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(roles), List.of(), List.of(), "");
    }

    private void endsSoon(Entry<?> product) {
        change(product, ((Product) product.content()).in(ProductStatus.APPROVED), "Channel summaries");
        agreement(product.id(), start(353), start(353).plusYears(1), AgreementState.SIGNED);
    }

    private void change(Entry<?> entry, Product product, String use) {
        register.change(
                entry.id(),
                entry.version(),
                new Product(
                        product.name(),
                        product.plan(),
                        product.category() == Category.UNKNOWN ? Category.EMBEDDED_AI : product.category(),
                        product.status(),
                        YesNo.YES,
                        List.of(use),
                        "cloud-platform@example.com",
                        product.contractualRole(),
                        12,
                        product.nextReview(),
                        product.links(),
                        product.notes()),
                entry.basis(),
                REASON,
                null);
    }

    private void agreement(UUID product, ZonedDateTime from, @Nullable ZonedDateTime until, AgreementState state) {
        fact(
                product,
                new Agreement(
                        AgreementType.DPA,
                        state,
                        "",
                        "",
                        "",
                        from,
                        until,
                        from.toLocalDate(),
                        from.toLocalDate(),
                        List.of(),
                        "Germany",
                        90,
                        "Renewed in writing",
                        48,
                        YesNo.YES,
                        "Within 30 days after the end",
                        SccModule.MODULE_2,
                        List.of("breach notification: clause 8.1", "deletion: clause 11"),
                        List.of(),
                        ""));
    }

    private void fact(UUID owner, Content content) {
        var added = register.add(new Draft(owner, content, ours(DPA)), REASON);
        register.confirm(added.id(), added.version(), "", today.plusYears(1), REASON);
    }

    private void confirm(Entry<?> entry, Content content) {
        var changed = register.change(
                entry.id(), entry.version(), content, entry.basis().resting(DPA, today, null), REASON, null);
        register.confirm(changed.id(), changed.version(), "", today.plusYears(1), REASON);
    }

    private Basis ours(String source) {
        return Basis.ours(source, source.isEmpty() ? null : today, null);
    }

    private ZonedDateTime start(int daysAgo) {
        return now.minus(daysAgo, ChronoUnit.DAYS).atZone(ZONE).truncatedTo(ChronoUnit.DAYS);
    }
}
