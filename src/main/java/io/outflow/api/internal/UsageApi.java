package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Requires;
import io.outflow.classification.DataClasses;
import io.outflow.usage.CoverageReport;
import io.outflow.usage.Usage;
import io.outflow.usage.Usage.Dimension;
import io.outflow.usage.Usage.Group;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sums of calls by any combination of facts, with what the numbers can see. */
@RestController
@Requires(Action.READ_USAGE)
class UsageApi {
    private final Usage usage;
    private final DataClasses classes;

    UsageApi(Usage usage, DataClasses classes) {
        this.usage = usage;
        this.classes = classes;
    }

    @GetMapping("/api/v1/usage")
    Sums usage(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Asked.FILTERS, Set.of("groupBy"));
        var by = asked.chosen("groupBy", List.of(Dimension.values()), UsageApi::name);
        var filter = asked.filter(classes);
        var rows = usage.exported(filter, by).stream().map(UsageApi::row).toList();
        return new Sums(rows, usage.coverage(filter.from(), filter.to()), usage.counted());
    }

    /**
     * @param rows the asked facts of each row, then its sums: calls are uses, attempts stand apart. For roles that see no
     *     names the last row may be the sum of small groups of people, with their number as {@code mergedGroups} and no facts
     * @param coverage what was logged in the period; a day that is not named is not a day without use
     * @param counted share of the stored calls that is counted by now; below 1 the sums are still growing
     */
    record Sums(List<Map<String, @Nullable Object>> rows, CoverageReport coverage, double counted) {}

    private static Map<String, @Nullable Object> row(Group group) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        group.values()
                .forEach((dimension, value) -> row.put(
                        name(dimension),
                        value == null
                                        && group.merged() == 0
                                        && (dimension == Dimension.DATA_CLASS || dimension == Dimension.DECLARED_CLASS)
                                ? "UNKNOWN"
                                : value));
        if (group.merged() > 0) {
            row.put("mergedGroups", group.merged());
        }
        row.put("calls", group.calls());
        row.put("denied", group.denied());
        row.put("failed", group.failed());
        row.put("inputTokens", group.inputTokens());
        row.put("outputTokens", group.outputTokens());
        return row;
    }

    private static String name(Dimension dimension) {
        return switch (dimension) {
            case CALLER -> "caller";
            case MODEL -> "model";
            case DATA_CLASS -> "dataClass";
            case DECLARED_CLASS -> "declaredClass";
            case DETECTED_CLASS -> "detectedClass";
            case SOURCE_REGION -> "sourceRegion";
            case INFERENCE_REGION -> "inferenceRegion";
            case CHANNEL -> "channel";
            case ACCOUNT -> "account";
            case DAY -> "day";
        };
    }
}
