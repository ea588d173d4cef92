package io.outflow.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.As;
import io.outflow.OutflowTest;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.evidence.EvidencePackage.State;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** UC-60: somebody makes a package and takes it away. */
@OutflowTest
class UC60MakeAPackageTest {

    private static final boolean LONG = Boolean.getBoolean("long");

    @Autowired
    EvidencePackages packages;

    @Autowired
    Register register;

    @Autowired
    Documents documents;

    @TempDir
    Path temp;

    @BeforeEach
    void fill() throws IOException {
        As.role(Role.LEGAL);
        if (register.now().vendors().stream().noneMatch(vendor -> vendor.title().equals("=Löwe & Söhne"))) {
            var today = LocalDate.now(ZoneOffset.UTC);
            var vendor = register.add(
                    new Draft(null, Vendor.named("=Löwe & Söhne"), Basis.ours("contract", today, null)), "test");
            var product = register.add(
                    new Draft(vendor.id(), Product.named("Mähne <API>"), Basis.ours("contract", today, null)), "test");
            var file = documents.store(
                    new ByteArrayInputStream("%PDF-1.4\nsample\n%%EOF".getBytes(StandardCharsets.US_ASCII)),
                    "../../dpa.pdf");
            documents.add(product.id(), file.titled("DPA"), "test");
        }
    }

    @AfterEach
    void signOut() {
        As.nobody();
    }

    @Test
    void aPackageIsMadeVerifiesAndIsTheSameEachTimeItIsTaken() throws IOException {
        var made = made(request("What we agreed", all(), null));

        assertThat(packages.verify(made.number()).findings()).isEmpty();
        assertThat(packages.verify(made.number()).verified()).isTrue();
        var first = bytes(made);
        assertThat(bytes(made)).isEqualTo(first);
        assertThat(first).hasSize((int) made.bytes());
        assertThat(packages.files(made.number()))
                .extracting(EvidencePackage.File::name)
                .contains(
                        "data/report.pdf",
                        "data/art30.pdf",
                        "data/ipe.json",
                        "data/missing.json",
                        "data/index/controls.csv",
                        "data/records/vendors.jsonl",
                        "data/records/usage-daily.jsonl",
                        "data/records/events.csv",
                        "data/records/records.xlsx",
                        "data/records/approvals.jsonl",
                        "data/records/gaps.jsonl",
                        "data/records/gap-events.csv",
                        "data/records/posture.jsonl",
                        "data/records/coverage.jsonl",
                        "data/records/detections.jsonl",
                        "data/records/digests.jsonl",
                        "data/records/digest-gaps.jsonl",
                        "data/logs/verification.json",
                        "data/audit/chain.jsonl",
                        "data/audit/head.json");
    }

    @Test
    void aTextThatBeginsLikeAFormulaIsExactInJsonAndHarmlessInCsv() throws IOException {
        var made = made(request("Formulas", EnumSet.of(Part.REGISTER), null));

        assertThat(text(made, "data/records/vendors.jsonl")).contains("\"title\":\"=Löwe & Söhne\"");
        assertThat(text(made, "data/records/vendors.csv")).contains(",'=Löwe & Söhne,");
        assertThat(packages.read(made.number(), "data/ipe.json")
                        .path("csv_escaped_cells")
                        .asLong())
                .isPositive();
    }

    @Test
    void thePackageOfOneMomentIsTheSameHoweverOftenItIsMadeAndWhateverIsEditedMeanwhile() throws IOException {
        var asOf = Instant.now();
        var first = records(made(request("First", all(), asOf)));
        for (var i = 0; i < (LONG ? 49 : 3); i++) {
            register.add(
                    new Draft(null, Vendor.named("Later " + UUID.randomUUID()), Basis.ours("x", null, null)), "test");

            assertThat(records(made(request("Again " + i, all(), asOf)))).isEqualTo(first);
        }
    }

