package io.outflow.gaps.ui;

import io.outflow.base.ui.AxisData;
import io.outflow.base.ui.Glyph;
import io.outflow.classification.DataClass;
import io.outflow.posture.CoverageMap;
import io.outflow.trail.Channel;
import io.outflow.trail.GovernanceKind;
import io.outflow.trail.Proof;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What usage puts on an axis of time. */
public final class AxisParts {
    private static final int MOST_CHANGES = 200;

    private AxisParts() {}

    /** All use by class of data, Unknown on top. */
    public static void use(AxisData.Builder axis, UsageReport report, List<DataClass> classes) {
        classes.forEach(one -> axis.calls(one.name(), one.colour(), days(report, one.code())));
        axis.calls("Unknown", 0, days(report, "UNKNOWN"));
    }

    private static Map<LocalDate, Long> days(UsageReport report, String code) {
        var days = new TreeMap<LocalDate, Long>();
        report.days().forEach((day, calls) -> days.put(day, calls.getOrDefault(code, 0L)));
        return days;
    }

    /** The days before today on which no channel is known to have been logged, as the map of coverage tells them. */
    public static void blind(AxisData.Builder axis, CoverageMap coverage, LocalDate today) {
        var seen = coverage.seenDays(EnumSet.allOf(Channel.class));
        @Nullable LocalDate start = null;
        for (var day : axis.days()) {
            var hidden = !seen.contains(day) && day.isBefore(today);
            if (hidden && start == null) {
                start = day;
            } else if (!hidden && start != null) {
                axis.blind(start, day.minusDays(1), "not evidenced");
                start = null;
            }
        }
        if (start != null) {
            axis.blind(start, axis.days().getLast(), "not evidenced");
        }
    }

    /** What was changed of logging, guardrails, access, keys and retention. */
    public static void changes(AxisData.Builder axis, Usage usage, Instant from, Instant to) {
        usage.governance(from, to, 0, MOST_CHANGES)
                .items()
                .forEach(item -> axis.change(
                        item.event().key().time(),
                        glyph(item.event().kind(), item.event().operation()),
                        item.event().operation() + ", " + item.event().key().account()));
    }

    private static Glyph glyph(GovernanceKind kind, String operation) {
        return switch (kind) {
            case INVOCATION_LOGGING -> operation.startsWith("Delete") ? Glyph.LOGGING_OFF : Glyph.LOGGING_ON;
            case TRAIL ->
                operation.startsWith("Stop") || operation.startsWith("Delete") ? Glyph.LOGGING_OFF : Glyph.TRAIL;
            case GUARDRAIL -> Glyph.GUARDRAIL;
            case RETENTION -> Glyph.RETENTION;
            case ACCESS, API_KEY -> Glyph.LOCK;
            case RESOURCE -> Glyph.SETTINGS;
        };
    }

    /** What proves the log files of each day. */
    public static void proofs(AxisData.Builder axis, UsageReport report) {
        axis.days().forEach(day -> {
            var proofs = report.dayProofs().getOrDefault(day, Map.of());
            axis.proof(kind(proofs), GapWords.proof(proofs));
        });
    }

    private static String kind(Map<Proof, Long> proofs) {
        var all = proofs.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return "";
        }
        if (proofs.containsKey(Proof.INVALID) || proofs.containsKey(Proof.UNREFERENCED)) {
            return "broken";
        }
        var verified = proofs.getOrDefault(Proof.VERIFIED, 0L);
        return verified == all ? "verified" : verified == 0 ? "none" : "part";
    }
}
