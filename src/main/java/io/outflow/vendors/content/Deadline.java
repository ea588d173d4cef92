package io.outflow.vendors.content;

import java.time.LocalDate;

/**
 * A day on which something ends or has to be looked at.
 *
 * @param what what ends, as the start of a sentence: "DPA ends"
 * @param day the day, in the zone in which the date was agreed
 */
public record Deadline(String what, LocalDate day) {}
