package io.outflow.usage;

import io.outflow.trail.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/**
 * The days of a period of which records were read: what a number rests on. A day that is not in {@code days} is not a day without
 * use: whether it was logged is told by the map of coverage of the module {@code posture}, which takes these days in, and
 * which whoever says that there was no use must cite.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record CoverageReport(
        LocalDate from,
        LocalDate to,
        SortedSet<String> accounts,
        SortedSet<String> regions,
        List<ChannelCoverage> channels,
        List<Cell> cells) {

    /** Days on which at least one account and Region of the channel was logged. */
    public record ChannelCoverage(Channel channel, SortedSet<LocalDate> days) {}

    /** One account, Region and channel with the days on which it was logged. */
    public record Cell(String account, String region, Channel channel, SortedSet<LocalDate> days) {}
}
