package io.outflow.catalogue.internal;

import io.outflow.catalogue.CatalogueEntry;
import io.outflow.catalogue.CatalogueEntry.ClaimCheck;
import io.outflow.vendors.CatalogueClaims.Check;
import io.outflow.vendors.Kind;
import io.outflow.vendors.content.ControlType;
import org.jspecify.annotations.Nullable;

/** Brings statements that are often repeated to the kind of fact that they concern. */
public final class Checks {

    private Checks() {}

    /** With the sources that the catalogue names for the same topic; it names none for a statement alone. */
    public static Check of(CatalogueEntry entry, ClaimCheck check) {
        var control = control(check.topic());
        return new Check(
                control == null ? kind(check.topic()) : Kind.CONTROL,
                control,
                check.claim(),
                check.verdictInWords(),
                check.note(),
                entry.sourcesOf(check.topic()).stream()
                        .map(CatalogueEntry.Source::inWords)
                        .toList());
    }

    private static Kind kind(String topic) {
        return switch (topic) {
            case "retention", "zero_retention" -> Kind.RETENTION;
            case "training" -> Kind.TRAINING;
            case "residency", "cross_border" -> Kind.RESIDENCY;
            case "dpa_status", "breach_notification" -> Kind.AGREEMENT;
            case "certifications" -> Kind.CERTIFICATION;
            case "subprocessors" -> Kind.SUBPROCESSOR;
            case "incidents" -> Kind.INCIDENT;
            default -> Kind.PRODUCT;
        };
    }

    private static @Nullable ControlType control(String topic) {
        return switch (topic) {
            case "human_review" -> ControlType.HUMAN_ACCESS;
            case "government_requests" -> ControlType.GOVERNMENT_REQUESTS;
            case "encryption" -> ControlType.ENCRYPTION;
            case "private_networking" -> ControlType.PRIVATE_NETWORKING;
            case "audit_logging" -> ControlType.AUDIT_LOGGING;
            default -> null;
        };
    }
}
