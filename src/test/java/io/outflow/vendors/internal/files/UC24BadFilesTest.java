package io.outflow.vendors.internal.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.vendors.Basis;
import io.outflow.vendors.Entry;
import io.outflow.vendors.FileRefused;
import io.outflow.vendors.ImportPreview;
import io.outflow.vendors.ImportPreview.FieldDifference;
import io.outflow.vendors.ImportPreview.Refusal;
import io.outflow.vendors.Kind;
import io.outflow.vendors.RegisterFiles.Format;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Product;
import io.outflow.vendors.content.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** What is wrong with a file is said in words, with its place, and the rest goes in. */
class UC24BadFilesTest {

    private final Entry<?> vendor =
            Registers.entry(UUID.randomUUID(), null, Vendor.named("Anthropic"), Basis.ours("", null, null), 3);
    private final Entry<?> product = Registers.entry(
            UUID.randomUUID(),
            vendor.id(),
            Product.named("Claude API"),
            Basis.ours("Order form", null, null).confirmed("Sample Legal", Instant.EPOCH, null),
            2);
    private final Snapshot register = new Snapshot(List.of(vendor, product));

    @Test
    void aFileThatIsNoTableIsRefusedAsAWhole() {
        refusedAsAWhole(
                "list.xlsx", "MZ this is a programme".getBytes(UTF_8), "neither a workbook (XLSX) nor a CSV file");
        refusedAsAWhole("list.xlsx", new byte[0], "empty");
        refusedAsAWhole(
                "list.xls",
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4},
                "a workbook of the old kind, or one with a password");
        refusedAsAWhole("list.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "damaged");
        refusedAsAWhole("vendors.csv", "entry.id,name\n,Müller".getBytes(ISO_8859_1), "not in UTF-8");
    }

