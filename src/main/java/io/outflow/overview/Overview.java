package io.outflow.overview;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.gaps.Gaps;
import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageMap;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageFilter;
import io.outflow.usage.UsageReport;
import io.outflow.vendors.Due;
import io.outflow.vendors.DueDates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Service;

/** Answers the six questions of the first page from what the other modules know. */
@Service
@ConditionalOnWebApplication
@Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
public class Overview {

    private static final int SOON = 30;

    private final Gaps gaps;
    private final Usage usage;
    private final DueDates due;
    private final Coverage coverage;
    private final Clock clock;

    Overview(Gaps gaps, Usage usage, DueDates due, Coverage coverage, Clock clock) {
        this.gaps = gaps;
        this.usage = usage;
        this.due = due;
        this.coverage = coverage;
        this.clock = clock;
    }

    /**
     * What the page says of some days.
     *
     * @param report the use in these days; empty before anything was imported
     * @param coverage which of these days logs can tell of
     * @param statements the six findings, what asks for most first
     */
    public record Page(
            LocalDate first,
            LocalDate last,
            Optional<UsageReport> report,
            CoverageMap coverage,
            List<Statement> statements) {

        /** What the numbers rest on, in a sentence. */
        public String sentence() {
            if (report.isEmpty()) {
                return "No logs yet. What is used, by whom and with which data is unknown.";
            }
            var seen = report.get();
            return "%s in %s and %s, %s; %s of them rest on verified log files."
                    .formatted(
                            Formats.count(seen.calls(), "call", "calls"),
                            Formats.count(seen.options().accounts().size(), "account", "accounts"),
                            Formats.count(seen.options().regions().size(), "Region", "Regions"),
                            Formats.period(first, last),
                            Formats.percent(seen.verified().calls(), seen.calls()));
        }
    }

    /** @param days how many days up to the last evidence the counts of use go back */
    public Page page(int days) {
        var now = clock.instant();
        var evidenced = usage.evidenced();
        var last = LocalDate.ofInstant(evidenced.map(Usage.Span::to).orElse(now), ZoneOffset.UTC);
        var first = last.minusDays(days - 1L);
        var report = evidenced.map(span -> usage.report(UsageFilter.period(start(first), start(last.plusDays(1)))));
        var found = gaps.counted().isPresent() ? gaps.list() : List.<io.outflow.gaps.Gap>of();
        var words = new GapStatements(found, report.isPresent(), gaps.counted().isPresent());
        var map = coverage.coverage(start(first), start(last.plusDays(1)));
        var statements = new ArrayList<Statement>();
        statements.add(words.agreement());
        statements.add(words.dataClass());
        statements.add(words.region());
        statements.add(UseStatements.callers(report, first, last));
        statements.add(UseStatements.coverage(map));
        statements.add(due(LocalDate.ofInstant(now, ZoneOffset.UTC)));
        statements.sort(Comparator.comparingInt(Statement::severe).reversed());
        return new Page(first, last, report, map, List.copyOf(statements));
    }

    private Statement due(LocalDate today) {
        var soon = due.list().stream().filter(one -> one.daysLeft() <= SOON).toList();
        var overdue = soon.stream().filter(one -> one.daysLeft() < 0).count();
        var nobody = soon.stream().filter(one -> one.owner().isEmpty()).count();
        var first = soon.stream().filter(one -> one.daysLeft() >= 0).findFirst();
        var detail = (overdue == 0 ? "" : Formats.count(overdue) + " of them overdue. ")
                + (soon.isEmpty()
                        ? ""
                        : nobody == 0 ? "All have an owner." : Formats.count(nobody) + " have no owner.");
        return new Statement(
                Statement.Topic.DUE,
                Formats.count(soon.size()),
                soon.size() == 1 ? "record is " : "records are ",
                "due within %d days".formatted(SOON),
                first.map(Overview::named).orElse("."),
                detail,
                Formats.period(today, today.plusDays(SOON)),
                "Register, dated sources",
                Statement.Sure.REGISTER,
                1,
                soon.isEmpty() ? "See what is due" : "Plan reviews",
                "due",
                soon.isEmpty() ? 0 : overdue > 0 ? 2 : 1);
    }

    private static String named(Due first) {
        return "; next %s, %s, %s."
                .formatted(first.object().title(), first.deadline().what(), Formats.day(first.day()));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
