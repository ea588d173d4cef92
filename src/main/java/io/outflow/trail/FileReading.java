package io.outflow.trail;

import org.jspecify.annotations.Nullable;

/**
 * How the reading of a file ended.
 *
 * @param end what happened at the end
 * @param failure where the file could not be read to its end, or holds nothing that Outflow knows: what happened, what is
 *     safe, what to do
 * @param rawBytes raw bytes taken
 */
public record FileReading(End end, @Nullable String failure, long rawBytes) {
    /** Ways to end. */
    public enum End {
        /** Read to the end. */
        COMPLETE,
        /** Damaged, over a cap, or of no known kind: records up to there were delivered. */
        FAILED,
        /** The sink asked to stop. */
        STOPPED
    }
}
