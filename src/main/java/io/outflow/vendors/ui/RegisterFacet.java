package io.outflow.vendors.ui;

import io.outflow.base.ui.FacetChips.Facet;
import io.outflow.vendors.AgreedTerm;
import io.outflow.vendors.Assurance;
import io.outflow.vendors.ProductRow;
import io.outflow.vendors.content.Category;
import io.outflow.vendors.content.Choice;
import io.outflow.vendors.content.ProductStatus;
import io.outflow.vendors.content.YesNo;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Something that rows of the register are filtered by. Values are texts; those of enums are constant names. */
enum RegisterFacet implements Facet<ProductRow> {
    DPA("DPA", "any state"),
    STATUS("Status", "any"),
    USE("In use", "any"),
    CATEGORY("Category", "any"),
    OWNER("Owner", "any"),
    FACTS("Facts", "any");

    /** The value of an owner that nobody is, and of facts that are not there. */
    static final String NONE = "-";

    private final String label;
    private final String any;

    RegisterFacet(String label, String any) {
        this.label = label;
        this.any = any;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean takes(ProductRow row, String value) {
        return of(row).contains(value);
    }

    @Override
    public String state(Set<String> values) {
        return values.isEmpty() ? any : Facet.super.state(values);
    }

    Set<String> of(ProductRow row) {
        var product = row.product().content();
        return switch (this) {
            case DPA -> Set.of(row.dpa().state().name());
            case STATUS -> Set.of(product.status().name());
            case USE -> Set.of(product.inUse().name());
            case CATEGORY -> Set.of(product.category().name());
            case OWNER -> Set.of(product.owner().isEmpty() ? NONE : product.owner());
            case FACTS -> facts(row);
        };
    }

    @Override
    public String label(String value) {
        return switch (this) {
            case DPA -> choice(AgreedTerm.State.values(), value);
            case STATUS -> choice(ProductStatus.values(), value);
            case USE -> choice(YesNo.values(), value);
            case CATEGORY -> choice(Category.values(), value);
            case OWNER -> value.equals(NONE) ? "nobody" : value;
            case FACTS ->
                switch (value) {
                    case "CONFIRMED" -> "all confirmed";
                    case "CLAIMED" -> "some not confirmed";
                    case "STALE" -> "some past their check";
                    case "REJECTED" -> "some rejected";
                    default -> "no facts";
                };
        };
    }

    /** Those of owners come from the rows. */
    @Override
    public List<String> values(List<ProductRow> rows) {
        return switch (this) {
            case DPA -> names(AgreedTerm.State.values());
            case STATUS -> names(ProductStatus.values());
            case USE -> names(YesNo.values());
            case CATEGORY -> names(Category.values());
            case FACTS -> List.of("CLAIMED", "STALE", "REJECTED", "CONFIRMED", NONE);
            case OWNER ->
                rows.stream()
                        .flatMap(row -> of(row).stream())
                        .distinct()
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList();
        };
    }

    private static Set<String> facts(ProductRow row) {
        var values = new LinkedHashSet<String>();
        for (var assurance : List.of(Assurance.CLAIMED, Assurance.STALE, Assurance.REJECTED)) {
            if (row.count(assurance) > 0) {
                values.add(assurance.name());
            }
        }
        if (row.toConfirm() == 0 && row.count(Assurance.CONFIRMED) > 0) {
            values.add(Assurance.CONFIRMED.name());
        }
        return values.isEmpty() ? Set.of(NONE) : values;
    }

    private static String choice(Choice[] choices, String value) {
        return Arrays.stream(choices)
                .filter(choice -> choice.toString().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
