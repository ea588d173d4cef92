package io.outflow.usage.internal.answers;

import io.outflow.trail.CallerKind;
import io.outflow.trail.Outcome;
import io.outflow.usage.SmallGroups;
import io.outflow.usage.Usage.Dimension;
import io.outflow.usage.Usage.Group;
import io.outflow.usage.UsageFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums the calls of a filter by any combination of dimensions. */
final class Grouping {
    private static final int SUMS = 5;

    private final UsageFilter filter;
    private final Columns columns;
    private final Selection selection;
    private final CallerNames names;
    private final List<Dimension> by;
    private final Map<Key, long[]> groups = new HashMap<>();
    /** Of each subject the group of its calls on any day, made when it first shows. */
    private final @Nullable Key[] keys;

    private final Map<Key, Key> distinct = new HashMap<>();
    /** The people of each group: of all that share the values other than caller and day. */
    private final Map<List<@Nullable String>, Set<String>> people = new HashMap<>();

    Grouping(UsageFilter filter, Columns columns, Selection selection, CallerNames names, List<Dimension> by) {
        this.filter = filter;
        this.columns = columns;
        this.selection = selection;
        this.names = names;
        this.by = by;
        keys = new Key[columns.subjects().size() + 1];
    }

    /** @param merge whether people of small groups are summed in one group, the last */
    List<Group> build(boolean merge) {
        if (by.contains(Dimension.DAY)) {
            columns.days().stream().filter(selection::overlaps).forEach(this::addDay);
        } else {
            add(columns, null);
        }
        var small = merge ? SmallGroups.choose(people) : Set.<List<@Nullable String>>of();
        var merged = new long[SUMS];
        var whole = new HashMap<Key, long[]>();
        groups.forEach((key, sums) -> {
            if (key.person() && small.contains(key.group())) {
                add(merged, sums);
            } else {
                add(whole.computeIfAbsent(key.ofAll(), _ -> new long[SUMS]), sums);
            }
        });
        var result = new ArrayList<Group>(whole.size() + 1);
        whole.forEach((key, sums) -> result.add(group(key.values(by), 0, sums)));
        result.sort(Comparator.comparingLong(Group::calls)
                .thenComparingLong(group -> group.denied() + group.failed())
                .reversed()
                .thenComparing(group -> group.values().values().toString()));
        if (!small.isEmpty()) {
            result.add(group(nothing(), small.size(), merged));
        }
        return result;
    }

    private static Group group(Map<Dimension, @Nullable String> values, int merged, long[] sums) {
        return new Group(values, merged, sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    private static void add(long[] to, long[] sums) {
        for (var index = 0; index < SUMS; index++) {
            to[index] += sums[index];
        }
    }

    private Map<Dimension, @Nullable String> nothing() {
        var values = new LinkedHashMap<Dimension, @Nullable String>();
        by.forEach(dimension -> values.put(dimension, null));
        return Collections.unmodifiableMap(values);
    }

    private void addDay(Day day) {
        add(
                new Columns(List.of(day), columns.subjects(), columns.coverage()),
                LocalDate.ofEpochDay(day.number()).toString());
    }

    private void add(Columns part, @Nullable String day) {
        var tally = Tally.of(part, filter, selection);
        var sums = new IdentityHashMap<Key, long[]>();
        for (var number = 1; number <= part.subjects().size(); number++) {
            if (selection.taken()[number] && tally.shows(number)) {
                add(tally, number, sums.computeIfAbsent(key(number), _ -> new long[SUMS]));
            }
        }
        sums.forEach((key, counted) -> add(groups.computeIfAbsent(key.on(day, by), _ -> new long[SUMS]), counted));
    }

    private static void add(Tally tally, int number, long[] sums) {
        sums[0] += tally.wanted(number, Outcome.USE.ordinal());
        sums[1] += tally.asked(number, Outcome.DENIED.ordinal());
        sums[2] += tally.asked(number, Outcome.FAILED.ordinal());
        sums[3] += tally.input(number);
        sums[4] += tally.output(number);
    }

    /** The group of a subject, the same object for all of one group. */
    private Key key(int number) {
        var known = keys[number];
        if (known != null) {
            return known;
        }
        var made = made(number);
        var key = distinct.computeIfAbsent(made, _ -> made);
        keys[number] = key;
        if (key.person()) {
            people.computeIfAbsent(key.group(), _ -> new HashSet<>())
                    .add(columns.subjects().subject()[number].caller().id());
        }
        return key;
    }

    private Key made(int number) {
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
                        case DAY -> null;
                    });
        }
        var group = new ArrayList<@Nullable String>(values);
        for (var index = 0; index < by.size(); index++) {
            if (by.get(index) == Dimension.CALLER || by.get(index) == Dimension.DAY) {
                group.set(index, null);
            }
        }
        var apart = by.contains(Dimension.CALLER);
        return new Key(
                values,
                group,
                caller.kind() == CallerKind.PERSON,
                apart ? caller.kind() : null,
                apart ? caller.id() : null);
    }

    /**
     * Two callers that are shown alike stay two groups.
     *
     * @param group the values without caller and day
     * @param person whether the calls are those of people
     */
    private record Key(
            List<@Nullable String> values,
            List<@Nullable String> group,
            boolean person,
            @Nullable CallerKind kind,
            @Nullable String caller) {
        /** The same for people and others together. */
        Key ofAll() {
            return new Key(values, group, false, kind, caller);
        }

        /** The same on one day. */
        Key on(@Nullable String day, List<Dimension> by) {
            if (day == null) {
                return this;
            }
            var dated = new ArrayList<@Nullable String>(values);
            for (var index = 0; index < by.size(); index++) {
                if (by.get(index) == Dimension.DAY) {
                    dated.set(index, day);
                }
            }
            return new Key(dated, group, person, kind, caller);
        }

        Map<Dimension, @Nullable String> values(List<Dimension> by) {
            var named = new LinkedHashMap<Dimension, @Nullable String>();
            for (var index = 0; index < by.size(); index++) {
                named.put(by.get(index), values.get(index));
            }
            return Collections.unmodifiableMap(named);
        }
    }
}
