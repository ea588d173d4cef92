package io.outflow.catalogue.internal;

import io.outflow.vendors.Field;
import io.outflow.vendors.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields the catalogue can speak of. All others are ours to say, and never differ from it. */
public final class CatalogueFields {

    private static final Map<Kind, Set<String>> SAID = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.VENDOR, Set.of("legalEntity", "contractingEntities", "hqCountry")),
            Map.entry(Kind.PRODUCT, Set.of("plan", "category", "contractualRole", "links")),
            Map.entry(Kind.APPLICATION, Set.of("purpose", "steps", "notes")),
            Map.entry(
                    Kind.AGREEMENT,
                    Set.of("type", "state", "version", "acceptedTerms", "breachHours", "clauses", "notes")),
            Map.entry(
                    Kind.RETENTION,
                    Set.of(
                            "data",
                            "detail",
                            "days",
                            "qualifier",
                            "model",
                            "otherDays",
                            "zeroRetention",
                            "zeroRetentionHow",
                            "notes")),
            Map.entry(Kind.TRAINING, Set.of("byDefault", "mechanism", "exceptions")),
            Map.entry(
                    Kind.RESIDENCY, Set.of("storageOffered", "processingOffered", "selectable", "mechanisms", "notes")),
            Map.entry(Kind.CONTROL, Set.of("type", "state", "detail")),
            Map.entry(Kind.CERTIFICATION, Set.of("scheme", "held", "level", "scope", "notes")),
            Map.entry(Kind.SUBPROCESSOR, Set.of("name", "objectionDays", "notes")),
            Map.entry(Kind.FACT, Set.of("field", "value"))));

    private CatalogueFields() {}

    public static List<Field> of(Kind kind) {
        var said = SAID.getOrDefault(kind, Set.of());
        return kind.fields().stream()
                .filter(field -> said.contains(field.name()))
                .toList();
    }
}
