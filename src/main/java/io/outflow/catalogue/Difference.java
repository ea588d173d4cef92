package io.outflow.catalogue;

import io.outflow.vendors.Entry;
import io.outflow.vendors.Kind;
import java.util.Optional;

/**
 * Something that the catalogue says otherwise than the register.
 *
 * @param key the fact in the catalogue
 * @param held the fact in the register; empty when it does not hold it
 * @param kind of the fact
 * @param title of the fact
 * @param field the field that differs; empty for a whole fact that the register does not hold, or the catalogue no longer has
 * @param label of the field; empty for a whole fact
 * @param ours what the register holds; empty when nothing
 * @param theirs what the catalogue says; empty when nothing
 */
public record Difference(
        String key,
        Optional<Entry<?>> held,
        Kind kind,
        String title,
        String field,
        String label,
        String ours,
        String theirs) {

    /** Whether the catalogue dropped the whole fact: then there is nothing to take over, and somebody has to look. */
    public boolean withdrawn() {
        return held.isPresent() && field.isEmpty();
    }

    /** Whether somebody changed the fact since it was added, so that the difference may be meant. */
    public boolean changedByUs() {
        return held.filter(entry -> entry.version() > 1).isPresent();
    }
}
