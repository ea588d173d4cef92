package io.outflow.gaps;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.history.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gaps that were found and their handling. They are recomputed after imports, changes of the register, of rules and of
 * settings, and at midnight UTC, on a thread of their own; {@link #counted()} tells when that last was. Names of people come
 * masked unless whoever asks may see them and gave a reason.
 */
@Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
public interface Gaps {

    /** All gaps ever found, closed ones too: what waits first, then by severity and calls. */
    List<Gap> list();

    Optional<Gap> find(long number);

    /** What happened to a gap, newest first. */
    List<GapEvent> history(long number);

    /**
     * Does something with a gap.
     *
     * @param version the version that was read
     * @throws GapChangedMeanwhile when it changed since; nothing is saved
     * @throws GapRefused when the step is not allowed, with a sentence
     */
    @Requires(Action.HANDLE_GAPS)
    Gap handle(long number, long version, GapStep step);

    /**
     * Does the same with several gaps, all or none.
     *
     * @param versions the versions that were read, by number
     */
    @Requires(Action.HANDLE_GAPS)
    List<Gap> handleAll(Map<Long, Long> versions, GapStep step);

    /** What the present settings find in a period with the register as it stands; nothing is stored. */
    List<Finding> during(Instant from, Instant to);

    /** What the present settings find with the register at a point of both times and the calls until then; nothing is stored. */
    List<Finding> asOf(AsOf asOf);

    /** When the stored gaps were last computed; empty before the first time since the start. */
    Optional<Instant> counted();

    /** Whether they rest on all that is stored now; false until the computation has followed a change. */
    boolean current();

    /** Tells after each computation that changed anything. Closing the handle ends it. */
    AutoCloseable watch(Runnable listener);
}
