package io.outflow.vendors.content;

import java.time.LocalDate;

/**
 * A day on which something ends or has to be looked at. An entry has at most one of each kind.
 *
 * @param what what ends, as the start of a sentence: "DPA ends"
 * @param day the day, in the zone in which the date was agreed
 */
public record Deadline(DeadlineKind kind, String what, LocalDate day) {}
