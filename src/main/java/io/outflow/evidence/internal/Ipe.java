package io.outflow.evidence.internal;

import io.outflow.evidence.EvidencePackage;
import io.outflow.history.ChangeLog;
import io.outflow.trail.Proof;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Information produced by the entity: what an auditor asks of every export. Who asked for what, from which system, with which
 * criteria, how many rows there were, and whether they were counted twice.
 */
final class Ipe {

    private static final String VERSION = "1";

    private Ipe() {}

    /** The system that made a package. */
    record Source(String instance, boolean sample, String version, String schema) {}

    /** Who asked, as what. */
    record Asker(String name, String roles) {}

    static ObjectNode of(
            EvidencePackage asked,
            Scope scope,
            Source source,
            Asker asker,
            Instant runAt,
            long logSeq,
            ChangeLog.Range range,
            Map<Proof, Long> proofs,
            @Nullable EvidencePackage previous,
            Records records) {
        var request = scope.request();
        var ipe = JsonMapper.shared().createObjectNode();
        ipe.put("report_id", "outflow-evidence");
        ipe.put("report_version", VERSION);
        ipe.put("export_no", asked.number());
        ipe.put("purpose", request.title());
        ipe.put("recipient", request.recipient());
        ipe.putObject("requested_by").put("name", asker.name()).put("role", asker.roles());
        ipe.put("run_at", runAt.toString());
        ipe.put("as_of", scope.asOf().toString());
        ipe.put("time_zone", "UTC");
        ipe.putObject("period")
                .put("from", request.start().toString())
                .put("to", request.end().toString())
                .put("to_is_exclusive", true);
        ipe.putObject("source")
                .put("system", "Outflow")
                .put("instance_id", source.instance())
                .put("environment", source.sample() ? "TEST" : "PRODUCTION")
                .put("app_version", source.version())
                .put("db_schema_version", source.schema());
        query(ipe, scope, asker);
        var population = ipe.putArray("population");
        records.populations().forEach(one -> population
                .addObject()
                .put("name", one.name())
                .put("counted", one.query())
                .put("exported", one.rows())
                .put("empty_result", one.rows() == 0));
        var totals = ipe.putArray("control_totals");
        records.totals().forEach(one -> one.into(totals.addObject()));
        var sequence = ipe.putObject("sequence")
                .put("of", "change log")
                .put("first_seq", range.first())
                .put("last_seq", range.last());
        sequence.putArray("gaps");
        var coverage = ipe.putObject("log_coverage");
        proofs.forEach((proof, files) -> coverage.put(proof.name().toLowerCase(java.util.Locale.ROOT), files));
        var reconciliation = ipe.putArray("reconciliation");
        records.bag().written().stream().filter(file -> file.rows() >= 0).forEach(file -> reconciliation
                .addObject()
                .put("file", file.name())
                .put("rows", file.rows())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256()));
        records.gapsComputed().ifPresent(at -> ipe.put("gaps_computed_at", at.toString()));
        ipe.put("csv_escaped_cells", records.escaped());
        var redactions = ipe.putArray("redactions");
        if (!request.named()) {
            redactions
                    .addObject()
                    .put("field", "caller")
                    .put(
                            "reason",
                            "People who called models are shown by stable pseudonyms; nobody gave a reason to name them.");
        }
        ipe.put("audit_event_seq", logSeq);
        if (previous == null) {
            ipe.putNull("previous_export_no");
        } else {
            ipe.put("previous_export_no", previous.number());
            ipe.put("previous_tagmanifest_sha256", previous.tagManifest());
        }
        return ipe;
    }

    private static void query(ObjectNode ipe, Scope scope, Asker asker) {
        var request = scope.request();
        var query = ipe.putObject("query");
        query.set("filters", JsonMapper.shared().valueToTree(request));
        query.put(
                "register",
                "For each object the newest revision recorded up to and with as_of that holds at as_of"
                        + (request.products().isEmpty()
                                ? ""
                                : "; of the chosen products, their vendors, applications and what hangs on them"));
        query.put(
                "usage",
                "Calls with from <= event_time < to"
                        + (request.accounts().isEmpty() ? "" : " of the chosen accounts")
                        + ", as stored and decided at run_at");
        query.put("change_log", "From the first entry with at >= from to the last entry with at < as_of, in one piece");
        query.put(
                "gaps",
                "Gaps found by as_of whose period, calls or events since from touch the period; figures as computed at"
                        + " gaps_computed_at, handling by events up to and with as_of");
        query.put("posture", "Answers of AWS with seen_from < to, seen_from <= as_of and seen_until >= from");
        query.put(
                "coverage", "Each UTC day of each account, Region and channel that was ever known, as known at run_at");
        query.put("detections", "Finds in lines of invocation logs with from <= event_time < to");
        query.put(
                "digests",
                "Digests of import runs with started_at <= as_of that tell of the period; log files delivered in it; gaps between"
                        + " digests that overlap it");
        query.put("log_files", "Files of import runs with started_at <= as_of");
        query.put("sort", "By day and caller, by kind and id, by number");
        query.put(
                "row_level_rule",
                "%s: %s".formatted(asker.roles(), request.named() ? "callers named" : "callers masked"));
    }
}
