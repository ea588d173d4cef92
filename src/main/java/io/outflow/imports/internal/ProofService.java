package io.outflow.imports.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.imports.DigestGap;
import io.outflow.imports.Proofs;
import io.outflow.trail.LogName;
import io.outflow.usage.Unproven;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** The door to what digests leave open. */
@Service
@Requires(Action.READ_USAGE)
class ProofService implements Proofs, Unproven {
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private final GapRows rows;

    ProofService(JdbcTemplate jdbc) {
        this.rows = new GapRows(jdbc);
    }

    @Override
    public List<DigestGap> gaps(Instant from, Instant to) {
        return rows.between(from, to).stream().map(gap -> cut(gap, from, to)).toList();
    }

    @Override
    public SortedMap<LocalDate, Day> days(Instant from, Instant to, Set<String> accounts, Set<String> regions) {
        var days = new TreeMap<LocalDate, Day>();
        for (var gap : gaps(from, to)) {
            if (asked(accounts, gap.account()) && asked(regions, gap.region())) {
                for (var at = gap.from(); at.isBefore(gap.to()); ) {
                    var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
                    var next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                    days.merge(day, new Day(cut(gap, at, next).hours(), 0, 0), Day::plus);
                    at = next;
                }
            }
        }
        add(days, rows.setAside(from, to), new Day(0, 1, 0), accounts, regions);
        add(days, rows.unhashed(from, to), new Day(0, 0, 1), accounts, regions);
        return days;
    }

    private static void add(
            Map<LocalDate, Day> days, List<LogName> logs, Day one, Set<String> accounts, Set<String> regions) {
        for (var log : logs) {
            if (asked(accounts, log.account()) && asked(regions, log.region())) {
                days.merge(LocalDate.ofInstant(log.delivered(), ZoneOffset.UTC), one, Day::plus);
            }
        }
    }

    private static boolean asked(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static DigestGap cut(DigestGap gap, Instant from, Instant to) {
        var start = gap.from().isBefore(from) ? from : gap.from();
        var end = gap.to().isAfter(to) ? to : gap.to();
        long hours = Math.ceilDiv(Duration.between(start, end).toSeconds(), HOUR);
        return new DigestGap(gap.account(), gap.region(), gap.trail(), start, end, hours, gap.reason());
    }
}
