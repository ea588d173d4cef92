package io.outflow.usage.internal;

import io.outflow.trail.ErrorFamily;
import io.outflow.trail.EventKey;
import io.outflow.trail.Guardrail;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import io.outflow.trail.TextFindings.Seen;
import io.outflow.trail.Tokens;
import io.outflow.usage.CallChange;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A call as the database holds it, or a log line as it would stand alone.
 *
 * @param proof of the file that holds the record; a line has none
 * @param evidence {@link #RECORD}, {@link #LINE} or both
 * @param requestKey see {@link RequestKey}; null without a request id
 * @param detected see {@link DetectedClasses}; a record alone has none
 * @param seen how much of its text a line was looked at for; a record has no text
 */
record CallRow(
        EventKey key,
        int subject,
        Outcome outcome,
        @Nullable String errorCode,
        ErrorFamily errorFamily,
        Guardrail guardrail,
        Tokens tokens,
        byte[] hash,
        @Nullable Long requestKey,
        @Nullable String requestId,
        long fileId,
        int recordNo,
        long chunk,
        int chunkIndex,
        int evidence,
        Proof proof,
        @Nullable String detected,
        Seen seen) {

    static final int RECORD = 1;
    static final int LINE = 2;

    boolean record() {
        return (evidence & RECORD) != 0;
    }

    /** The same record with what its log lines add, or without when these have gone to another. */
    CallRow with(
            int newSubject, Guardrail newGuardrail, Tokens newTokens, int newEvidence, @Nullable String newDetected) {
        return new CallRow(
                key,
                newSubject,
                outcome,
                errorCode,
                errorFamily,
                newGuardrail,
                newTokens,
                hash,
                requestKey,
                requestId,
                fileId,
                recordNo,
                chunk,
                chunkIndex,
                newEvidence,
                proof,
                newDetected,
                seen);
    }

    CallRow proven(Proof newProof) {
        return new CallRow(
                key,
                subject,
                outcome,
                errorCode,
                errorFamily,
                guardrail,
                tokens,
                hash,
                requestKey,
                requestId,
                fileId,
                recordNo,
                chunk,
                chunkIndex,
                evidence,
                newProof,
                detected,
                seen);
    }

    /** Values in the order of {@link EventTable#LINES}. */
    @Nullable
    Object[] lineValues() {
        return new @Nullable Object[] {
            key.time().atOffset(ZoneOffset.UTC),
            key.account(),
            key.id(),
            subject,
            (short) outcome.ordinal(),
            errorCode,
            (short) errorFamily.ordinal(),
            (short) guardrail.ordinal(),
            tokens.input(),
            tokens.output(),
            tokens.cacheRead(),
            tokens.cacheWrite(),
            hash,
            requestKey,
            requestId,
            fileId,
            recordNo,
            chunk,
            chunkIndex,
            detected,
            (short) seen.ordinal()
        };
    }

    /** Values in the order of {@link EventTable#CALLS}. */
    @Nullable
    Object[] callValues() {
        var line = lineValues();
        int common = line.length - 1;
        var values = new @Nullable Object[common + 2];
        System.arraycopy(line, 0, values, 0, common);
        values[common] = (short) evidence;
        values[common + 1] = (short) proof.ordinal();
        return values;
    }

    CallChange change(int weight) {
        return new CallChange(
                key.time(),
                subject,
                outcome,
                proof,
                ProofChange.input(tokens),
                tokens.output() == null ? -1 : tokens.output(),
                weight,
                detected);
    }
}
