package io.outflow.catalogue.internal;

import static io.outflow.catalogue.internal.Claims.labelled;
import static io.outflow.catalogue.internal.Claims.lines;
import static io.outflow.catalogue.internal.Claims.words;

import io.outflow.catalogue.CatalogueEntry;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Draft;
import io.outflow.vendors.content.Application;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Content;
import io.outflow.vendors.content.Criticality;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.Vendor;
import io.outflow.vendors.content.YesNo;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry of the catalogue in the words of the register. The same entry always gives the same drafts. */
public final class EntryDrafts {

    /** The path of what stands for the whole entry: a product or an application. */
    public static final String ITSELF = "itself";

    private static final String VENDOR = "vendor";

    private final CatalogueEntry entry;
    private final LocalDate edition;

    public EntryDrafts(CatalogueEntry entry, LocalDate edition) {
        this.entry = entry;
        this.edition = edition;
    }

    /** The key of what stands for the whole entry. */
    public static String key(CatalogueEntry entry) {
        return Claims.key(entry, ITSELF);
    }

    /** The vendor, when there is one to have a contract with. */
    public Stream<Draft> vendor() {
        if (entry.isApplication()) {
            return Stream.of();
        }
        var content = new Vendor(
                entry.vendor(),
                said(entry.legalEntity()),
                Stream.ofNullable(labelled("EEA, UK, Switzerland", entry.contractingEntityEeaUkCh()))
                        .toList(),
                said(entry.hqCountry()),
                "",
                List.of(),
                "",
                Criticality.UNKNOWN,
                null,
                "");
        return Stream.of(new Claims(entry, null).claim(content, VENDOR, "legal_entity"));
    }

    /** The product below its vendor, or the application. */
    public Draft itself(@Nullable UUID vendor) {
        return new Draft(vendor, entry.isApplication() ? application() : product(), itselfBasis());
    }

    /** Everything that hangs on the product or application. What an application has no form for becomes a statement. */
    public List<Draft> facts(@Nullable UUID owner) {
        var claims = new Claims(entry, owner);
        var facts = new FactClaims(entry, claims);
        return Stream.of(
                        facts.agreement(),
                        new RetentionClaims(entry, claims).drafts(),
                        facts.training(),
                        facts.residency(),
                        facts.controls(),
                        new CertificationClaims(entry, claims).drafts(),
                        facts.subProcessors(),
                        facts.statements())
                .flatMap(drafts -> drafts)
                .map(draft -> entry.isApplication() ? ApplicationFacts.statement(draft) : draft)
                .toList();
    }

    private Content product() {
        return new Product(
                entry.systemName(),
                entry.plan(),
                category(entry.category()),
                ProductStatus.PROPOSED,
                YesNo.UNKNOWN,
                List.of(),
                "",
                said(entry.contractualRole()),
                null,
                null,
                entry.urls().entrySet().stream()
                        .filter(url -> url.getValue() != null)
                        .map(url -> words(url.getKey()) + ": " + url.getValue())
                        .toList(),
                "");
    }

    private Content application() {
        return new Application(
                entry.systemName(),
                entry.plan(),
                "",
                entry.steps(),
                List.of(),
                lines(labelled("Role", entry.contractualRole()), labelled("Kind", words(entry.category()))));
    }

    private Basis itselfBasis() {
        var role = new Claims(entry, null).basis(ITSELF, "contractual_role");
        var asOf = entry.factsAsOf() == null ? "of no stated day" : "as of " + entry.factsAsOf();
        return Basis.catalogue(
                lines(
                        "Catalogue of Outflow, edition %s, confidence %s, facts %s"
                                .formatted(
                                        edition, entry.confidence().label().toLowerCase(java.util.Locale.ROOT), asOf),
                        role.source()),
                role.asOf(),
                key(entry));
    }

    static Category category(String word) {
        return switch (word) {
            case "consumer_chat", "consumer_aggregator" -> Category.CONSUMER_CHAT;
            case "business_chat" -> Category.BUSINESS_CHAT;
            case "api", "api_and_chat" -> Category.API;
            case "cloud_hosted_model" -> Category.CLOUD_HOSTED_MODEL;
            case "developer_tool" -> Category.DEVELOPER_TOOL;
            case "business_suite_ai" -> Category.BUSINESS_SUITE_AI;
            case "saas_embedded_ai", "saas_ai" -> Category.EMBEDDED_AI;
            case "saas_baseline" -> Category.SAAS;
            case "supporting_control" -> Category.SUPPORTING_CONTROL;
            case "self_hosted" -> Category.SELF_HOSTED;
            case "internal_workload" -> Category.INTERNAL;
            default -> Category.UNKNOWN;
        };
    }

    /** The register's own category of an entry. */
    public static Category category(CatalogueEntry entry) {
        return category(entry.category());
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
