package io.outflow.gaps;

import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Grade;
import io.outflow.trail.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One contradiction as a computation found it, with all that it rests on.
 *
 * @param productName the product's name in the register; empty for what belongs to none
 * @param number what the sentence counts, set apart so that it can stand first
 * @param sentence the rest of the sentence, such as "calls ran while no DPA was in force for Claude on Amazon Bedrock."
 * @param detail one more line: who, how much, what cannot be excluded; may be empty
 * @param periods the stretches in which it holds, earliest first; without overlap
 * @param rests the entries of the register that it rests on
 * @param rules the rules and settings that it rests on, such as "rule 7, version 2"
 * @param rows the calls by who, what and where, largest first, at most {@value #MOST_ROWS}
 * @param moreRows how many rows were left out
 */
public record Finding(
        GapKey key,
        Severity severity,
        Certainty certainty,
        String productName,
        long number,
        String sentence,
        String detail,
        List<Period> periods,
        Figures figures,
        List<Rest> rests,
        List<String> rules,
        List<Row> rows,
        int moreRows) {

    /** Rows that a finding keeps. */
    public static final int MOST_ROWS = 200;

    /** The whole sentence. */
    public String words() {
        return io.outflow.base.Formats.count(number) + " " + sentence;
    }

    /**
     * A stretch of time.
     *
     * @param from first instant
     * @param until end, exclusive; nothing while it goes on
     * @param why what was the case, such as "lapsed"
     * @param calls the calls within it
     */
    public record Period(Instant from, @Nullable Instant until, String why, long calls) {}

    /**
     * What was counted.
     *
     * @param calls uses; for denied attempts the attempts; 0 where nothing was called
     * @param of the calls among which they were counted, such as all of the product
     * @param callers distinct callers
     * @param first the first of the calls, or of the events that a finding without calls rests on; nothing when there is none
     * @param last the last
     * @param proofs the calls by what proves their log file
     * @param classes the calls by code of data class, {@code UNKNOWN} for undecided
     */
    public record Figures(
            long calls,
            long of,
            int callers,
            @Nullable Instant first,
            @Nullable Instant last,
            Map<Proof, Long> proofs,
            Map<String, Long> classes) {

        public long verified() {
            return proofs.getOrDefault(Proof.VERIFIED, 0L);
        }
    }

    /**
     * An entry of the register that a finding rests on.
     *
     * @param kind the entry's kind as in addresses, such as {@code agreements}
     * @param title its heading, with what it says
     * @param version its version when it was read; 0 in answers for a past day
     * @param recordedAt when it was recorded so
     * @param clause the clause or source that it names; may be empty
     * @param assurance how sure it is, in words
     */
    public record Rest(
            UUID entry, String kind, String title, long version, Instant recordedAt, String clause, String assurance) {}

    /**
     * Calls of one caller with one model from one place.
     *
     * @param callerId stable identity; masked for whoever may not see names
     * @param caller name to show; masked likewise
     * @param inferenceRegion where it ran, when a record says so
     * @param dataClass code of the class, {@code UNKNOWN} for undecided
     * @param provenance how the class is known
     * @param application the application that the calls belong to, when one is linked
     * @param calls uses, or attempts where the finding counts attempts
     */
    public record Row(
            CallerKind callerKind,
            String callerId,
            String caller,
            Grade grade,
            String account,
            Channel channel,
            String model,
            String modelId,
            String region,
            @Nullable String inferenceRegion,
            String dataClass,
            io.outflow.classification.Provenance provenance,
            @Nullable UUID application,
            long calls,
            Instant first,
            Instant last) {}
}
