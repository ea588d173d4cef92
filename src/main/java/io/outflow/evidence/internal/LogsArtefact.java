package io.outflow.evidence.internal;

import io.outflow.base.Formats;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview.Planned;
import io.outflow.posture.Coverage;
import io.outflow.posture.CoverageMap.Cell;
import io.outflow.posture.CoverageMap.Place;
import io.outflow.posture.CoverageMap.State;
import io.outflow.posture.Grounds;
import io.outflow.posture.Lane;
import io.outflow.trail.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The log files that were imported, what digests say of each, and which days logs can tell of. */
@Component
@Order(6)
class LogsArtefact implements Artefact {

    private static final int ROW = 400;
    private static final List<String> COVERAGE =
            List.of("day", "account", "region", "channel", "state", "partly", "reason", "rests_on", "reference");

    private final LogFileRows files;
    private final ObjectProvider<Coverage> coverage;
    private final OwnCounts counts;

    LogsArtefact(LogFileRows files, ObjectProvider<Coverage> coverage, OwnCounts counts) {
        this.files = files;
        this.coverage = coverage;
        this.counts = counts;
    }

    @Override
    public Part part() {
        return Part.LOGS;
    }

    @Override
    public List<Planned> plan(Scope scope) {
        var count = files.count(scope.asOf());
        var days = coverage(scope).rows();
        return List.of(
                new Planned("data/logs/verification.json", "%,d log files".formatted(count), -1, 500 + count * ROW),
                new Planned("data/records/coverage.jsonl", "which days logs can tell of", days, days * 250));
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
            var read = coverage(scope);
            read.each((day, place, cell) -> table.row(row(day, place, cell)));
            var logged = counts.loggedDays(scope);
            records.reconcile("Days of which records were read", read.agreeing(logged), logged.size());
        }
    }

    private static ObjectNode row(LocalDate day, Place place, Cell cell) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("day", day.toString());
        row.put("account", place.account());
        row.put("region", place.region());
        row.put("channel", place.lane().name());
        row.put("state", cell.state().name());
        row.put("partly", cell.partly());
        row.put("reason", cell.reason());
        switch (cell.grounds()) {
            case Grounds.FilesRead _ -> row.put("rests_on", "LOG_FILES");
            case Grounds.Observed observed ->
                row.put("rests_on", "ANSWER_OF_AWS").put("reference", Long.toString(observed.observation()));
            case Grounds.Changed changed ->
                row.put("rests_on", "GOVERNANCE_EVENT").put("reference", changed.eventId());
            case Grounds.Nothing _ -> row.put("rests_on", "NOTHING");
        }
        return row;
    }

    @Override
    public void tell(Scope scope, Html html) {
        html.section("Which days logs can tell of");
        var read = coverage(scope);
        if (read.places().isEmpty()) {
            html.p("No log and no answer of AWS tells of any account. Use is unknown, not zero.");
            return;
        }
        var calls = read.places().stream()
                .filter(place -> place.lane() != Lane.INVOCATION_LOG)
                .count();
        html.part("Places of which records were read, per day");
        html.days(read.coveredPlaces());
        html.note(
                "A place is a channel in an account and Region; %s known. The highest bar stands for %s. Where no records were read use is unknown, not zero."
                        .formatted(
                                Formats.count(calls, "is", "are"),
                                Formats.count(read.coveredPlaces().stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElse(0))));
        html.table(
                List.of("Account", "Region", "Channel", "Covered", "Not covered", "Unknown"),
                read.places().stream()
                        .map(place -> List.of(
                                place.account(),
                                place.region(),
                                place.lane().label(),
                                Formats.count(read.days(place, State.COVERED)),
                                Formats.count(read.days(place, State.NOT_COVERED)),
                                Formats.count(read.days(place, State.UNKNOWN))))
                        .toList());
    }

    @Override
    public List<Missing> missing(Scope scope) {
        var missing = new ArrayList<Missing>();
        var read = coverage(scope);
        if (read.places().isEmpty()) {
            missing.add(new Missing(
                    Missing.Kind.NOT_COVERED,
                    "All days of the period",
                    "No log proves that anything was logged. Use is unknown, not zero."));
        }
        Map<String, List<String>> blind = new TreeMap<>();
        for (var place : read.places()) {
            var days = read.days().size() - read.days(place, State.COVERED);
            if (days > 0) {
                blind.computeIfAbsent(place.account() + ", " + place.region(), _ -> new ArrayList<>())
                        .add("%s %d".formatted(place.lane().label(), days));
            }
        }
        blind.forEach((place, lanes) -> missing.add(new Missing(
                Missing.Kind.NOT_COVERED,
                place + ": days that are not covered",
                "Of %d days: %s. Use on them is unknown, not zero. coverage.csv says why."
                        .formatted(read.days().size(), String.join(", ", lanes)))));
        var proofs = files.proofs(scope.asOf());
        for (Map.Entry<Proof, Long> proof : proofs.entrySet()) {
            if (proof.getKey() != Proof.VERIFIED && proof.getValue() > 0) {
                missing.add(new Missing(
                        proof.getKey() == Proof.INVALID ? Missing.Kind.INVALID : Missing.Kind.NO_DIGEST,
                        Formats.count(proof.getValue(), "log file", "log files") + ": "
                                + proof.getKey().label(),
                        "Of each, %s. verification.json lists them."
                                .formatted(proof.getKey().sentence())));
            }
        }
        return missing;
    }

    private CoverageRead coverage(Scope scope) {
        return scope.once(CoverageRead.class, () -> CoverageRead.of(scope, coverage.getObject()));
    }
}
