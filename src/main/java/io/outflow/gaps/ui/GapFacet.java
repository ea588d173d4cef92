package io.outflow.gaps.ui;

import io.outflow.base.ui.FacetChips.Facet;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapState;
import io.outflow.gaps.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Something that gaps are filtered by. Values are texts; those of enums are constant names. */
enum GapFacet implements Facet<Gap> {
    STATE("State"),
    SEVERITY("Severity"),
    KIND("Kind"),
    PRODUCT("Product"),
    OWNER("Owner");

    /** The value of an owner that nobody is, and of a product that there is none. */
    static final String NONE = "-";

    private final String label;

    GapFacet(String label) {
        this.label = label;
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
    public boolean takes(Gap gap, String value) {
        return of(gap).equals(value);
    }

    @Override
    public String state(Set<String> values) {
        return this == STATE && values.equals(GapSelection.START.values(STATE)) ? "waiting" : Facet.super.state(values);
    }

    String of(Gap gap) {
        return switch (this) {
            case STATE -> gap.state().name();
            case SEVERITY -> gap.finding().severity().name();
            case KIND -> gap.key().kind().name();
            case PRODUCT ->
                gap.finding().productName().isEmpty() ? NONE : gap.finding().productName();
            case OWNER -> gap.owner().isEmpty() ? NONE : gap.owner();
        };
    }

    @Override
    public String label(String value) {
        return switch (this) {
            case STATE -> constant(GapState.values(), value, GapState::label);
            case SEVERITY -> constant(Severity.values(), value, Severity::label);
            case KIND -> constant(GapKind.values(), value, GapKind::label);
            case PRODUCT -> value.equals(NONE) ? "of no product" : value;
            case OWNER -> value.equals(NONE) ? "nobody" : value;
        };
    }

    /** Those of products and owners come from the gaps. */
    @Override
    public List<String> values(List<Gap> gaps) {
        return switch (this) {
            case STATE -> names(GapState.values());
            case SEVERITY -> names(Severity.values());
            case KIND -> names(GapKind.values());
            case PRODUCT, OWNER ->
                gaps.stream()
                        .map(this::of)
                        .distinct()
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList();
        };
    }

    private static <E extends Enum<E>> String constant(E[] values, String name, Function<E, String> label) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .map(label)
                .orElse(name);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
