package io.outflow.evidence.internal;

import static java.util.Comparator.comparing;

import io.outflow.base.Formats;
import io.outflow.classification.Rules;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.usage.SmallGroups;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageReport;
import io.outflow.usage.UsageReport.Row;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls per day, caller, account, Region, channel, model and class, and the rules that decided the classes. */
@Component
@Order(3)
class UsageArtefact implements Artefact {

    private static final int ROW = 350;
    private static final List<String> COLUMNS = List.of(
            "day",
            "caller",
            "caller_kind",
            "caller_grade",
            "account",
            "region",
            "channel",
            "model",
            "claude",
            "data_class",
            "provenance",
            "rule",
            "rule_version",
            "calls",
            "denied",
            "failed",
            "input_tokens",
            "output_tokens",
            "merged_groups");
    private static final List<String> RULE_COLUMNS = List.of(
            "id", "version", "position", "name", "data_class", "enabled", "author", "changed_at", "reason", "matcher");

    private final ObjectProvider<Usage> usage;
    private final ObjectProvider<Rules> rules;

    UsageArtefact(ObjectProvider<Usage> usage, ObjectProvider<Rules> rules) {
        this.usage = usage;
        this.rules = rules;
    }

    @Override
    public Part part() {
        return Part.USAGE;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var report = usage.getObject().report(scope.usage());
        // Counting the rows of each day would be as much work as writing them; what is shown is their upper bound.
        var rows = Math.min(
                report.calls() + report.denied() + report.failed(),
                report.rows().size()
                                * (long) scope.request()
                                        .from()
                                        .until(scope.request().to().plusDays(1))
                                        .toTotalMonths()
                                * 31
                        + report.rows().size() * 31L);
        return List.of(
                new Planned(
                        "data/records/usage-daily.jsonl",
                        "%,d calls, in at most so many rows".formatted(report.calls()),
                        rows,
                        rows * ROW),
                new Planned(
                        "data/records/rules.jsonl",
                        "rules with all versions",
                        rules.getObject().list().size(),
                        4_000));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        var asked = usage.getObject();
        var whole = asked.report(scope.usage());
        var small = small(scope, whole);
        var calls = 0L;
        var attempts = 0L;
        try (var table = records.table("usage-daily", COLUMNS)) {
            for (var day = scope.request().from(); !day.isAfter(scope.request().to()); day = day.plusDays(1)) {
                var split = small.split(rows(scope, day, asked));
                for (var row : split.rows()) {
                    table.row(row(day, row));
                    calls += row.calls();
                    attempts += row.denied() + row.failed();
                }
                var merged = split.merged();
                if (merged.groups() > 0) {
                    table.row(row(day, merged));
                    calls += merged.calls();
                    attempts += merged.denied() + merged.failed();
                }
            }
        }
        records.reconcile("Calls in usage-daily", calls, whole.calls());
        records.reconcile("Denied and failed attempts in usage-daily", attempts, whole.denied() + whole.failed());
        try (var table = records.table("rules", RULE_COLUMNS)) {
            for (var current : rules.getObject().list()) {
                for (var rule : rules.getObject().history(current.id()).reversed()) {
                    if (rule.changedAt().isBefore(scope.asOf())) {
                        var row = JsonMapper.shared().createObjectNode();
                        row.put("id", rule.id());
                        row.put("version", rule.version());
                        row.put("position", rule.position());
                        row.put("name", rule.name());
                        row.put("data_class", rule.dataClass());
                        row.put("enabled", rule.enabled());
                        row.put("author", rule.author());
                        row.put("changed_at", rule.changedAt().toString());
                        row.put("reason", rule.reason());
                        row.set("matcher", JsonMapper.shared().valueToTree(rule.matcher()));
                        table.row(row);
                    }
                }
            }
        }
    }

    private static SmallGroups small(Scope scope, UsageReport whole) {
        return scope.request().named() ? SmallGroups.none() : SmallGroups.among(whole.rows());
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var report = usage.getObject().report(scope.usage());
        var without = report.unknownClass() == 0
                ? List.<Missing>of()
                : List.of(new Missing(
                        Missing.Kind.CLAIMED,
                        "Class of %,d of %,d calls".formatted(report.unknownClass(), report.calls()),
                        "No rule, tag or detector says which class of data they carried. Unknown is not Public."));
        var unnamed = report.unnamed() == 0
                ? Optional.<Missing>empty()
                : Optional.of(new Missing(
                        Missing.Kind.CLAIMED,
                        "Callers of %,d of %,d calls".formatted(report.unnamed(), report.calls()),
                        "The logs name a role, a shared key or nobody, not a person or workload."));
        var groups = small(scope, report).split(report.rows()).merged().groups();
        var merged = groups == 0
                ? Optional.<Missing>empty()
                : Optional.of(new Missing(
                        Missing.Kind.PRIVATE,
                        "%s of fewer than %d people"
                                .formatted(Formats.count(groups, "group", "groups"), SmallGroups.LEAST),
                        "In the totals of each day they are merged in one row, because a pseudonym in so small a group"
                                + " is nearly a name. The sums hold them all."));
        return java.util.stream.Stream.of(
                        without.stream(),
                        unnamed.stream(),
                        merged.stream(),
                        java.util.stream.Stream.of(new Missing(
                                Missing.Kind.NOT_COVERED,
                                "Use outside of AWS",
                                "Calls to a vendor's own API and use of its apps leave no record in CloudTrail. Of such products"
                                        + " the package holds what the register says, and nothing of their use.")))
                .flatMap(stream -> stream)
                .toList();
    }

    private static List<Row> rows(Scope scope, LocalDate day, Usage asked) {
        var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return asked.report(scope.usage(start, end)).rows().stream()
                .sorted(comparing((Row row) -> row.caller().name())
                        .thenComparing(row -> row.caller().id())
                        .thenComparing(Row::account)
                        .thenComparing(Row::region)
                        .thenComparing(Row::channel)
                        .thenComparing(Row::model)
                        .thenComparing(row -> row.decision().toString())
                        .thenComparing(Row::toString))
                .toList();
    }

    private static ObjectNode row(LocalDate day, SmallGroups.Merged merged) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("day", day.toString());
        json.put("calls", merged.calls());
        json.put("denied", merged.denied());
        json.put("failed", merged.failed());
        json.put("input_tokens", merged.inputTokens());
        json.put("output_tokens", merged.outputTokens());
        json.put("merged_groups", merged.groups());
        return json;
    }

    private static ObjectNode row(LocalDate day, Row row) {
        var decision = row.decision();
        var json = JsonMapper.shared().createObjectNode();
        json.put("day", day.toString());
        json.put("caller", row.caller().name());
        json.put("caller_kind", row.caller().kind().name());
        json.put("caller_grade", row.caller().grade().name());
        json.put("account", row.account());
        json.put("region", row.region());
        json.put("channel", row.channel().name());
        json.put("model", row.model());
        json.put("claude", row.claude().name());
        json.put("data_class", Objects.requireNonNullElse(decision.dataClass(), "UNKNOWN"));
        json.put("provenance", decision.provenance().name());
        if (decision.rule() > 0) {
            json.put("rule", decision.rule());
            json.put("rule_version", decision.version());
        }
        json.put("calls", row.calls());
        json.put("denied", row.denied());
        json.put("failed", row.failed());
        json.put("input_tokens", row.inputTokens());
        json.put("output_tokens", row.outputTokens());
        return json;
    }
}
