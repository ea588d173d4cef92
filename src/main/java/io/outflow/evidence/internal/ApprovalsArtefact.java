package io.outflow.evidence.internal;

import static java.util.Comparator.comparing;

import io.outflow.base.Formats;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Approval;
import io.outflow.vendors.content.ApprovalDecision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was approved, refused and proposed, as the register read at the chosen moment. */
@Component
@Order(2)
class ApprovalsArtefact implements Artefact {

    private static final int ROW = 900;
    private static final List<String> COLUMNS;

    static {
        var columns = new ArrayList<>(EntryRows.COLUMNS);
        columns.add("in_force");
        COLUMNS = List.copyOf(columns);
    }

    private final EntryRows rows;
    private final OwnCounts counts;

    ApprovalsArtefact(EntryRows rows, OwnCounts counts) {
        this.rows = rows;
        this.counts = counts;
    }

    @Override
    public Part part() {
        return Part.APPROVALS;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var count = approvals(scope).size();
        return List.of(new Planned(
                "data/records/approvals.jsonl", "what may be used with which data", count, (long) count * ROW));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        try (var table = records.table("approvals", COLUMNS)) {
            for (var approval : approvals(scope)) {
                var row = rows.of(scope, approval);
                row.put("in_force", approval.content().holdsAt(scope.asOf()));
                table.row(row);
            }
            var inside = scope.entries().stream().map(Entry::id).collect(Collectors.toSet());
            records.reconcile(
                    "Approvals",
                    table.rows(),
                    counts.approvals(scope.asOf()).entrySet().stream()
                            .filter(owner -> inside.contains(owner.getKey()))
                            .mapToLong(Map.Entry::getValue)
                            .sum());
        }
    }

    @Override
    public void tell(Scope scope, Html html) {
        html.section("What was approved");
        var approvals = approvals(scope);
        if (approvals.isEmpty()) {
            html.p("The register held no approval in scope. What nobody decided is not approved.");
            return;
        }
        html.p("%s; %s in force at the moment of reading. What nobody decided is not approved."
                .formatted(
                        Formats.count(approvals.size(), "approval or refusal", "approvals and refusals"),
                        Formats.count(approvals.stream()
                                .filter(one -> one.content().holdsAt(scope.asOf()))
                                .count())));
        html.table(
                List.of("Product", "Data", "Decision", "In force", "By", "Why"),
                approvals.stream()
                        .map(one -> List.of(
                                scope.register().owner(one).map(Entry::title).orElse(""),
                                String.join(", ", one.content().dataClasses()),
                                one.content().decision().label(),
                                one.content().holdsAt(scope.asOf()) ? "yes" : "no",
                                one.content().approver(),
                                one.content().why()))
                        .toList());
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var approvals = approvals(scope);
        var proposed = approvals.stream()
                .filter(one -> one.content().decision() == ApprovalDecision.PROPOSED)
                .count();
        if (approvals.isEmpty()) {
            return List.of(new Missing(
                    Missing.Kind.CLAIMED,
                    "Approvals in scope",
                    "The register held none at the moment of reading. What nobody decided is not approved."));
        }
        return proposed == 0
                ? List.of()
                : List.of(new Missing(
                        Missing.Kind.CLAIMED,
                        "Decision on %d of %d approvals".formatted(proposed, approvals.size()),
                        "They are proposals, and nobody has decided. What nobody decided is not approved."));
    }

    private static List<Entry<Approval>> approvals(Scope scope) {
        return scope.entries().stream()
                .flatMap(entry -> entry.as(Approval.class).stream())
                .sorted(comparing(Entry::id))
                .toList();
    }
}
