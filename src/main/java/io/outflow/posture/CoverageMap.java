package io.outflow.posture;

import io.outflow.trail.Channel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Account x Region x channel x UTC day.
 *
 * @param from first day
 * @param to last day; before {@code from} where no day of the period has begun
 * @param lines every known place with a cell for each day, in order
 */
public record CoverageMap(LocalDate from, LocalDate to, SortedMap<Place, List<Cell>> lines) {

    private static final Cell NOT_KNOWN =
            new Cell(State.UNKNOWN, false, "Nothing is known of this account and Region.", new Grounds.Nothing());

    public CoverageMap {
        var copy = new TreeMap<Place, List<Cell>>();
        lines.forEach((place, cells) -> copy.put(place, List.copyOf(cells)));
        lines = copy;
    }

    /** Whether a day's logs can tell. */
    public enum State {
        /** Records of the day were read. */
        COVERED("covered"),
        /** It is evident that at least a part of the day was not logged. Use in it is unknown. */
        NOT_COVERED("not covered"),
        /** Nothing proves that the day was logged. Use on it is unknown, not zero. */
        UNKNOWN("unknown");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The word on screens. */
        public String label() {
            return label;
        }
    }

    /** One line of the map. */
    public record Place(String account, String region, Lane lane) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::account)
                .thenComparing(Place::region)
                .thenComparing(Place::lane);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * One day of one place.
     *
     * @param partly for {@link State#NOT_COVERED}, that only a part of the day is known to be so
     * @param reason in a sentence
     */
    public record Cell(State state, boolean partly, String reason, Grounds grounds) {}

    /** Days in a row that stand alike for the same reason. */
    public record Stretch(LocalDate first, LocalDate last, Cell cell) {
        public int days() {
            return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        }
    }

    /** What is known of one day; unknown for a place or day that is not in the map. */
    public Cell cell(String account, String region, Channel channel, LocalDate day) {
        var cells = lines.get(new Place(account, region, Lane.of(channel)));
        var index = day.toEpochDay() - from.toEpochDay();
        return cells == null || index < 0 || index >= cells.size() ? NOT_KNOWN : cells.get((int) index);
    }

    /** Whether records were read on every day for one channel in every account and Region that is known, so that no call means no use. */
    public boolean whole(Channel channel) {
        return !to.isBefore(from) && wholeDays(Set.of(channel)).size() == to.toEpochDay() - from.toEpochDay() + 1;
    }

    /** The days on which records of one of these channels were read, at least of a part of the day, in any account and Region. */
    public SortedSet<LocalDate> seenDays(Set<Channel> channels) {
        return daysOf(channels, cells -> cells.anyMatch(cell -> cell.state() == State.COVERED || cell.partly()));
    }

    /** The days that are covered for all of these channels in every account and Region that is known: no call on them means no use. */
    public SortedSet<LocalDate> wholeDays(Set<Channel> channels) {
        return daysOf(channels, cells -> cells.allMatch(cell -> cell.state() == State.COVERED));
    }

    private SortedSet<LocalDate> daysOf(Set<Channel> channels, Predicate<Stream<Cell>> wanted) {
        var of = lines.entrySet().stream()
                .filter(line -> line.getKey()
                        .lane()
                        .channel()
                        .filter(channels::contains)
                        .isPresent())
                .map(Map.Entry::getValue)
                .toList();
        var days = new TreeSet<LocalDate>();
        for (var day = from; !of.isEmpty() && !day.isAfter(to); day = day.plusDays(1)) {
            var index = (int) (day.toEpochDay() - from.toEpochDay());
            if (wanted.test(of.stream().map(cells -> cells.get(index)))) {
                days.add(day);
            }
        }
        return days;
    }

    /** How many days of all channels, accounts and Regions are in a state. */
    public long days(State state) {
        return lines.keySet().stream()
                .filter(place -> place.lane().channel().isPresent())
                .mapToLong(place -> days(place, state))
                .sum();
    }

    /** The days of a place in rows of equal ones; empty for a place that is not in the map. */
    public List<Stretch> stretches(Place place) {
        var stretches = new ArrayList<Stretch>();
        var day = from;
        for (var cell : lines.getOrDefault(place, List.of())) {
            if (!stretches.isEmpty() && stretches.getLast().cell().equals(cell)) {
                stretches.set(
                        stretches.size() - 1, new Stretch(stretches.getLast().first(), day, cell));
            } else {
                stretches.add(new Stretch(day, day, cell));
            }
            day = day.plusDays(1);
        }
        return stretches;
    }

    /** How many days of a place are in a state. */
    public long days(Place place, State state) {
        return lines.getOrDefault(place, List.of()).stream()
                .filter(cell -> cell.state() == state)
                .count();
    }
}
