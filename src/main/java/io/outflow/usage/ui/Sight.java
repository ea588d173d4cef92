package io.outflow.usage.ui;

import io.outflow.usage.UsageReport;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** What a filter leaves of the coverage. */
final class Sight {

    private Sight() {}

    /** Days of which at least one account, Region and channel in the filter was logged. */
    static Set<LocalDate> daysSeen(UsageReport report) {
        var filter = report.filter();
        var days = new TreeSet<LocalDate>();
        for (var cell : report.coverage().cells()) {
            if (has(filter.accounts(), cell.account())
                    && has(filter.regions(), cell.region())
                    && has(filter.channels(), cell.channel())) {
                days.addAll(cell.days());
            }
        }
        return days;
    }

    private static <T> boolean has(Set<T> chosen, T value) {
        return chosen.isEmpty() || chosen.contains(value);
    }
}