    @Test
    void anArchiveThatUnpacksToFarMoreIsRefusedBeforeItIsRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[40 * 1024 * 1024]);
        }

        assertThat(bytes.size()).isLessThan(100_000);
        refusedAsAWhole("bomb.xlsx", bytes.toByteArray(), "unpacks to far more than a register holds");
    }

    @Test
    void aWorkbookThatDefinesEntitiesIsRefused() throws IOException {
        var harmful = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        var bytes = changed(
                Registers.export(Format.XLSX, register),
                "xl/worksheets/sheet2.xml",
                xml -> harmful + xml.substring(xml.indexOf("?>") + 2).replace("<sheetData>", "<sheetData>&e;"));

        refusedAsAWhole("list.xlsx", bytes, "not a workbook that can be read (XLSX)");
    }

    @Test
    void aCellWithAFormulaIsRefusedWithItsPlaceAndTheRestGoesIn() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var book = new Workbook(bytes, "Test", null);
        var sheet = book.newWorksheet("Vendors");
        sheet.value(0, 0, "name");
        sheet.value(0, 1, "notes");
        sheet.value(1, 0, "Mistral");
        sheet.formula(1, 1, "HYPERLINK(\"http://example.com\",\"x\")");
        sheet.value(2, 0, "Cohere");
        sheet.value(2, 1, "'=not a formula");
        sheet.value(3, 0, "DeepL");
        sheet.value(3, 1, "+1");
        book.finish();

        var preview = Registers.read("list.xlsx", bytes.toByteArray(), register);

        assertThat(preview.refused())
                .extracting(one -> one.place().words() + ": " + one.sentence())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Vendors, line 2: Column B (notes) begins like a formula"),
                        one -> assertThat(one).startsWith("Vendors, line 4: Column B (notes) begins like a formula"));
        assertThat(preview.added())
                .singleElement()
                .extracting(one -> ((Vendor) one.content()).notes())
                .isEqualTo("=not a formula");
    }

    @Test
    void aRowThatSomebodyChangedSinceIsRefusedWithBothValues() {
        var preview = rows(
                Kind.PRODUCT,
                List.of("entry.id", "entry.version", "owner"),
                List.of(product.id().toString(), "1", "Legal"));

        assertThat(preview.refused())
                .singleElement()
                .extracting(Refusal::sentence)
                .isEqualTo("Sample Legal changed this after the export. In the register and in the file:"
                        + " Owner \"\" and \"Legal\". Export again and repeat your change.");
    }

    @Test
    void aColumnThatIsMissingChangesNothingAndLabelsAreUnderstood() {
        var preview = rows(
                Kind.PRODUCT,
                List.of("entry.id", "entry.version", "Status"),
                List.of(product.id().toString(), "2", "approved"));

        assertThat(preview.changed())
                .singleElement()
                .extracting(change -> change.fields())
                .isEqualTo(List.of(new FieldDifference("Status", "Proposed", "Approved")));
    }

    @Test
    void aDateThatASpreadsheetMadeOfATextIsADate() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var book = new Workbook(bytes, "Test", null);
        var sheet = book.newWorksheet("Products");
        var header = List.of("entry.id", "entry.version", "nextReview", "reviewMonths");
        for (var i = 0; i < header.size(); i++) {
            sheet.value(0, i, header.get(i));
        }
        sheet.value(1, 0, product.id().toString());
        sheet.value(1, 1, 2);
        sheet.value(1, 2, LocalDate.of(2027, 3, 1));
        sheet.style(1, 2).format("d mmm yyyy").set();
        sheet.value(1, 3, 12);
        book.finish();

        var preview = Registers.read("list.xlsx", bytes.toByteArray(), register);

        assertThat(preview.refused()).isEmpty();
        assertThat(preview.changed().getFirst().content())
                .isEqualTo(new Product(
                        "Claude API",
                        "",
                        io.outflow.vendors.content.Category.UNKNOWN,
                        io.outflow.vendors.content.ProductStatus.PROPOSED,
                        io.outflow.vendors.content.YesNo.UNKNOWN,
                        List.of(),
                        "",
                        "",
                        12,
                        LocalDate.of(2027, 3, 1),
                        List.of(),
                        ""));
    }

    @Test
    void nobodyConfirmsSomethingByAFile() {
        var forged = rows(
                Kind.PRODUCT,
                List.of("entry.id", "entry.version", "basis.confirmedBy"),
                List.of(product.id().toString(), "2", "Somebody else"));
        var brought = rows(Kind.VENDOR, List.of("name", "basis.confirmedBy"), List.of("Mistral", "Sample Legal"));

        assertThat(forged.refused().getFirst().sentence()).startsWith("Who confirmed or rejected something");
        assertThat(brought.refused().getFirst().sentence()).startsWith("A new entry cannot bring a confirmation.");
    }

    @Test
    void eachBadRowIsRefusedForItself() {
        var header = List.of("entry.id", "entry.version", "entry.ownerName", "name", "reviewMonths", "category");
        var preview = rows(
                Kind.PRODUCT,
                header,
                List.of("", "", "Nobody", "Orphan", "", ""),
                List.of("", "", "Anthropic", "Claude API", "", ""),
                List.of("", "", "Anthropic", "Claude Team", "99", ""),
                List.of("", "", "Anthropic", "Claude Team", "soon", ""),
                List.of("", "", "Anthropic", "Claude Team", "", "Toaster"),
                List.of(UUID.randomUUID().toString(), "1", "", "Ghost", "", ""),
                List.of("17", "1", "", "Not an id", "", ""),
                List.of("", "", "anthropic", "Claude Team", "12", "business chat"));

        assertThat(preview.refused())
                .extracting(one -> one.place().line() + " " + one.sentence())
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("2 \"Nobody\" is neither in the register nor in this file."),
                        one -> assertThat(one).startsWith("3 Claude API is in the register or in this file already."),
                        one -> assertThat(one).isEqualTo("4 Give a cycle of 1 to 60 months."),
                        one -> assertThat(one).isEqualTo("5 Review every: Write a whole number."),
                        one -> assertThat(one)
                                .startsWith("6 Category: \"Toaster\" is not one of: Unknown, Consumer chat"),
                        one -> assertThat(one).startsWith("7 This entry is not in the register."),
                        one -> assertThat(one).startsWith("8 This is not the id of an entry."));
        assertThat(preview.added()).singleElement().satisfies(one -> {
            assertThat(one.owner()).isEqualTo(vendor.id());
            assertThat(one.name()).isEqualTo("Anthropic / Claude Team");
        });
    }

    @Test
    void aSheetOrColumnThatNobodyKnowsIsNotPassedOver() {
        var column = rows(Kind.VENDOR, List.of("name", "colour"), List.of("Mistral", "blue"));
        var sheet = Registers.read("prices.csv", "name\nMistral\n".getBytes(UTF_8), register);

        assertThat(column.refused().getFirst().sentence())
                .isEqualTo("The column \"colour\" is not known here. None of the rows of this sheet went in.");
        assertThat(sheet.refused().getFirst().sentence()).startsWith("No kind of entry is called \"prices\"");
        assertThat(column.added()).isEmpty();
    }

    @Test
    void aBareDayIsNoMomentBecauseItsZoneWouldBeAGuess() {
        var header = List.of("entry.ownerName", "type", "state", "inForceFrom");
        var preview = rows(
                Kind.AGREEMENT,
                header,
                List.of("Anthropic / Claude API", "DPA", "Signed", "2026-01-01"),
                List.of("Anthropic / Claude API", "DPA", "Signed", "2026-01-01 Europe/Berlin"));

        assertThat(preview.refused().getFirst().sentence()).contains("Write the moment with its zone");
        assertThat(preview.added())
                .singleElement()
                .extracting(one -> String.valueOf(((io.outflow.vendors.content.Agreement) one.content()).inForceFrom()))
                .isEqualTo("2026-01-01T00:00+01:00[Europe/Berlin]");
    }

    @Test
    void filesCommentsAndProposalsAreNotAddedByAFile() {
        var preview = rows(Kind.COMMENT, List.of("entry.ownerName", "text"), List.of("Anthropic", "Forged words"));

        assertThat(preview.refused().getFirst().sentence()).startsWith("Comments are not added by a file.");
    }

    @SafeVarargs
    private final ImportPreview rows(Kind kind, List<String> header, List<String>... rows) {
        return Registers.readCsv(kind, register, header, List.of(rows));
    }

    private void refusedAsAWhole(String name, byte[] bytes, String words) {
        assertThatThrownBy(() -> Registers.read(name, bytes, register))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        e -> assertThat(e.sentence()).contains(words).contains("Nothing was read"));
    }

    private static byte[] changed(byte[] archive, String part, java.util.function.UnaryOperator<String> change)
            throws IOException {
        var file = Files.write(Files.createTempFile("register", ".test"), archive);
        var out = new ByteArrayOutputStream();
        try (var in = new ZipFile(file.toFile());
                var zip = new ZipOutputStream(out)) {
            assertThat(in.getEntry(part)).isNotNull();
            for (var entry : Collections.list(in.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = in.getInputStream(entry).readAllBytes();
                zip.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(bytes, UTF_8)).getBytes(UTF_8)
                                : bytes);
            }
        } finally {
            Files.delete(file);
        }
        return out.toByteArray();
    }
}
