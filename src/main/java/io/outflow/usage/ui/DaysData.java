package io.outflow.usage.ui;

import io.outflow.base.Formats;
import io.outflow.usage.UsageReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the stacked bars draw: a value per day for every class that occurs, and the days that cannot be seen. */
record DaysData(String label, List<String> days, List<Series> series, List<Run> blind) {

    record Series(String id, String name, int colour, List<Long> values) {}

    /** Days that belong together, by index, both inclusive. */
    record Run(int from, int to, String text) {}

    static DaysData of(UsageReport report, ClassPalette palette) {
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
        return new DaysData(label(report, days, blind), texts, series, blind);
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
