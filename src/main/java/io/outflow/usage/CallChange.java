package io.outflow.usage;

import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stored call that appears in the columns, or (weight -1) one that goes because its two evidences were merged into
 * another.
 *
 * @param proof of the log file that holds the record
 * @param weight +1 or -1
 * @param detected what was found in its text, as codes of classes with commas between; empty for nothing, null where no text
 *     was looked at
 * @param input input tokens incl. cache reads and writes, -1 where unknown
 * @param output output tokens, -1 where unknown
 */
public record CallChange(
        Instant time,
        int subject,
        Outcome outcome,
        Proof proof,
        long input,
        long output,
        int weight,
        @Nullable String detected) {

    /** A call whose text nobody looked at. */
    public CallChange(Instant time, int subject, Outcome outcome, Proof proof, long input, long output, int weight) {
        this(time, subject, outcome, proof, input, output, weight, null);
    }

    /** The same call as it appears when its log file has another proof. */
    public CallChange now(Proof newProof) {
        return new CallChange(time, subject, outcome, newProof, input, output, 1, detected);
    }
}