    @Test
    void whatIsNotThereIsNamedWithAReason() {
        var made = made(request("Missing", EnumSet.of(Part.REGISTER), null));

        var missing = packages.read(made.number(), "data/missing.json");
        assertThat(missing.findValuesAsString("what"))
                .contains(Part.GAPS.label(), Part.POSTURE.label(), Part.USAGE.label());
        assertThat(missing.findValuesAsString("why")).noneMatch(String::isBlank);
        assertThat(missing.findValuesAsString("why")).noneMatch(why -> why.contains("does not record"));
    }

    @Test
    void theIndexNamesFilesOfGapsApprovalsAndPostureForTheirControls() throws IOException {
        var made = made(request("Index", all(), null));

        var index = text(made, "data/index/controls.csv");
        assertThat(index).doesNotContain("NO_EVIDENCE_HERE");
        assertThat(index.lines().filter(line -> line.startsWith("ISO/IEC 27001:2022,A.5.36,")))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains("data/records/gaps.jsonl").contains("data/records/approvals.jsonl"));
        assertThat(index.lines().filter(line -> line.startsWith("CSA AICM,LOG-07,")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("data/records/posture.jsonl")
                        .contains("data/records/coverage.jsonl"));
    }

    @Test
    void packagesAreLinkedToTheOneBefore() {
        var first = made(request("One", EnumSet.of(Part.REGISTER), null));
        var second = made(request("Two", EnumSet.of(Part.REGISTER), null));

        var ipe = packages.read(second.number(), "data/ipe.json");
        assertThat(ipe.path("previous_export_no").asLong()).isEqualTo(first.number());
        assertThat(ipe.path("previous_tagmanifest_sha256").asString()).isEqualTo(first.tagManifest());
    }

