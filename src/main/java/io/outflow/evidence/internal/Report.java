package io.outflow.evidence.internal;

import io.outflow.base.Formats;
import io.outflow.evidence.Missing;
import io.outflow.evidence.Part;
import io.outflow.usage.Usage;
import io.outflow.usage.UsageReport;
import io.outflow.vendors.ProductRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report of a package, for reading: what it is, what it found, what it cannot say. The records hold the exact values. */
final class Report {

    private final Scope scope;
    private final About about;
    private final List<Missing> missing;
    private final Records records;
    private final List<Artefact> artefacts;
    private final @Nullable UsageReport usage;

    /** @param artefacts those that were written */
    Report(
            Scope scope,
            About about,
            List<Missing> missing,
            Records records,
            List<Artefact> artefacts,
            @Nullable Usage usage) {
        this.scope = scope;
        this.about = about;
        this.missing = missing;
        this.records = records;
        this.artefacts = artefacts;
        this.usage = usage != null && scope.asks(Part.USAGE) ? usage.report(scope.usage()) : null;
    }

    /**
     * What is printed on the cover.
     *
     * @param head number and hash of the change log's newest entry in the package
     * @param signer fingerprint of the key that signs
     */
    record About(long number, String madeBy, java.time.Instant madeAt, String head, String signer, String previous) {}

    Html html() {
        var request = scope.request();
        var html = new Html(
                "Evidence package %d: %s".formatted(about.number(), request.title()),
                "Outflow evidence package %d · change log %s".formatted(about.number(), about.head()));
        html.heading("Evidence package " + about.number());
        html.p(request.title());
        html.facts(List.of(
                List.of("Period", Formats.period(request.from(), request.to()) + ", days in UTC"),
                List.of("Register as of", Formats.second(scope.asOf())),
                List.of("Made", Formats.second(about.madeAt()) + " by " + about.madeBy()),
                List.of("For", request.recipient().isEmpty() ? "nobody was named" : request.recipient()),
                List.of("Scope", scopeWords()),
                List.of(
                        "Callers",
                        request.named() ? "named; reason given: " + request.reason() : "shown as stable pseudonyms"),
                List.of(
                        "Frameworks",
                        request.frameworks().isEmpty()
                                ? "none picked"
                                : request.frameworks().stream()
                                        .map(framework -> framework.label())
                                        .collect(Collectors.joining(", "))),
                List.of("Head of the change log", about.head()),
                List.of("Signing key (SHA-256)", about.signer()),
                List.of("Package before", about.previous())));
        method(html);
        findings(html);
        usage(html);
        artefacts.forEach(artefact -> artefact.tell(scope, html));
        counts(html);
        missing(html);
        return html;
    }

    private void method(Html html) {
        html.section("Method");
        html.p(
                "The register is read as it stood at the moment above, from revisions that are only ever added. Use is counted"
                        + " from the records of AWS CloudTrail and Bedrock invocation logs that were imported when the package was made;"
                        + " each log file is compared with the digests that AWS signed, where there are any. Classes of data are decided by"
                        + " rules, tags and detectors; each row names which.");
        html.p(
                "Every file with rows was counted a second time by a question of its own, and none was handed over where the two"
                        + " differed. Characters that the font of this report lacks are shown as #; the records hold them.");
    }

    private void findings(Html html) {
        html.section("What was agreed");
        if (!scope.asks(Part.REGISTER)) {
            html.p("The register was not asked for.");
            return;
        }
        var rows = new ArrayList<List<String>>();
        for (var product : scope.register().products()) {
            if (!scope.entries().contains(product)) {
                continue;
            }
            var row = ProductRow.of(scope.register(), product, scope.asOf());
            rows.add(List.of(
                    row.vendorName(),
                    product.title(),
                    row.dpa().state().label(),
                    row.retentionDays().isEmpty()
                            ? "no number known"
                            : row.retentionDays().stream().map(String::valueOf).collect(Collectors.joining(", "))
                                    + " days",
                    row.toConfirm() == 0 ? "all" : "all but " + row.toConfirm()));
        }
        if (rows.isEmpty()) {
            html.p("The register held no product in scope. That says nothing about use.");
        } else {
            html.table(List.of("Vendor", "Product", "DPA", "Retention", "Facts confirmed"), rows);
        }
    }

