package io.outflow.gaps.internal;

import io.outflow.gaps.Finding;
import io.outflow.gaps.GapRule;
import java.time.Instant;
import java.util.List;

/** Looks for one kind of gaps. It decides from the scene alone, so the same code serves what is stored, asked and replayed. */
interface Check {

    /** The instants at which its answer for calls of a product may change. */
    default List<Instant> turns(Terms terms) {
        return List.of();
    }

    /** Whether its answer for calls in an account and Region may change with a setting there. */
    default boolean turnsWith(SettingChange change) {
        return false;
    }

    List<Finding> find(Scene scene, GapRule rule);
}
