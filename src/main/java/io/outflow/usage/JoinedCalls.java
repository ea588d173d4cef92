package io.outflow.usage;

/**
 * How many calls that invocation logs tell of stand beside the CloudTrail record of the same request. One call may have
 * several lines.
 *
 * @param logged calls that lines tell of
 * @param withRecord those that a record tells of too
 */
public record JoinedCalls(long logged, long withRecord) {}
