package io.outflow.usage.internal.answers;

import io.outflow.usage.Usage.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * One moment of everything that is held in the heap; never changes.
 *
 * @param days the days that hold calls, earliest first
 * @param coverage what was logged
 */
record Columns(List<Day> days, SubjectIndex subjects, CoverageIndex coverage) {

    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    /**
     * First millisecond that is not before an instant. Calls are held to the millisecond, cut; so a period that begins or
     * ends within one begins or ends at the next.
     */
    static long millis(Instant instant) {
        if (instant.getEpochSecond() < FIRST / 1000) {
            return FIRST;
        }
        if (instant.getEpochSecond() > LAST / 1000) {
            return LAST + 1;
        }
        var millis = instant.toEpochMilli();
        return instant.getNano() % 1_000_000 == 0 ? millis : millis + 1;
    }

    /** Whether a stored call is a step of an agent's answer that is counted by the answer's entry. */
    boolean countedByEntry(Instant time, int subject) {
        var key = subjects.stepKey()[subject];
        return key > 0
                && day(Math.floorDiv(time.getEpochSecond(), 86_400L))
                        .map(day -> day.entered().get(key))
                        .orElse(false);
    }

    /** First and last moment of which there is a call. */
    Optional<Span> span() {
        var first = days.stream().map(Day::ends).filter(ends -> ends.length > 0).findFirst();
        var last = days.reversed().stream()
                .map(Day::ends)
                .filter(ends -> ends.length > 0)
                .findFirst();
        return first.flatMap(
                early -> last.map(late -> new Span(Instant.ofEpochMilli(early[0]), Instant.ofEpochMilli(late[1]))));
    }

    /**
     * Some of the days cut into as many shares as there are cores, in their order.
     *
     * @param least so many calls are worth a core of their own; only the last share may have fewer
     */
    List<List<Day>> shares(Predicate<Day> wanted, long least) {
        var some = days.stream().filter(wanted).toList();
        var calls = some.stream().mapToLong(Day::size).sum();
        var each = Math.max(least, calls / Runtime.getRuntime().availableProcessors() + 1);
        var shares = new ArrayList<List<Day>>();
        var from = 0;
        var held = 0L;
        for (var at = 0; at < some.size(); at++) {
            held += some.get(at).size();
            if (held >= each || at == some.size() - 1) {
                shares.add(some.subList(from, at + 1));
                from = at + 1;
                held = 0;
            }
        }
        return shares;
    }

    /** The days on which there is anything to tell, a call or coverage. */
    SortedSet<LocalDate> knownDays() {
        var known = coverage.days();
        if (!days.isEmpty()) {
            known.add(LocalDate.ofEpochDay(days.getFirst().number()));
            known.add(LocalDate.ofEpochDay(days.getLast().number()));
        }
        return known;
    }

    private Optional<Day> day(long number) {
        var low = 0;
        var high = days.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var day = days.get(middle);
            if (day.number() == number) {
                return Optional.of(day);
            }
            if (day.number() < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
