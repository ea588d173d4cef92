package io.outflow.usage;

import io.outflow.classification.Decision;
import io.outflow.classification.Provenance;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the usage screen shows, from one pass.
 *
 * @param filter the filter that was asked
 * @param calls uses in the filter
 * @param denied denied attempts in the filter's other bounds, whatever outcome it asks
 * @param failed failed attempts, likewise
 * @param steps model calls inside agents' answers that are counted by the answer's entry
 * @param unknownClass uses whose data class nothing decides
 * @param unnamed uses by callers that cannot be named (role only, shared key, unknown)
 * @param callersByKind distinct callers with at least one use, by kind
 * @param flows caller, model and class with their uses, largest first
 * @param days uses per UTC day and class code ({@code UNKNOWN} for undecided); every day of the period, also empty ones
 * @param heat uses by day of week (0 = Monday) and UTC hour
 * @param rows the table: one row per caller, account, Region, channel, model and decision, largest first
 * @param options what can be chosen in each filter, with its uses in the period
 * @param outside uses in the period that the filter leaves out
 * @param proofs uses in the filter by what digests say of their log files
 * @param dayProofs the same for each day that has uses
 */
public record UsageReport(
        UsageFilter filter,
        long calls,
        long denied,
        long failed,
        long steps,
        long unknownClass,
        long unnamed,
        Map<CallerKind, Long> callersByKind,
        List<Flow> flows,
        SortedMap<LocalDate, Map<String, Long>> days,
        long[][] heat,
        List<Row> rows,
        Options options,
        CoverageReport coverage,
        long outside,
        Map<Proof, Long> proofs,
        Verified verified,
        SortedMap<LocalDate, Map<Proof, Long>> dayProofs) {

    /** Of the numbers of the same names, those that count calls of verified log files. */
    public record Verified(long calls, long denied, long unknownClass, long unnamed) {}

    /** A caller as shown. */
    public record ShownCaller(String id, String name, CallerKind kind, Grade grade) {}

    /** Uses along one path of the Sankey. */
    public record Flow(ShownCaller caller, String model, String dataClass, long calls) {}

    /** One row of the table. */
    public record Row(
            ShownCaller caller,
            String account,
            String region,
            Channel channel,
            String model,
            Claude claude,
            Decision decision,
            long calls,
            long denied,
            long failed,
            long inputTokens,
            long outputTokens) {}

    /**
     * Values present in the period, with their uses, whatever the filter leaves out.
     *
     * @param claude uses by whether the model is Claude
     * @param dataClasses by code of data class; {@code UNKNOWN} for undecided
     * @param callers largest first
     * @param outcomes uses and attempts by outcome
     */
    public record Options(
            SortedMap<String, Long> accounts,
            SortedMap<String, Long> regions,
            Map<Channel, Long> channels,
            Map<Claude, Long> claude,
            SortedMap<String, Long> models,
            Map<String, Long> dataClasses,
            List<CallerOption> callers,
            Map<Grade, Long> grades,
            Map<Outcome, Long> outcomes,
            Map<Provenance, Long> provenances,
            Map<Proof, Long> proofs) {}

    /** A caller to choose. */
    public record CallerOption(ShownCaller caller, long calls) {}
}
