package io.outflow.posture;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import java.time.Instant;

/** Which days logs can tell of. Whoever says that there was no use must cite it. */
@Requires(Action.READ_USAGE)
public interface Coverage {

    /** The longest period that is answered at once, in days. */
    int MOST_DAYS = 366;

    /**
     * Every account and Region of which anything is known, on each UTC day from the one to the other. Days that have not begun
     * are left out.
     *
     * @param from first instant, inclusive
     * @param to end, exclusive
     * @throws IllegalArgumentException where the period is longer than {@link #MOST_DAYS}
     */
    CoverageMap coverage(Instant from, Instant to);
}
