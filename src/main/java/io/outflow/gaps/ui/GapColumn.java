package io.outflow.gaps.ui;

import io.outflow.gaps.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A column of the table of gaps; its name in lower case stands in addresses. */
enum GapColumn {
    SEVERITY("Severity", 128),
    PRODUCT("Product", 168),
    SENTENCE("What was found", 300),
    PERIOD("Period", 140),
    PROOF("Proof", 118),
    STATE("State", 112),
    OWNER("Owner", 84),
    DUE("Due", 88);

    private final String header;
    private final int width;

    GapColumn(String header, int width) {
        this.header = header;
        this.width = width;
    }

    static Optional<GapColumn> of(String key) {
        for (var column : values()) {
            if (column.key().equals(key)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String header() {
        return header;
    }

    /** How wide it is at least, in pixels. */
    int width() {
        return width;
    }

    Comparator<Gap> order() {
        return switch (this) {
            case SEVERITY ->
                Comparator.<Gap, Boolean>comparing(gap -> !gap.state().waits())
                        .thenComparing(gap -> gap.finding().severity())
                        .thenComparing(gap -> -gap.finding().figures().calls());
            case PRODUCT -> Comparator.comparing(gap -> gap.finding().productName(), String.CASE_INSENSITIVE_ORDER);
            case SENTENCE ->
                Comparator.<Gap>comparingLong(gap -> gap.finding().number()).reversed();
            case PERIOD ->
                Comparator.comparing((Gap gap) -> Objects.requireNonNullElse(
                                gap.finding().figures().last(), Instant.MIN))
                        .reversed();
            case PROOF -> Comparator.comparingDouble(gap -> GapWords.share(gap.finding()));
            case STATE -> Comparator.comparing(Gap::state);
            case OWNER -> Comparator.comparing(Gap::owner, String.CASE_INSENSITIVE_ORDER);
            case DUE -> Comparator.comparing(gap -> Objects.requireNonNullElse(gap.due(), LocalDate.MAX));
        };
    }
}
