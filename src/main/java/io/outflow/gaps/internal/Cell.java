package io.outflow.gaps.internal;

import io.outflow.classification.Decision;
import io.outflow.classification.Provenance;
import io.outflow.trail.Outcome;
import io.outflow.usage.Subject;
import io.outflow.usage.UsageTallies.Tally;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one subject in one stretch of time with one outcome. What the register says of them is the same all through
 * the stretch.
 *
 * @param decision what the calls count under
 * @param declared what rules and tags alone say
 * @param from the first instant of the stretch
 */
record Cell(Subject subject, Decision decision, Decision declared, Linked linked, Instant from, Tally tally) {

    /** Stands for the class of what nothing decides. */
    static final String UNKNOWN = "UNKNOWN";

    boolean use() {
        return tally.outcome() == Outcome.USE;
    }

    boolean denied() {
        return tally.outcome() == Outcome.DENIED;
    }

    long calls() {
        return tally.calls();
    }

    String dataClass() {
        return Objects.requireNonNullElse(decision.dataClass(), UNKNOWN);
    }

    /** Whether what was found in the text ranks above what is declared. */
    boolean foundMore() {
        return declared.dataClass() != null && decision.provenance() == Provenance.DETECTED;
    }

    @Nullable
    UUID product() {
        return linked.product();
    }
}
