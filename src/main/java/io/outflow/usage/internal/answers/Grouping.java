package io.outflow.usage.internal.answers;

import io.outflow.trail.CallerKind;
import io.outflow.trail.Outcome;
import io.outflow.usage.Usage.Dimension;
import io.outflow.usage.Usage.Group;
import io.outflow.usage.UsageFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums the calls of a filter by any combination of dimensions. */
final class Grouping {
    private final UsageFilter filter;
    private final Columns columns;
    private final Selection selection;
    private final CallerNames names;
    private final List<Dimension> by;
    private final Map<Key, long[]> groups = new HashMap<>();

    Grouping(UsageFilter filter, Columns columns, Selection selection, CallerNames names, List<Dimension> by) {
        this.filter = filter;
        this.columns = columns;
        this.selection = selection;
        this.names = names;
        this.by = by;
    }

    List<Group> build() {
        if (by.contains(Dimension.DAY)) {
            columns.days().stream().filter(selection::overlaps).forEach(this::addDay);
        } else {
            add(columns, null);
        }
        var result = new ArrayList<Group>(groups.size());
        groups.forEach(
                (key, sums) -> result.add(new Group(key.values(by), sums[0], sums[1], sums[2], sums[3], sums[4])));
        result.sort(Comparator.comparingLong(Group::calls)
                .thenComparingLong(group -> group.denied() + group.failed())
                .reversed()
                .thenComparing(group -> group.values().values().toString()));
        return result;
    }

    private void addDay(Day day) {
        add(
                new Columns(List.of(day), columns.subjects(), columns.coverage()),
                LocalDate.ofEpochDay(day.number()).toString());
    }

    private void add(Columns part, @Nullable String day) {
        var tally = Tally.of(part, filter, selection);
        for (var number = 1; number <= part.subjects().size(); number++) {
            if (selection.taken()[number]) {
                add(tally, number, day);
            }
        }
    }

    private void add(Tally tally, int number, @Nullable String day) {
        if (!tally.shows(number)) {
            return;
        }
        var group = groups.computeIfAbsent(key(number, day), _ -> new long[5]);
        group[0] += tally.wanted(number, Outcome.USE.ordinal());
        group[1] += tally.asked(number, Outcome.DENIED.ordinal());
        group[2] += tally.asked(number, Outcome.FAILED.ordinal());
        group[3] += tally.input(number);
        group[4] += tally.output(number);
    }

    private Key key(int number, @Nullable String day) {
        var subject = columns.subjects().subject()[number];
        var caller = subject.caller();
        var values = new ArrayList<@Nullable String>(by.size());
        for (var dimension : by) {
            values.add(
                    switch (dimension) {
                        case CALLER -> names.shown(caller).name();
                        case MODEL -> subject.model().name();
                        case DATA_CLASS -> columns.subjects().decision()[number].dataClass();
                        case DECLARED_CLASS ->
                            columns.subjects().declared()[number].dataClass();
                        case DETECTED_CLASS -> columns.subjects().detected()[number];
                        case SOURCE_REGION -> subject.sourceRegion();
                        case INFERENCE_REGION -> subject.inferenceRegion();
                        case CHANNEL -> subject.channel().name();
                        case ACCOUNT -> subject.account();
                        case DAY -> day;
                    });
        }
        var apart = by.contains(Dimension.CALLER);
        return new Key(values, apart ? caller.kind() : null, apart ? caller.id() : null);
    }

    /** Two callers that are shown alike stay two groups. */
    private record Key(
            List<@Nullable String> values,
            @Nullable CallerKind kind,
            @Nullable String caller) {
        Map<Dimension, @Nullable String> values(List<Dimension> by) {
            var named = new LinkedHashMap<Dimension, @Nullable String>();
            for (var index = 0; index < by.size(); index++) {
                named.put(by.get(index), values.get(index));
            }
            return Collections.unmodifiableMap(named);
        }
    }
}
