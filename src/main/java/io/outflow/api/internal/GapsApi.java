package io.outflow.api.internal;

import io.outflow.access.Action;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.gaps.Certainty;
import io.outflow.gaps.Finding;
import io.outflow.gaps.Gap;
import io.outflow.gaps.GapChangedMeanwhile;
import io.outflow.gaps.GapEvent;
import io.outflow.gaps.GapKind;
import io.outflow.gaps.GapRefused;
import io.outflow.gaps.GapRule;
import io.outflow.gaps.GapRules;
import io.outflow.gaps.GapState;
import io.outflow.gaps.GapStep;
import io.outflow.gaps.Gaps;
import io.outflow.gaps.Severity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where what was agreed and what was seen part, how that is handled, and how it is looked for. */
@RestController
@RequestMapping("/api/v1/gaps")
@Tag(name = "Gaps")
class GapsApi {

    private final Gaps gaps;
    private final GapRules rules;
    private final Clock clock;

    GapsApi(Gaps gaps, GapRules rules, Clock clock) {
        this.gaps = gaps;
        this.rules = rules;
        this.clock = clock;
    }

    /** A gap without its rows. */
    record GapItem(
            long number,
            GapState state,
            GapKind kind,
            Severity severity,
            Certainty certainty,
            @Nullable UUID product,
            String productName,
            String object,
            String sentence,
            String detail,
            List<Finding.Period> periods,
            Finding.Figures figures,
            String owner,
            @Nullable LocalDate due,
            @Nullable LocalDate acceptedUntil,
            String why,
            Instant openedAt,
            Instant changedAt,
            long version) {
        static GapItem of(Gap gap) {
            var finding = gap.finding();
            return new GapItem(
                    gap.number(),
                    gap.state(),
                    gap.key().kind(),
                    finding.severity(),
                    finding.certainty(),
                    gap.key().product(),
                    finding.productName(),
                    gap.key().object(),
                    finding.words(),
                    finding.detail(),
                    finding.periods(),
                    finding.figures(),
                    gap.owner(),
                    gap.due(),
                    gap.acceptedUntil(),
                    gap.why(),
                    gap.openedAt(),
                    gap.changedAt(),
                    gap.version());
        }
    }

    /** A gap with what it rests on, its rows and its history. */
    record GapDetails(
            GapItem gap,
            List<Finding.Rest> rests,
            List<String> rules,
            List<Finding.Row> rows,
            int moreRows,
            List<GapEvent> history) {}

    /** What is done with a gap. */
    record StepBody(
            @Nullable String step,
            @Nullable String why,
            @Nullable LocalDate until,
            @Nullable String owner,
            @Nullable LocalDate due) {

        GapStep read() {
            var reason = Objects.requireNonNullElse(why, "");
            return switch (Objects.requireNonNullElse(step, "")) {
                case "ACKNOWLEDGE" -> new GapStep.Acknowledge(reason);
                case "ACCEPT" -> {
                    if (until == null) {
                        throw new GapRefused("until", "Give the last day of the acceptance.");
                    }
                    yield new GapStep.Accept(until, reason);
                }
                case "FIX" -> new GapStep.Fix(reason);
                case "FALSE" -> new GapStep.CallFalse(reason);
                case "REOPEN" -> new GapStep.Reopen(reason);
                case "REMARK" -> new GapStep.Remark(reason);
                case "ASSIGN" -> new GapStep.Assign(Objects.requireNonNullElse(owner, ""));
                case "SET_DUE" -> new GapStep.SetDue(due);
                default ->
                    throw new GapRefused(
                            "step",
                            "Use ACKNOWLEDGE, ACCEPT, FIX, FALSE, REOPEN, REMARK, ASSIGN or SET_DUE as the step.");
            };
        }
    }

    /** How a kind is to be looked for. */
    record RuleBody(
            @Nullable Boolean enabled,
            @Nullable Integer threshold,
            @Nullable Severity severity,
            @Nullable String why) {

        GapRule on(GapRule rule) {
            return rule.with(
                    Objects.requireNonNullElse(enabled, rule.enabled()),
                    Objects.requireNonNullElse(threshold, rule.threshold()),
                    Objects.requireNonNullElse(severity, rule.severity()));
        }
    }

