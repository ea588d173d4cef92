package io.outflow.evidence.internal;

import io.outflow.evidence.Bag;
import io.outflow.evidence.Certificates;
import io.outflow.evidence.EvidencePackage;
import io.outflow.evidence.Missing;
import io.outflow.evidence.PackageRequest;
import io.outflow.evidence.PackageVerifier;
import io.outflow.evidence.Part;
import io.outflow.evidence.Preview;
import io.outflow.evidence.Preview.Planned;
import io.outflow.history.ChangeLog;
import io.outflow.usage.Usage;
import io.outflow.vendors.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes a package: its parts one after the other, then what tells of them, then the seal, then a check of the finished file. */
@Component
public class Making {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int TRIES = 3;

    private final List<Artefact> artefacts;
    private final Register register;
    private final ChangeLog log;
    private final LogFileRows logFiles;
    private final ObjectProvider<Usage> usage;
    private final QuietUsage quiet;
    private final GapsInScope gaps;
    private final KeyFolder keys;
    private final TimeStamps stamps;
    private final PackageFolder folder;
    private final Installation installation;
    private final Clock clock;

    Making(
            List<Artefact> artefacts,
            Register register,
            ChangeLog log,
            LogFileRows logFiles,
            ObjectProvider<Usage> usage,
            QuietUsage quiet,
            GapsInScope gaps,
            KeyFolder keys,
            TimeStamps stamps,
            PackageFolder folder,
            Installation installation,
            Clock clock) {
        this.artefacts = artefacts;
        this.register = register;
        this.log = log;
        this.logFiles = logFiles;
        this.usage = usage;
        this.quiet = quiet;
        this.gaps = gaps;
        this.keys = keys;
        this.stamps = stamps;
        this.folder = folder;
        this.installation = installation;
        this.clock = clock;
    }

    /** A package as it was made. */
    public record Made(String fileName, String signer, Instant at, BagWriter.Sealed sealed, PackageRequest request) {}

    /** What a package would hold. */
    public Preview preview(PackageRequest request) {
        var scope = scope(request);
        var files = new ArrayList<Planned>();
        files.add(new Planned("data/report.pdf", "the report, PDF/A-2b", -1, 150_000));
        files.add(new Planned("data/ipe.json", "scope, filters, control totals", -1, 12_000));
        asked(scope).forEach(artefact -> files.addAll(artefact.plan(scope)));
        var controls = request.frameworks().stream()
                .mapToLong(framework -> framework.controls().size())
                .sum();
        files.add(new Planned(Index.FILE, "which file answers which control", controls, 100 + controls * 120));
        return new Preview(files, missing(scope));
    }

