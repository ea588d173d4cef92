package io.outflow.gaps;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes two findings the same gap, whatever their figures: the kind and the objects it is about.
 *
 * @param product the product of the register; nothing for what belongs to none
 * @param object what else it is about, such as {@code DPA}, a class, a Region, an account; never a name of a person
 */
public record GapKey(GapKind kind, @Nullable UUID product, String object) {

    /** In one text, as it is stored. */
    public String text() {
        return kind + "|" + (product == null ? "" : product) + "|" + object;
    }
}