    @GetMapping
    @Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
    @Operation(summary = "Lists gaps, what waits first; with asOf what would be found with the register of that time")
    Listing<?> list(@RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Set.of("state", "kind", "severity", "product"), Asked.POINT);
        var states = asked.chosen("state", List.of(GapState.values()), Enum::name);
        var kinds = asked.chosen("kind", List.of(GapKind.values()), Enum::name);
        var severities = asked.chosen("severity", List.of(Severity.values()), Enum::name);
        var product = asked.text("product");
        var point = asked.point(clock.instant());
        if (point.isPresent()) {
            return Listing.of(gaps.asOf(point.get()).stream()
                    .filter(finding ->
                            kinds.isEmpty() || kinds.contains(finding.key().kind()))
                    .toList());
        }
        return Listing.of(gaps.list().stream()
                .filter(gap -> (states.isEmpty() || states.contains(gap.state()))
                        && (kinds.isEmpty() || kinds.contains(gap.key().kind()))
                        && (severities.isEmpty()
                                || severities.contains(gap.finding().severity()))
                        && (product.isEmpty()
                                || product.equals(String.valueOf(gap.key().product()))))
                .map(GapItem::of)
                .toList());
    }

    @GetMapping("/{number}")
    @Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
    ResponseEntity<GapDetails> one(@PathVariable long number) {
        return found(gaps.find(number).orElseThrow(() -> new NotThere("There is no gap with this number.")));
    }

    @PostMapping("/{number}/steps")
    @Requires(Action.HANDLE_GAPS)
    @Operation(summary = "Does something with a gap; If-Match names the version that was read")
    ResponseEntity<GapDetails> handle(
            @PathVariable long number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody StepBody body) {
        return found(gaps.handle(number, IfMatch.version(match), body.read()));
    }

    @GetMapping("/checks")
    @Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
    Listing<GapRule> checks() {
        return Listing.of(rules.list());
    }

    @PutMapping("/checks/{kind}")
    @Requires(Action.DECIDE)
    @Operation(summary = "Switches a kind of gaps or changes its threshold or severity")
    ResponseEntity<GapRule> change(
            @PathVariable GapKind kind,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody RuleBody body) {
        var rule = rule(kind);
        if (rule.version() != IfMatch.version(match)) {
            throw new GapChangedMeanwhile();
        }
        var saved = rules.save(body.on(rule), Objects.requireNonNullElse(body.why(), ""));
        return ResponseEntity.ok().eTag(Integer.toString(saved.version())).body(saved);
    }

    @GetMapping("/checks/{kind}/replay")
    @Requires(value = Action.HANDLE_GAPS, level = Permission.READ)
    @Operation(summary = "Says what a kind would have found in a period; nothing is stored")
    Listing<Finding> replay(@PathVariable GapKind kind, @RequestParam MultiValueMap<String, String> parameters) {
        var asked = new Asked(parameters, Asked.PERIOD, Set.of("threshold"));
        var rule = rule(kind);
        var threshold = asked.text("threshold");
        try {
            var tried = threshold.isEmpty() ? rule : rule.with(true, Integer.parseInt(threshold), rule.severity());
            return Listing.of(rules.replay(tried, asked.from(), asked.to()));
        } catch (NumberFormatException e) {
            throw new BadParameter("threshold", "Give threshold as a whole number.");
        }
    }

    private GapRule rule(GapKind kind) {
        return rules.list().get(kind.ordinal());
    }

    private ResponseEntity<GapDetails> found(Gap gap) {
        var finding = gap.finding();
        return ResponseEntity.ok()
                .eTag(Long.toString(gap.version()))
                .body(new GapDetails(
                        GapItem.of(gap),
                        finding.rests(),
                        finding.rules(),
                        finding.rows(),
                        finding.moreRows(),
                        gaps.history(gap.number())));
    }
}
