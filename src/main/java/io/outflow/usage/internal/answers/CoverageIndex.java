package io.outflow.usage.internal.answers;

import io.outflow.trail.Channel;
import io.outflow.trail.Coverage;
import io.outflow.usage.CoverageReport;
import io.outflow.usage.CoverageReport.Cell;
import io.outflow.usage.CoverageReport.ChannelCoverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The days on which accounts, Regions and channels are known to have been logged. Never changes; adding gives a new one. */
final class CoverageIndex {
    static final CoverageIndex EMPTY = new CoverageIndex(new TreeMap<>(Place.ORDER));

    private final TreeMap<Place, SortedSet<LocalDate>> days;

    private CoverageIndex(TreeMap<Place, SortedSet<LocalDate>> days) {
        this.days = days;
    }

    CoverageIndex with(Collection<Coverage> more) {
        var fresh = more.stream().filter(one -> !has(one)).toList();
        if (fresh.isEmpty()) {
            return this;
        }
        var merged = new TreeMap<>(days);
        fresh.stream()
                .collect(Collectors.groupingBy(Place::of, Collectors.mapping(Coverage::day, Collectors.toSet())))
                .forEach((place, added) -> {
                    var all = new TreeSet<>(added);
                    all.addAll(days.getOrDefault(place, Collections.emptySortedSet()));
                    merged.put(place, all);
                });
        return new CoverageIndex(merged);
    }

    /** What lies between two days, both included. */
    CoverageReport report(LocalDate from, LocalDate to) {
        var accounts = new TreeSet<String>();
        var regions = new TreeSet<String>();
        var cells = new ArrayList<Cell>();
        var channels = new EnumMap<Channel, SortedSet<LocalDate>>(Channel.class);
        days.forEach((place, all) -> {
            var within = new TreeSet<>(all.headSet(to.plusDays(1)).tailSet(from));
            if (!within.isEmpty()) {
                accounts.add(place.account());
                regions.add(place.region());
                channels.computeIfAbsent(place.channel(), _ -> new TreeSet<>()).addAll(within);
                cells.add(new Cell(
                        place.account(), place.region(), place.channel(), Collections.unmodifiableSortedSet(within)));
            }
        });
        return new CoverageReport(
                from,
                to,
                Collections.unmodifiableSortedSet(accounts),
                Collections.unmodifiableSortedSet(regions),
                Arrays.stream(Channel.values())
                        .map(channel -> new ChannelCoverage(
                                channel,
                                Collections.unmodifiableSortedSet(
                                        channels.getOrDefault(channel, Collections.emptySortedSet()))))
                        .toList(),
                cells);
    }

    /** Every day that any place was logged on. */
    SortedSet<LocalDate> days() {
        var all = new TreeSet<LocalDate>();
        days.values().forEach(all::addAll);
        return all;
    }

    private boolean has(Coverage coverage) {
        var known = days.get(Place.of(coverage));
        return known != null && known.contains(coverage.day());
    }

    private record Place(String account, String region, Channel channel) {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::account)
                .thenComparing(Place::region)
                .thenComparing(Place::channel);

        static Place of(Coverage coverage) {
            return new Place(coverage.account(), coverage.region(), coverage.channel());
        }
    }
}
