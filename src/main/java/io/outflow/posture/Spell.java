package io.outflow.posture;

import java.time.Instant;
import java.util.List;

/**
 * A time for which AWS answered the same of one account and Region. What was so before and after it is not known by it.
 *
 * @param from when it was first so, as far as AWS tells
 * @param until end, exclusive: just after AWS answered so last
 * @param last whether it is what AWS answered last, so that nothing tells of an end
 */
public record Spell(String account, String region, Instant from, Instant until, boolean last, What what) {

    /** The same, known to have ended at a time, or at its own end where that is earlier. */
    public Spell endingAt(Instant end) {
        return new Spell(account, region, from, end.isBefore(until) ? end : until, false, what);
    }

    /** What AWS answered. */
    public sealed interface What {}

    /**
     * The mode of data retention of the account.
     *
     * @param mode as AWS writes it, such as {@code provider_data_share}; never empty
     */
    public record RetentionMode(String mode) implements What {}

    /** Whether model invocation logging was on. */
    public record InvocationLogging(boolean on) implements What {}

    /**
     * None of all trails recorded calls of models.
     *
     * @param trails the names of those that there were; empty where there was none
     */
    public record NothingRecorded(List<String> trails) implements What {
        public NothingRecorded {
            trails = List.copyOf(trails);
        }
    }
}