    private void usage(Html html) {
        html.section("What was seen");
        var report = usage;
        if (report == null) {
            html.p("Usage was not asked for.");
            return;
        }
        html.p(
                "%s were counted in the period; %s denied and %s failed besides. Of the class of data of %s nothing is known, and the callers of %s cannot be named. Log files that AWS's digests verify hold %s of the calls."
                        .formatted(
                                Formats.count(report.calls(), "call", "calls"),
                                Formats.count(report.denied()),
                                Formats.count(report.failed()),
                                Formats.count(report.unknownClass()),
                                Formats.count(report.unnamed()),
                                Formats.percentExact(report.verified().calls(), report.calls())));
        if (report.calls() == 0) {
            html.p("No call was counted. Where logging is not proven, use is unknown, not zero.");
            return;
        }
        html.part("Calls per day, %s"
                .formatted(
                        Formats.period(scope.request().from(), scope.request().to())));
        var days = report.days().values().stream()
                .map(classes ->
                        classes.values().stream().mapToLong(Long::longValue).sum())
                .toList();
        html.days(days);
        html.note(
                "The highest bar stands for %s calls. A day without a bar is a day without a counted call; coverage.csv says which days were logged."
                        .formatted(Formats.count(
                                days.stream().mapToLong(Long::longValue).max().orElse(0))));
        html.part("Calls by class of data");
        html.bars(bars(report, flow -> flow.dataClass()));
        html.part("Calls by model");
        html.bars(bars(report, flow -> flow.model()));
        html.part("Calls by caller");
        html.bars(bars(report, flow -> flow.caller().name()));
    }

    private static List<Html.Bar> bars(UsageReport report, java.util.function.Function<UsageReport.Flow, String> by) {
        Map<String, Long> sums = new TreeMap<>();
        report.flows().forEach(flow -> sums.merge(by.apply(flow), flow.calls(), Long::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(15)
                .map(entry -> new Html.Bar(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void counts(Html html) {
        html.section("Do the counts agree?");
        html.table(
                List.of("Population", "Rows written", "Counted apart", "Difference"),
                records.populations().stream()
                        .map(one -> List.of(
                                one.name(),
                                Formats.count(one.rows()),
                                Formats.count(one.query()),
                                Formats.count(one.rows() - one.query())))
                        .toList());
        html.part("Files");
        html.table(
                List.of("File", "Rows", "SHA-256"),
                records.bag().written().stream()
                        .map(file ->
                                List.of(file.name(), file.rows() < 0 ? "–" : Formats.count(file.rows()), file.sha256()))
                        .toList());
    }

    private void missing(Html html) {
        html.section("What is missing, and why");
        html.table(
                List.of("What", "Why"),
                missing.stream().map(one -> List.of(one.what(), one.why())).toList());
        html.section("What the package does not prove");
        html.p(
                "It proves that nothing was changed since it was signed. Somebody who holds both the signing key and the database could"
                        + " make another package that is just as consistent; an outside time stamp, packages handed out earlier and the head"
                        + " of the change log printed above bound that. A control for which there is a file here is not thereby met.");
    }

    private String scopeWords() {
        var products = scope.request().products().isEmpty()
                ? "the whole register"
                : scope.register().products().stream()
                        .filter(product -> scope.request().products().contains(product.id()))
                        .map(product -> product.title())
                        .collect(Collectors.joining(", "));
        return products + "; "
                + (scope.request().accounts().isEmpty()
                        ? "all accounts"
                        : "accounts " + String.join(", ", scope.request().accounts()));
    }
}
