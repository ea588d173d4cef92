package io.outflow.overview;

import io.outflow.base.Formats;
import io.outflow.overview.Statement.Sure;
import io.outflow.overview.Statement.Topic;
import io.outflow.trail.Channel;
import io.outflow.trail.Grade;
import io.outflow.usage.CoverageReport;
import io.outflow.usage.UsageAddress;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    /** Hours of channels in the accounts and Regions that are known, of which nothing proves that calls were logged. */
    static Statement coverage(Optional<UsageReport> use, LocalDate first, LocalDate last) {
        if (use.isEmpty()) {
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
        var report = use.get();
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        var places = report.coverage().cells().stream()
                .map(cell -> cell.account() + " " + cell.region())
                .distinct()
                .count();
        var all = places * Channel.values().length * days * HOURS;
        var covered = report.coverage().cells().stream()
                        .mapToLong(cell -> cell.days().size())
                        .sum()
                * HOURS;
        var missing = all - covered;
        return new Statement(
                Topic.COVERAGE,
                Formats.count(missing),
                "hours have ",
                "no evidence of a log",
                ", of %s.".formatted(Formats.count(all)),
                "By account, Region and channel; %s. Accounts without any log are not in this."
                        .formatted(blind(report)),
                Formats.period(first, last),
                missing == 0 ? "Covered" : "Not evidenced",
                missing == 0 ? Sure.REGISTER : Sure.UNKNOWN,
                0,
                "See blind spots",
                UsageAddress.usage(report.filter()) + "&coverage=open",
                missing == 0 ? 0 : 10);
    }

    /** The channels of which no day is evidenced anywhere. */
    private static String blind(UsageReport report) {
        var seen = report.coverage().cells().stream()
                .map(CoverageReport.Cell::channel)
                .collect(Collectors.toSet());
        var unseen = Arrays.stream(Channel.values())
                .filter(channel -> !seen.contains(channel))
                .map(Channel::label)
                .toList();
        return unseen.isEmpty() ? "in whole days" : "never seen: " + String.join(", ", unseen);
    }
}
