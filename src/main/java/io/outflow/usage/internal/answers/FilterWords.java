package io.outflow.usage.internal.answers;

import io.outflow.usage.CoverageReport;
import io.outflow.usage.UsageFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a filter asks and what the numbers can see. */
final class FilterWords {
    private FilterWords() {}

    static String period(UsageFilter filter) {
        return filter.from() + " (included) to " + filter.to() + " (not included)";
    }

    /** In full, with callers as they were asked for. */
    static String of(UsageFilter filter) {
        return words(filter, filter.callers());
    }

    /** For readers who may not see names: callers are only counted. */
    static String discreet(UsageFilter filter) {
        var count = filter.callers().size();
        return words(filter, count == 0 ? List.of() : List.of(count + " chosen"));
    }

    private static String words(UsageFilter filter, Collection<String> callers) {
        var parts = new ArrayList<String>();
        add(parts, "account", filter.accounts());
        add(parts, "Region", filter.regions());
        add(parts, "channel", filter.channels());
        add(parts, "Claude", filter.claude());
        add(parts, "model", filter.models());
        add(parts, "data class", filter.dataClasses());
        add(parts, "caller", callers);
        add(parts, "grade", filter.grades());
        add(parts, "outcome", filter.outcomes());
        add(parts, "provenance", filter.provenances());
        add(parts, "proof", filter.proofs());
        add(
                parts,
                "hour of the week",
                filter.hours().stream()
                        .map(hour -> hour.day() + " " + hour.hour())
                        .toList());
        return parts.isEmpty() ? "none" : String.join("; ", parts);
    }

    static String of(CoverageReport coverage) {
        var channels = coverage.channels().stream()
                .map(channel -> channel.channel().label()
                        + (channel.days().isEmpty()
                                ? ": no day known to be logged"
                                : ": logged on %d days".formatted(channel.days().size())))
                .collect(Collectors.joining("; "));
        return "accounts %s; Regions %s; %s. A day that is not known to be logged is not a day without use."
                .formatted(list(coverage.accounts()), list(coverage.regions()), channels);
    }

    private static void add(List<String> parts, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            parts.add(name + " " + list(values));
        }
    }

    private static String list(Collection<?> values) {
        return values.isEmpty()
                ? "none"
                : values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
