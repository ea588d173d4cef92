package io.outflow.usage.internal.answers;

import io.outflow.usage.UsageFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Where in time one page of calls lies, newest first. The columns know it without asking the database, however far back the
 * page is; the database then gives the rows of these moments alone.
 *
 * @param total calls of the filter
 * @param millis the moments of the page's calls, newest first, each once
 * @param skip how many calls of the first moment are on the page before
 * @param rowsBetween calls of any kind between the last and the first moment
 */
record PageWindow(long total, long[] millis, int skip, long rowsBetween) {

    static PageWindow of(Columns columns, UsageFilter filter, Selection selection, int page, int size) {
        return new Search(columns, filter, selection, (long) page * size, size).run();
    }

    /**
     * Whether one row is a call of the filter.
     *
     * @param subject its number in the index, 0 where it has none yet
     * @param packed outcome and proof as {@link Day#packed} gives them
     */
    static boolean takes(UsageFilter filter, Selection selection, long millis, int subject, int packed) {
        if (!selection.holds(millis)
                || subject == 0
                || subject >= selection.taken().length
                || !selection.taken()[subject]) {
            return false;
        }
        if (!filter.outcomes().isEmpty()
                && filter.outcomes().stream().noneMatch(asked -> asked.ordinal() == Day.outcomeIn(packed))) {
            return false;
        }
        if (!selection.takesProof(Day.proofIn(packed))) {
            return false;
        }
        var day = Math.floorDiv(millis, Day.MILLIS);
        var hour = (int) ((millis - day * Day.MILLIS) / 3_600_000);
        return (selection.hoursOf((int) Math.floorMod(day + 3, 7L)) >> hour & 1) == 1;
    }

    private static final class Search {
        private final Columns columns;
        private final UsageFilter filter;
        private final Selection selection;
        private final long first;
        private final int size;
        private final List<Long> moments = new ArrayList<>();
        private long seen;
        private long taken;
        private int skip;

        Search(Columns columns, UsageFilter filter, Selection selection, long first, int size) {
            this.columns = columns;
            this.filter = filter;
            this.selection = selection;
            this.first = first;
            this.size = size;
        }

        PageWindow run() {
            var days = columns.days().reversed().stream()
                    .filter(selection::overlaps)
                    .toList();
            var outcomes = outcomes();
            // The one pass over every call; days do not depend on each other.
            var counts =
                    days.parallelStream().mapToLong(day -> count(day, outcomes)).toArray();
            for (var at = 0; at < counts.length; at++) {
                if (seen + counts[at] > first && taken < size) {
                    pick(days.get(at), outcomes);
                }
                seen += counts[at];
            }
            var millis = moments.stream().mapToLong(Long::longValue).toArray();
            return new PageWindow(seen, millis, skip, between(millis));
        }

        private boolean[] outcomes() {
            var outcomes = new boolean[4];
            for (var ordinal = 0; ordinal < 3; ordinal++) {
                var asked = ordinal;
                outcomes[ordinal] = filter.outcomes().isEmpty()
                        || filter.outcomes().stream().anyMatch(one -> one.ordinal() == asked);
            }
            return outcomes;
        }

        private long count(Day day, boolean[] outcomes) {
            var count = 0L;
            for (var entry = 0; entry < day.size(); entry++) {
                count += matches(day, entry, outcomes) ? day.weight(entry) : 0;
            }
            return count;
        }

        private void pick(Day day, boolean[] outcomes) {
            var byMoment = new TreeMap<Integer, int[]>();
            for (var entry = 0; entry < day.size(); entry++) {
                if (matches(day, entry, outcomes)) {
                    byMoment.computeIfAbsent(day.millis()[entry], _ -> new int[1])[0] += day.weight(entry);
                }
            }
            var before = seen;
            for (var moment : byMoment.descendingMap().entrySet()) {
                var count = moment.getValue()[0];
                if (count > 0 && before + count > first && taken < size) {
                    if (moments.isEmpty()) {
                        skip = (int) Math.max(0, first - before);
                        taken -= skip;
                    }
                    moments.add(day.start() + moment.getKey());
                    taken += count;
                }
                before += count;
            }
        }

        private boolean matches(Day day, int entry, boolean[] outcomes) {
            var millis = day.millis()[entry];
            return selection.taken()[day.subject()[entry]]
                    && outcomes[day.outcomeOrdinal(entry)]
                    && selection.takesProof(day.proofOrdinal(entry))
                    && (selection.hoursOf(day.dayOfWeek()) >> (millis / 3_600_000) & 1) == 1
                    && selection.holds(day.start() + millis);
        }

        private long between(long[] millis) {
            if (millis.length == 0) {
                return 0;
            }
            var newest = millis[0];
            var oldest = millis[millis.length - 1];
            return columns.days().stream()
                    .filter(day -> day.start() <= newest && day.start() + Day.MILLIS > oldest)
                    .mapToLong(day -> Arrays.stream(day.millis(), 0, day.size())
                            .filter(moment -> day.start() + moment >= oldest && day.start() + moment <= newest)
                            .count())
                    .sum();
        }
    }
}
