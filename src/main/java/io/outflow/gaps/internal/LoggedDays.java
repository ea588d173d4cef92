package io.outflow.gaps.internal;

import io.outflow.posture.CoverageMap.State;
import io.outflow.trail.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Predicate;

/** Tells days without a call from days without a log. */
final class LoggedDays {

    private LoggedDays() {}

    /**
     * Whether every day of a stretch is known to have been logged in a place, for each of some channels. The day that is not over
     * is not asked, because its logs may be on their way.
     */
    static boolean all(
            Scene scene, String account, String region, Predicate<Channel> channels, Instant from, Instant until) {
        var first = day(from.isBefore(scene.from()) ? scene.from() : from);
        var end = day((until.isAfter(scene.to()) ? scene.to() : until).minusNanos(1));
        var last = end.isBefore(scene.today()) ? end : scene.today().minusDays(1);
        if (last.isBefore(first)) {
            return false;
        }
        var map = scene.coverage().apply(first.atStartOfDay(ZoneOffset.UTC).toInstant());
        return Arrays.stream(Channel.values()).filter(channels).allMatch(channel -> first.datesUntil(last.plusDays(1))
                .allMatch(day -> map.cell(account, region, channel, day).state() == State.COVERED));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
