package io.outflow.usage.ui;

import io.outflow.base.Formats;
import io.outflow.usage.UsageReport;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What the heat map draws: calls by day of the week, Monday first, and hour in UTC.
 *
 * @param picked cells the filter names, such as {@code 0-9} for Monday 09:00
 */
record HeatData(String label, long[][] cells, List<String> picked) {

    static HeatData of(UsageReport report) {
        var cells = report.heat();
        var picked = report.filter().hours().stream()
                .map(hour -> hour.day().ordinal() + "-" + hour.hour())
                .sorted()
                .toList();
        return new HeatData(label(cells), cells, picked);
    }

    /** The hour a cell of the chart stands for. */
    static HourOfWeek hour(String cell) {
        var parts = cell.split("-", 2);
        return HourOfWeek.of(DayOfWeek.of(Integer.parseInt(parts[0]) + 1), Integer.parseInt(parts[1]));
    }

    private static String label(long[][] cells) {
        var day = 0;
        var hour = 0;
        for (var d = 0; d < cells.length; d++) {
            for (var h = 0; h < cells[d].length; h++) {
                if (cells[d][h] > cells[day][hour]) {
                    day = d;
                    hour = h;
                }
            }
        }
        return "Calls by day of the week and hour in UTC. Most on %s, %s of %s. The table shows the same numbers."
                .formatted(
                        HourOfWeek.of(DayOfWeek.of(day + 1), hour).words(),
                        Formats.count(cells[day][hour]),
                        Formats.count(
                                List.of(cells).stream()
                                        .flatMapToLong(LongStream::of)
                                        .sum(),
                                "call",
                                "calls"));
    }
}
