package io.outflow.overview;

import io.outflow.base.Formats;
import io.outflow.overview.Statement.Sure;
import io.outflow.overview.Statement.Topic;
import io.outflow.posture.CoverageMap;
import io.outflow.posture.CoverageMap.State;
import io.outflow.trail.Channel;
import io.outflow.trail.Grade;
import io.outflow.usage.UsageAddress;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The two findings that rest on use alone: who called, and what the logs cover. */
final class UseStatements {
    private static final Set<Grade> UNNAMED = EnumSet.of(Grade.ROLE_ONLY, Grade.SHARED_KEY, Grade.UNKNOWN);
    private static final long HOURS = 24;

    private UseStatements() {}

    static Statement callers(Optional<UsageReport> use, LocalDate first, LocalDate last) {
        if (use.isEmpty()) {
            return new Statement(
                    Topic.CALLER,
                    "",
                    "How many calls come from ",
                    "callers we cannot name",
                    " is unknown.",
                    "No logs are stored.",
                    "no logs",
                    "Cannot be seen",
                    Sure.UNKNOWN,
                    0,
                    "Import logs",
                    "imports",
                    47);
        }
        var report = use.get();
        var unnamed = report.unnamed();
        var verified = report.verified().unnamed();
        return new Statement(
                Topic.CALLER,
                Formats.percent(unnamed, report.calls()),
                "of calls come from ",
                "callers we cannot name",
                ".",
                "%s of %s%s"
                        .formatted(
                                Formats.count(unnamed), Formats.count(report.calls(), "call", "calls"), grades(report)),
                Formats.period(first, last),
                unnamed == 0 ? "in what can be seen" : Formats.percent(verified, unnamed) + " verified",
                unnamed == 0
                        ? Sure.REGISTER
                        : verified == 0 ? Sure.NO_DIGEST : verified == unnamed ? Sure.VERIFIED : Sure.PARTLY,
                unnamed == 0 ? 1 : (double) verified / unnamed,
                "Name callers",
                UsageAddress.usage(UsageFilter.period(
                                report.filter().from(), report.filter().to())
                        .byGrades(UNNAMED)),
                unnamed == 0 ? 0 : 20);
    }

    private static String grades(UsageReport report) {
        var calls = new EnumMap<Grade, Long>(Grade.class);
        report.rows().stream()
                .filter(row -> UNNAMED.contains(row.caller().grade()) && row.calls() > 0)
                .forEach(row -> calls.merge(row.caller().grade(), row.calls(), Long::sum));
        return calls.isEmpty()
                ? "."
                : calls.entrySet().stream()
                        .map(entry -> Formats.count(entry.getValue()) + " "
                                + entry.getKey().label())
                        .collect(Collectors.joining(", ", ": ", "."));
    }

    /**
     * Hours of channels in the accounts and Regions that are known, of which nothing proves that calls were logged, as the map of
     * coverage tells them.
     */
    static Statement coverage(CoverageMap map) {
        var address = "coverage?from=%s&to=%s".formatted(map.from(), map.to());
        if (map.lines().isEmpty()) {
            return new Statement(
                    Topic.COVERAGE,
                    "",
                    "",
                    "No hour is covered by a log",
                    ".",
                    "Which accounts and Regions there are is unknown too.",
                    "no logs",
                    "Cannot be seen",
                    Sure.UNKNOWN,
                    0,
                    "Import logs",
                    "imports",
                    46);
        }
        var off = map.days(State.NOT_COVERED) * HOURS;
        var unknown = map.days(State.UNKNOWN) * HOURS;
        var missing = off + unknown;
        return new Statement(
                Topic.COVERAGE,
                Formats.count(missing),
                "hours are ",
                "not covered by a log",
                ", of %s.".formatted(Formats.count(missing + map.days(State.COVERED) * HOURS)),
                ("%s lie on days of which at least a part was not logged; of %s nothing is known. By account, Region and "
                                + "channel, %s. Accounts of which nothing is known are not in this.")
                        .formatted(hours(off), hours(unknown), blind(map)),
                Formats.period(map.from(), map.to()),
                missing == 0 ? "Covered" : "Coverage map",
                missing == 0 ? Sure.REGISTER : Sure.UNKNOWN,
                0,
                "See the coverage map",
                address,
                missing == 0 ? 0 : 10);
    }

    private static String hours(long hours) {
        return Formats.count(hours, "hour", "hours");
    }

    /** The channels of which no day is evidenced anywhere. */
    private static String blind(CoverageMap map) {
        var unseen = Arrays.stream(Channel.values())
                .filter(channel -> map.seenDays(Set.of(channel)).isEmpty())
                .map(Channel::label)
                .toList();
        return unseen.isEmpty() ? "in whole days" : "never seen: " + String.join(", ", unseen);
    }
}
