package io.outflow.usage.ui;

import io.outflow.base.Formats;
import io.outflow.trail.Proof;
import io.outflow.usage.Unproven;
import io.outflow.usage.UsageReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the stacked bars draw: a value per day for every class that occurs, the days that cannot be seen, and the proof. */
record DaysData(String label, List<String> days, List<Series> series, List<Run> blind, List<Band> band) {

    /**
     * What digests say of the calls of one day.
     *
     * @param kind verified, part, none, broken, or empty for a day without calls on which no digest is missing
     */
    record Band(String kind, String text) {
        /** The same, with what digests leave open on the day, calls or none. */
        Band with(Unproven.@Nullable Day open) {
            if (open == null) {
                return this;
            }
            var words = new ArrayList<String>();
            if (!text.isEmpty()) {
                words.add(text);
            }
            if (open.hours() > 0) {
                words.add(Formats.count(open.hours(), "hour", "hours") + " without a digest");
            }
            if (open.unhashed() > 0) {
                words.add(Formats.count(open.unhashed(), "log file", "log files")
                        + " imported by an older version, verified when imported again");
            }
            if (open.setAside() > 0) {
                words.add(Formats.count(open.setAside(), "log file", "log files") + " set aside");
            }
            var shown =
                    open.setAside() > 0 ? "broken" : kind.isEmpty() ? "none" : kind.equals("verified") ? "part" : kind;
            return new Band(shown, String.join(", ", words));
        }
    }

    record Series(String id, String name, int colour, List<Long> values) {}

    /** Days that belong together, by index, both inclusive. */
    record Run(int from, int to, String text) {}

    static DaysData of(UsageReport report, SortedMap<LocalDate, Unproven.Day> unproven, ClassPalette palette) {
        var days = List.copyOf(report.days().keySet());
        var series = new ArrayList<Series>();
        for (var shade : palette.inOrder()) {
            var values = report.days().values().stream()
                    .map(day -> day.getOrDefault(shade.code(), 0L))
                    .toList();
            if (values.stream().anyMatch(calls -> calls > 0)) {
                series.add(new Series(shade.code(), shade.name(), shade.colour(), values));
            }
        }
        var blind = blind(report, days);
        var texts = days.stream().map(LocalDate::toString).toList();
        return new DaysData(
                label(report, days, blind),
                texts,
                series,
                blind,
                days.stream()
                        .map(day -> band(report, day).with(unproven.get(day)))
                        .toList());
    }

    private static Band band(UsageReport report, LocalDate day) {
        var proofs = report.dayProofs().getOrDefault(day, Map.of());
        var all = proofs.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return new Band("", "");
        }
        long verified = proofs.getOrDefault(Proof.VERIFIED, 0L);
        var text = (verified == 0 ? "none" : Formats.percentExact(verified, all)) + " verified";
        for (var bad : List.of(Proof.INVALID, Proof.UNREFERENCED)) {
            text += proofs.containsKey(bad)
                    ? ", " + Formats.percentExact(proofs.get(bad), all) + " " + bad.label()
                    : "";
        }
        var broken = proofs.containsKey(Proof.INVALID) || proofs.containsKey(Proof.UNREFERENCED);
        return new Band(broken ? "broken" : verified == all ? "verified" : verified == 0 ? "none" : "part", text);
    }

    private static String label(UsageReport report, List<LocalDate> days, List<Run> blind) {
        var most = report.days().entrySet().stream()
                .max(Comparator.comparingLong(day -> day.getValue().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()));
        if (most.isEmpty()) {
            return "No day in this filter.";
        }
        var hidden = blind.stream().mapToInt(run -> run.to() - run.from() + 1).sum();
        return "Calls a day by data class, %s. Most on %s, %s. %s. The table shows the same numbers."
                .formatted(
                        Formats.period(days.getFirst(), days.getLast()),
                        Formats.day(most.get().getKey()),
                        Formats.count(
                                most.get().getValue().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                "call",
                                "calls"),
                        hidden == 0
                                ? "Every day is evidenced"
                                : Formats.count(hidden, "day is", "days are") + " not evidenced: use cannot be seen");
    }

    private static List<Run> blind(UsageReport report, List<LocalDate> days) {
        var seen = Sight.daysSeen(report);
        var runs = new ArrayList<Run>();
        for (var i = 0; i < days.size(); i++) {
            if (seen.contains(days.get(i))) {
                continue;
            }
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.to() == i - 1) {
                runs.set(runs.size() - 1, new Run(last.from(), i, last.text()));
            } else {
                runs.add(new Run(i, i, Words.NOT_EVIDENCED));
            }
        }
        return runs;
    }
}