    @Test
    void aDocumentThatIsGoneFromDiskFailsLoudly() throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var vendor = register.add(
                new Draft(null, Vendor.named("Lost " + UUID.randomUUID()), Basis.ours("x", today, null)), "test");
        var product = register.add(new Draft(vendor.id(), Product.named("Lost"), Basis.ours("x", today, null)), "test");
        var file = documents.store(
                new ByteArrayInputStream(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII)), "lost.txt");
        var entry = documents.add(product.id(), file, "test");
        var document = documents.open(register.now(), entry.id()).orElseThrow();
        Files.delete(document.file());

        var number = packages.make(new PackageRequest(
                "Lost",
                "",
                Set.of(product.id()),
                Set.of(),
                today,
                today,
                null,
                Set.of(),
                Set.of(Part.REGISTER),
                false,
                ""));
        var failed = ended(number);

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.message()).contains("is not in the data folder any more");
        register.remove(
                product.id(), register.now().find(product.id()).orElseThrow().version(), "test");
    }

    @Test
    void namesAreForWhoMaySeeThemAndNeedAReason() {
        var day = LocalDate.now(ZoneOffset.UTC);
        var named = new PackageRequest(
                "Named", "", Set.of(), Set.of(), day, day, null, Set.of(), Set.of(Part.USAGE), true, "inquiry 4711");

        assertThatThrownBy(() -> packages.make(named)).isInstanceOf(io.outflow.access.AccessRefused.class);
        As.role(Role.CISO);
        assertThat(ended(packages.make(named)).state()).isEqualTo(State.MADE);
        assertThatThrownBy(() -> packages.make(new PackageRequest(
                        "Named", "", Set.of(), Set.of(), day, day, null, Set.of(), Set.of(), true, "")))
                .hasMessageContaining("Say why");
    }

    @Test
    void anAuditorSeesTheirOwnPackagesAndThoseThatNameThem() {
        var notForThem = made(request("Not for the auditor", EnumSet.of(Part.REGISTER), null));
        var day = LocalDate.now(ZoneOffset.UTC);
        var forThem = ended(packages.make(new PackageRequest(
                "For them",
                "sample auditor and admin",
                Set.of(),
                Set.of(),
                day,
                day,
                null,
                Set.of(),
                Set.of(),
                false,
                "")));

        // With a second role, because all people of tests with one role have the same id.
        As.role(Role.AUDITOR, Role.ADMIN);

        assertThat(packages.find(notForThem.number())).isEmpty();
        assertThat(packages.list()).extracting(EvidencePackage::number).contains(forThem.number());
        assertThatThrownBy(() -> packages.open(notForThem.number())).hasMessageContaining("There is no package");
    }

    @Test
    void theReportsPassAnIndependentCheckOfPdfA() throws Exception {
        var made = made(request("Zeichen: \u0001 \uD800 \u4E2D \u05D0 <b>&amp;</b>", all(), null));
        VeraGreenfieldFoundryProvider.initialise();
        for (var name : List.of("data/report.pdf", "data/art30.pdf")) {
            try (var bag = Bag.open(Files.write(temp.resolve(UUID.randomUUID() + ".zip"), bytes(made)));
                    var pdf = bag.open(name);
                    var parser = Foundries.defaultInstance().createParser(pdf, PDFAFlavour.PDFA_2_B);
                    var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
                var result = validator.validate(parser);

                assertThat(result.getTestAssertions()).as(name).isEmpty();
                assertThat(result.isCompliant()).as(name).isTrue();
            }
        }
    }

    @Test
    void aChangedArchiveIsToldOfInWords() throws IOException {
        var made = made(request("Tampered", EnumSet.of(Part.REGISTER), null));
        var bytes = bytes(made);
        var zip = Files.write(temp.resolve("changed.zip"), bytes);
        try (var files = java.nio.file.FileSystems.newFileSystem(zip)) {
            Files.writeString(
                    files.getPath(made.folder(), "data/records/vendors.jsonl"),
                    "{}\n",
                    java.nio.file.StandardOpenOption.APPEND);
        }

        var found = packages.verify(Files.newInputStream(zip));

        assertThat(found.verified()).isFalse();
        assertThat(found.findings())
                .anyMatch(words -> words.startsWith("data/records/vendors.jsonl was changed"))
                .anyMatch(words -> words.startsWith("data/records/vendors.jsonl must have"));
        assertThatThrownBy(
                        () -> packages.verify(new ByteArrayInputStream("no zip".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not an archive");
    }

    @Test
    void thePreviewCountsWhatIsThenWritten() {
        var request = request("Preview", all(), Instant.now());
        var preview = packages.preview(request);
        var made = made(request);

        var written = new HashMap<String, Long>();
        packages.files(made.number()).forEach(file -> written.put(file.name(), file.rows()));
        assertThat(preview.files())
                .filteredOn(file -> file.name().endsWith(".jsonl")
                        && !file.name().contains("usage-daily")
                        && !file.name().contains("rules"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(written).containsEntry(file.name(), file.rows()));
        assertThat(Acting.asOutflow(() -> packages.preview(request).missing())).isNotEmpty();
    }

    private PackageRequest request(String title, Set<Part> parts, Instant asOf) {
        var day = LocalDate.now(ZoneOffset.UTC);
        return new PackageRequest(
                title,
                "Example Audit",
                Set.of(),
                Set.of(),
                day.minusDays(40),
                day,
                asOf,
                EnumSet.allOf(Framework.class),
                parts,
                false,
                "");
    }

    private Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    private EvidencePackage made(PackageRequest request) {
        var ended = ended(packages.make(request));
        assertThat(ended.message()).isEmpty();
        assertThat(ended.state()).isEqualTo(State.MADE);
        return ended;
    }

    private EvidencePackage ended(long number) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .until(() -> packages.find(number).orElseThrow(), one -> one.state() != State.MAKING);
    }

    private byte[] bytes(EvidencePackage made) throws IOException {
        try (var stream = packages.open(made.number())) {
            return stream.readAllBytes();
        }
    }

    private String text(EvidencePackage made, String name) throws IOException {
        var zip = Files.write(temp.resolve(UUID.randomUUID() + ".zip"), bytes(made));
        try (var bag = Bag.open(zip);
                var stream = bag.open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** SHA-256 of the records, by name. */
    private Map<String, String> records(EvidencePackage made) {
        var hashes = new HashMap<String, String>();
        packages.files(made.number()).stream()
                .filter(file -> file.name().startsWith("data/records/"))
                .forEach(file -> hashes.put(file.name(), file.sha256()));
        assertThat(hashes).containsKey("data/records/vendors.jsonl");
        return hashes;
    }
}