    /**
     * Makes it, of one moment: whatever is written meanwhile in the register is not in it; when calls come in meanwhile it
     * waits until that ends and begins anew.
     *
     * @param progress told what is done now
     */
    public Made make(
            EvidencePackage asked,
            String roles,
            long logSeq,
            @Nullable EvidencePackage previous,
            Consumer<String> progress)
            throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                return attempt(asked, scope(asked.request()), roles, logSeq, previous, progress);
            } catch (DataChanged e) {
                if (attempt == TRIES) {
                    throw e;
                }
                progress.accept("Calls came in meanwhile; waiting until that ends, to read them again");
                quiet.await();
            } finally {
                folder.clear(asked.number());
            }
        }
    }

    private Made attempt(
            EvidencePackage asked,
            Scope scope,
            String roles,
            long logSeq,
            @Nullable EvidencePackage previous,
            Consumer<String> progress)
            throws IOException {
        var work = folder.work(asked.number());
        var bag = new BagWriter(java.nio.file.Files.createDirectory(work.resolve("bag")));
        var runAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var key = keys.current();
        if (scope.asks(Part.GAPS)) {
            progress.accept("Waiting for the computation of gaps");
            gaps.awaitComputation();
        }
        var usageBefore = quiet.mark();
        try (var book = new Workbooks(work.resolve("records.xlsx"))) {
            var doing = new String[] {""};
            var records =
                    new Records(bag, book, rows -> progress.accept("%s: %,d rows written".formatted(doing[0], rows)));
            for (var artefact : asked(scope)) {
                doing[0] = artefact.part().label();
                progress.accept(doing[0]);
                var before = records.names();
                artefact.write(scope, records);
                records.of(artefact.part(), before);
            }
            progress.accept("Workbook and report");
            book.into(bag, "data/records/records.xlsx");
            var missing = missing(scope);
            bag.write("data/missing.json", json(missing));
            Index.write(scope.request().frameworks(), records.files(), bag);
            bag.write(
                    BagNames.IPE,
                    json(Ipe.of(
                            asked,
                            scope,
                            installation.source(folder.instance()),
                            new Ipe.Asker(asked.madeBy(), roles),
                            runAt,
                            logSeq,
                            log.range(scope.request().start(), scope.asOf()),
                            logFiles.proofs(scope.asOf()),
                            previous,
                            records)));
            var about = new Report.About(
                    asked.number(),
                    asked.madeBy(),
                    runAt,
                    head(scope),
                    Certificates.fingerprint(key.certificate()),
                    previous == null
                            ? "none"
                            : "package %d, tag manifest %s".formatted(previous.number(), previous.tagManifest()));
            try (var report = bag.create("data/report.pdf")) {
                PdfFile.write(
                        new Report(scope, about, missing, records, asked(scope), usage.getIfAvailable()).html(),
                        report);
            }
        }
        if (quiet.mark() != usageBefore) {
            throw new DataChanged("Calls came in while they were read, so the files would not have agreed. Nothing was"
                    + " handed over. Make the package again when the import has ended.");
        }
        progress.accept("Signing, packing and checking");
        return seal(asked, scope, bag, key, runAt, previous, work);
    }

    private Made seal(
            EvidencePackage asked,
            Scope scope,
            BagWriter bag,
            SigningKey key,
            Instant runAt,
            @Nullable EvidencePackage previous,
            Path work)
            throws IOException {
        var name = "evidence-%s-%d".formatted(STAMP.format(scope.asOf()), asked.number());
        var info = new ArrayList<>(List.of(
                "Source-Organization: Outflow " + folder.instance(),
                "Bagging-Date: " + LocalDate.ofInstant(runAt, ZoneOffset.UTC),
                "External-Identifier: " + name));
        if (previous != null) {
            info.add("Outflow-Previous: %d %s".formatted(previous.number(), previous.tagManifest()));
        }
        var archive = work.resolve(name + ".zip");
        var sealed = bag.seal(name, info, key, stamps, archive);
        try (var finished = Bag.open(archive)) {
            var verification = new PackageVerifier(List.of(key.certificate()), stamps.authorities()).verify(finished);
            if (!verification.verified()) {
                throw new IOException("The finished package does not verify, so it was not handed over. "
                        + String.join(" ", verification.findings()));
            }
        }
        folder.keep(archive, name + ".zip");
        return new Made(name + ".zip", Certificates.fingerprint(key.certificate()), runAt, sealed, scope.request());
    }

    private Scope scope(PackageRequest request) {
        return Scope.of(request, clock.instant().truncatedTo(ChronoUnit.MICROS), register);
    }

    private List<Artefact> asked(Scope scope) {
        return artefacts.stream()
                .filter(artefact -> scope.asks(artefact.part()))
                .toList();
    }

    private List<Missing> missing(Scope scope) {
        var missing = new ArrayList<Missing>();
        asked(scope).forEach(artefact -> missing.addAll(artefact.missing(scope)));
        if (scope.asks(Part.USAGE) || scope.asks(Part.EVENTS)) {
            missing.add(
                    scope.request().named()
                            ? new Missing(
                                    Missing.Kind.PRIVATE,
                                    "Pseudonyms",
                                    "Callers are named, for the reason that the report prints.")
                            : new Missing(
                                    Missing.Kind.PRIVATE,
                                    "Names of people who called models",
                                    "They are shown as stable pseudonyms. People who work in Outflow are named in the register"
                                            + " and in the change log, whose hashes are over their names."));
        }
        for (var part : Part.values()) {
            if (!scope.asks(part)) {
                missing.add(new Missing(Missing.Kind.NOT_ASKED, part.label(), "It was not asked for."));
            }
        }
        return missing;
    }

    private String head(Scope scope) {
        var range = log.range(scope.request().start(), scope.asOf());
        return log.find(range.last())
                .map(entry -> "entry %,d, %s".formatted(entry.seq(), entry.hash()))
                .orElse("no entry");
    }

    private static byte[] json(Object value) {
        return (JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
