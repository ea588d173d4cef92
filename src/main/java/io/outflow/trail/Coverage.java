package io.outflow.trail;

import java.time.LocalDate;

/**
 * One account, Region, channel and UTC day that the records prove to have been logged: a day that holds an invocation, or,
 * for the Bedrock runtime, another {@code readOnly=true} management record of a trail.
 */
public record Coverage(String account, String region, Channel channel, LocalDate day) {}
