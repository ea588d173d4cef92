package io.outflow.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;

/** What digests leave open day by day, whether calls were seen or not; given by whoever keeps digests. */
public interface Unproven {

    /**
     * What is open on one UTC day.
     *
     * @param hours digests that are missing, one for each hour begun, of all trails together
     * @param setAside log files that were set aside whole because they are not as AWS signed them
     * @param unhashed log files that an older version imported, which kept no hash to compare: they are verified when they are
     *     imported again
     */
    record Day(long hours, long setAside, long unhashed) {
        public Day plus(Day other) {
            return new Day(hours + other.hours, setAside + other.setAside, unhashed + other.unhashed);
        }
    }

    /**
     * The days of a period on which something is open.
     *
     * @param to the first moment behind the period
     * @param accounts empty for all
     * @param regions empty for all
     */
    SortedMap<LocalDate, Day> days(Instant from, Instant to, Set<String> accounts, Set<String> regions);
}
