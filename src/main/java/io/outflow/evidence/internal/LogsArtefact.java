package io.outflow.evidence.internal;

import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.trail.Proof;
import io.outflow.usage.CoverageReport;
import io.outflow.usage.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The log files that were imported, what digests say of each, and the days that were proven to be logged. */
@Component
@Order(4)
class LogsArtefact implements Artefact {

    private static final int ROW = 400;
    private static final List<String> COVERAGE = List.of("account", "region", "channel", "day");

    private final LogFileRows files;
    private final ObjectProvider<Usage> usage;

    LogsArtefact(LogFileRows files, ObjectProvider<Usage> usage) {
        this.files = files;
        this.usage = usage;
    }

    @Override
    public Part part() {
        return Part.LOGS;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var count = files.count(scope.asOf());
        var days = coverage(scope).cells().stream()
                .mapToLong(cell -> cell.days().size())
                .sum();
        return List.of(
                new Planned("data/logs/verification.json", "%,d log files".formatted(count), -1, 500 + count * ROW),
                new Planned("data/records/coverage.jsonl", "days that were logged", days, days * 100));
    }

    @Override
    public void write(Scope scope, Records records) throws IOException {
        var proofs = new EnumMap<Proof, Long>(Proof.class);
        var written = new long[1];
        try (var file = records.bag().create("data/logs/verification.json")) {
            file.write("{\"files\":[".getBytes(StandardCharsets.UTF_8));
            files.each(scope.asOf(), row -> {
                var json = JsonMapper.shared().createObjectNode();
                json.put("run", row.run());
                json.put("file", row.name());
                json.put("sha256", row.sha256());
                json.put("state", row.state());
                json.put("proof", row.proof().name());
                json.put("proof_reason", row.reason());
                json.put("admitted", row.admitted());
                json.put("read", row.read());
                json.put("inserted", row.inserted());
                json.put("duplicate", row.duplicate());
                json.put("skipped", row.skipped());
                json.put("quarantined", row.quarantined());
                file.write(((written[0]++ == 0 ? "\n" : ",\n")
                                + JsonMapper.shared().writeValueAsString(json))
                        .getBytes(StandardCharsets.UTF_8));
                proofs.merge(row.proof(), 1L, Long::sum);
            });
            file.write(("\n],\n\"by_proof\":" + JsonMapper.shared().writeValueAsString(proofs) + "}\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        records.reconcile("Log files", written[0], files.count(scope.asOf()));
        try (var table = records.table("coverage", COVERAGE)) {
            for (var cell : coverage(scope).cells()) {
                for (var day : cell.days()) {
                    var row = JsonMapper.shared().createObjectNode();
                    row.put("account", cell.account());
                    row.put("region", cell.region());
                    row.put("channel", cell.channel().name());
                    row.put("day", day.toString());
                    table.row(row);
                }
            }
        }
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var missing = new ArrayList<Missing>();
        var days = scope.request().from().until(scope.request().to(), java.time.temporal.ChronoUnit.DAYS) + 1;
        var cells = coverage(scope).cells();
        if (cells.isEmpty()) {
            missing.add(new Missing(
                    Missing.Kind.NOT_COVERED,
                    "All days of the period",
                    "No log proves that anything was logged. Use is unknown, not zero."));
        }
        for (var cell : cells) {
            var blind = days - cell.days().size();
            if (blind > 0) {
                missing.add(new Missing(
                        Missing.Kind.NOT_COVERED,
                        "%s, %s, %s: %d of %d days"
                                .formatted(
                                        cell.account(),
                                        cell.region(),
                                        cell.channel().name(),
                                        blind,
                                        days),
                        "No log proves that they were logged. Use on them is unknown, not zero."));
            }
        }
        var proofs = files.proofs(scope.asOf());
        for (Map.Entry<Proof, Long> proof : proofs.entrySet()) {
            if (proof.getKey() != Proof.VERIFIED && proof.getValue() > 0) {
                missing.add(new Missing(
                        proof.getKey() == Proof.INVALID ? Missing.Kind.INVALID : Missing.Kind.NO_DIGEST,
                        "%,d log files: %s"
                                .formatted(proof.getValue(), proof.getKey().label()),
                        "Of each, %s. verification.json lists them."
                                .formatted(proof.getKey().sentence())));
            }
        }
        missing.add(new Missing(
                Missing.Kind.NO_SOURCE,
                "Names of digest files",
                "An import keeps what the digests say of a log file, and not which digest said it."));
        return missing;
    }

    private CoverageReport coverage(Scope scope) {
        var report = usage.getObject()
                .coverage(scope.request().start(), scope.request().end());
        if (scope.request().accounts().isEmpty()) {
            return report;
        }
        return new CoverageReport(
                report.from(),
                report.to(),
                report.accounts(),
                report.regions(),
                report.channels(),
                report.cells().stream()
                        .filter(cell -> scope.request().accounts().contains(cell.account()))
                        .toList());
    }
}
