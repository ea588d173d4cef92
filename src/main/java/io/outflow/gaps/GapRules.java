package io.outflow.gaps;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import java.time.Instant;
import java.util.List;

/** The settings of each kind of gaps. Every change is an entry of the change log, and the gaps are computed anew. */
@Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
public interface GapRules {

    /** All kinds, in their order. */
    List<GapRule> list();

    /**
     * Saves a rule.
     *
     * @param rule with the version that was read
     * @param why needed; the change log keeps it
     * @throws GapChangedMeanwhile when somebody saved first
     * @throws GapRefused when the threshold or the reason cannot be used
     */
    @Requires(Action.DECIDE)
    GapRule save(GapRule rule, String why);

    /**
     * What a rule would have found in a period, whether it is switched on or not: the same code on the same calls, with the
     * register as it stands. Nothing is stored.
     */
    List<Finding> replay(GapRule rule, Instant from, Instant to);
}
