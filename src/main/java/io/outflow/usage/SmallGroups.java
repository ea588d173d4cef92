package io.outflow.usage;

import io.outflow.classification.Decision;
import io.outflow.trail.CallerKind;
import io.outflow.trail.Channel;
import io.outflow.trail.Claude;
import io.outflow.usage.UsageReport.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one rule for files without names: people who share all of a row but caller and day are a group, and groups of fewer than
 * {@value #LEAST} are merged, because a mark in so small a group is nearly a name. What is merged stands for at least so many
 * people, or for all there are. Callers that are no people stay as they are, and so does every total.
 */
public final class SmallGroups {

    public static final int LEAST = 5;

    private static final SmallGroups NONE = new SmallGroups(Set.of());

    private final Set<Group> merged;

    private SmallGroups(Set<Group> merged) {
        this.merged = merged;
    }

    /** For files that name people: nothing is merged. */
    public static SmallGroups none() {
        return NONE;
    }

    /** Those among the rows of a whole file. */
    public static SmallGroups among(List<Row> rows) {
        var people = new HashMap<Group, Set<String>>();
        for (var row : rows) {
            if (row.caller().kind() == CallerKind.PERSON) {
                people.computeIfAbsent(Group.of(row), _ -> new HashSet<>())
                        .add(row.caller().id());
            }
        }
        return new SmallGroups(choose(people));
    }

    /** Which of the groups are merged: all small ones, and the next larger ones until what is merged is not small itself. */
    public static <G> Set<G> choose(Map<G, ? extends Set<String>> people) {
        var chosen = new HashSet<G>();
        var together = new HashSet<String>();
        people.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> group.getValue().size()))
                .forEach(group -> {
                    var small = group.getValue().size() < LEAST;
                    if (small || !chosen.isEmpty() && together.size() < LEAST) {
                        chosen.add(group.getKey());
                        together.addAll(group.getValue());
                    }
                });
        return chosen;
    }

    /** Whether a row is of a person in a merged group. */
    public boolean holds(Row row) {
        return row.caller().kind() == CallerKind.PERSON && merged.contains(Group.of(row));
    }

    /** Whether a call is of a person in a merged group. */
    public boolean holds(Usage.Call call) {
        var subject = call.subject();
        return subject.caller().kind() == CallerKind.PERSON
                && merged.contains(new Group(
                        subject.account(),
                        subject.sourceRegion(),
                        subject.channel(),
                        subject.model().name(),
                        subject.model().claude(),
                        call.decision()));
    }

    /** Rows, or those of one day, with what is merged apart. */
    public Split split(List<Row> rows) {
        var kept = new ArrayList<Row>();
        var groups = new HashSet<Group>();
        var sums = new long[5];
        for (var row : rows) {
            if (holds(row)) {
                groups.add(Group.of(row));
                sums[0] += row.calls();
                sums[1] += row.denied();
                sums[2] += row.failed();
                sums[3] += row.inputTokens();
                sums[4] += row.outputTokens();
            } else {
                kept.add(row);
            }
        }
        return new Split(kept, new Merged(groups.size(), sums[0], sums[1], sums[2], sums[3], sums[4]));
    }

    /** @param merged of no group when nothing was merged */
    public record Split(List<Row> rows, Merged merged) {}

    /** The sums of some groups. */
    public record Merged(int groups, long calls, long denied, long failed, long inputTokens, long outputTokens) {}

    private record Group(
            String account, String region, Channel channel, String model, Claude claude, Decision decision) {
        static Group of(Row row) {
            return new Group(row.account(), row.region(), row.channel(), row.model(), row.claude(), row.decision());
        }
    }
}
