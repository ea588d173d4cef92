package io.outflow.classification;

import org.jspecify.annotations.Nullable;

/**
 * The data class of a call and how it is known.
 *
 * @param dataClass code of the class, null while no rule decides (Unknown)
 * @param rule number of the rule that decided, 0 where none
 * @param version version of that rule, 0 where none
 */
public record Decision(@Nullable String dataClass, Provenance provenance, long rule, int version) {
    /** What no rule decides. */
    public static final Decision UNKNOWN = new Decision(null, Provenance.UNKNOWN, 0, 0);
}
