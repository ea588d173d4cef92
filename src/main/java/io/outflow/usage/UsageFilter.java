package io.outflow.usage;

import io.outflow.classification.Provenance;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.trail.Grade;
import io.outflow.trail.Outcome;
import io.outflow.trail.Proof;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Set;

/**
 * Which calls a number counts. Empty sets do not restrict.
 *
 * @param from first instant, inclusive
 * @param to end, exclusive
 * @param models model names in words, such as {@code Claude Sonnet 4.5}, or ids
 * @param callers caller ids ({@link io.outflow.trail.Caller#id()}) or shown names
 * @param dataClasses codes of data classes; {@code UNKNOWN} for undecided
 * @param hours hours of the week, as a cell of the heat map names one
 * @param proofs what digests say of the log files that hold the records
 */
public record UsageFilter(
        Instant from,
        Instant to,
        Set<String> accounts,
        Set<String> regions,
        Set<Channel> channels,
        Set<Claude> claude,
        Set<String> models,
        Set<String> dataClasses,
        Set<String> callers,
        Set<Grade> grades,
        Set<Outcome> outcomes,
        Set<Provenance> provenances,
        Set<WeekHour> hours,
        Set<Proof> proofs) {

    /** An hour of the week in UTC, such as Monday from 09:00 to 10:00. */
    public record WeekHour(DayOfWeek day, int hour) {}

    /** Everything in a period. */
    public static UsageFilter period(Instant from, Instant to) {
        return new UsageFilter(
                from, to, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
                Set.of(), Set.of(), Set.of());
    }

    /** The same in some accounts only. */
    public UsageFilter inAccounts(Set<String> only) {
        return new UsageFilter(
                from,
                to,
                only,
                regions,
                channels,
                claude,
                models,
                dataClasses,
                callers,
                grades,
                outcomes,
                provenances,
                hours,
                proofs);
    }

    /** The same by callers of some grades only. */
    public UsageFilter byGrades(Set<Grade> only) {
        return new UsageFilter(
                from,
                to,
                accounts,
                regions,
                channels,
                claude,
                models,
                dataClasses,
                callers,
                only,
                outcomes,
                provenances,
                hours,
                proofs);
    }
}
