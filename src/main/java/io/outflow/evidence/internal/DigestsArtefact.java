package io.outflow.evidence.internal;

import io.outflow.base.Formats;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.imports.DigestGap;
import io.outflow.imports.Proofs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The digests of AWS CloudTrail, what was found with them of each log file, and the hours for which there are none. */
@Component
@Order(7)
class DigestsArtefact implements Artefact {

    private static final int ROW = 400;
    private static final List<String> GAPS = List.of("account", "region", "trail", "from", "to", "hours", "reason");

    private final DigestFileRows rows;
    private final Proofs proofs;
    private final OwnCounts counts;

    DigestsArtefact(DigestFileRows rows, Proofs proofs, OwnCounts counts) {
        this.rows = rows;
        this.proofs = proofs;
        this.counts = counts;
    }

    @Override
    public Part part() {
        return Part.LOGS;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var digests = rows.digests(scope);
        var logs = rows.proofs(scope);
        var gaps = gaps(scope).size();
        return List.of(
                new Planned("data/records/digests.jsonl", "digests of the period", digests, digests * ROW),
                new Planned("data/records/log-proofs.jsonl", "what digests say of log files", logs, logs * ROW),
                new Planned("data/records/digest-gaps.jsonl", "hours without a digest", gaps, (long) gaps * ROW));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        try (var table = records.table("digests", DigestFileRows.DIGESTS)) {
            rows.eachDigest(scope, table::row);
            records.reconcile("Digests of the period", table.rows(), rows.digests(scope));
        }
        try (var table = records.table("log-proofs", DigestFileRows.PROOFS)) {
            rows.eachProof(scope, table::row);
            records.reconcile("Log files delivered in the period", table.rows(), rows.proofs(scope));
        }
        try (var table = records.table("digest-gaps", GAPS)) {
            for (var gap : gaps(scope)) {
                var row = JsonMapper.shared().createObjectNode();
                row.put("account", gap.account());
                row.put("region", gap.region());
                row.put("trail", gap.trail());
                row.put("from", gap.from().toString());
                row.put("to", gap.to().toString());
                row.put("hours", gap.hours());
                row.put("reason", gap.reason());
                table.row(row);
            }
            records.reconcile("Stretches without a digest", table.rows(), counts.digestGaps(scope));
        }
    }

    @Override
    public void tell(Scope scope, Html html) {
        html.section("What digests prove");
        html.p("%s of the period %s kept. The digests of a trail leave %s of it open."
                .formatted(
                        Formats.count(rows.digests(scope), "digest", "digests"),
                        rows.digests(scope) == 1 ? "is" : "are",
                        Formats.count(
                                gaps(scope).stream().mapToLong(DigestGap::hours).sum(), "hour", "hours")));
        if (!gaps(scope).isEmpty()) {
            html.table(
                    List.of("Account", "Region", "Trail", "From", "To", "Why"),
                    gaps(scope).stream()
                            .map(gap -> List.of(
                                    gap.account(),
                                    gap.region(),
                                    gap.trail(),
                                    Formats.minute(gap.from()),
                                    Formats.minute(gap.to()),
                                    gap.reason()))
                            .toList());
        }
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var missing = new ArrayList<Missing>();
        var hours = gaps(scope).stream().mapToLong(DigestGap::hours).sum();
        if (hours > 0) {
            missing.add(new Missing(
                    Missing.Kind.NO_DIGEST,
                    "Digests of " + Formats.count(hours, "hour", "hours"),
                    "Nothing proves that the log files of these hours are whole. digest-gaps.csv lists them."));
        }
        missing.add(new Missing(
                Missing.Kind.NO_SOURCE,
                "Which digest names which log file",
                "Outflow keeps that a digest named the file and its content, and not which one. A digest in your bucket says it"
                        + " by the SHA-256 that log-proofs.csv has of the content."));
        return missing;
    }

    private List<DigestGap> gaps(Scope scope) {
        return scope.once(
                        Gaps.class,
                        () -> new Gaps(proofs
                                .gaps(scope.request().start(), scope.request().end())
                                .stream()
                                .filter(gap -> scope.takes(gap.account()))
                                .toList()))
                .all();
    }

    private record Gaps(List<DigestGap> all) {}
}
