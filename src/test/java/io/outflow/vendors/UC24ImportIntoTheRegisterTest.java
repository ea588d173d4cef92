package io.outflow.vendors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.outflow.As;
import io.outflow.access.AccessRefused;
import io.outflow.access.Role;
import io.outflow.history.ChangeLog;
import io.outflow.history.Revisions;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.ImportPreview.Refusal;
import io.outflow.vendors.RegisterFiles.Format;
import io.outflow.vendors.SavedViews.SavedView;
import io.outflow.vendors.content.Agreement;
import io.outflow.vendors.content.Vendor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files go into the register row by row, with their history; views are kept for each person. */
class UC24ImportIntoTheRegisterTest {

    private final String mark = UUID.randomUUID().toString();

    @TempDir
    Path folder;

    @BeforeEach
    void legal() {
        As.role(Role.LEGAL);
    }

    @AfterEach
    void nobody() {
        As.nobody();
    }

    @OnBothDatabases
    void oneFileAddsAVendorItsProductAndItsAgreementByTheirNames(Database database) throws IOException {
        var files = on(database, RegisterFiles.class);

        var result = files.save(files.read("new.zip", archive()), "From the old spreadsheet", _ -> true);

        assertThat(result.refused()).isEmpty();
        assertThat(result.added()).isEqualTo(3);
        var register = on(database, Register.class).now();
        var vendor = vendor(register, "Mistral " + mark);
        var product = register.of(vendor.id()).getFirst();
        assertThat(register.of(product.id(), Agreement.class))
                .singleElement()
                .satisfies(agreement -> assertThat(agreement.basis().source()).isEqualTo("Order form, page 3"));
        assertThat(on(database, Revisions.class)
                        .ofObject(product.id())
                        .getFirst()
                        .reason())
                .isEqualTo("From the old spreadsheet");
        assertThat(on(database, ChangeLog.class).list(0, 1).getFirst().text())
                .startsWith("3 added, 0 changed, 0 unchanged, 0 refused.");
    }

    @OnBothDatabases
    void aChangeOfSomebodyElseBetweenPreviewAndSavingIsNotOverwritten(Database database) throws IOException {
        var register = on(database, Register.class);
        var files = on(database, RegisterFiles.class);
        var one = add(register, "One " + mark);
        var two = add(register, "Two " + mark);
        var preview = files.read(
                "vendors.csv",
                csv("entry.id,entry.version,owner\n%s,1,Mine\n%s,1,Mine\n".formatted(one.id(), two.id())));
        register.change(one.id(), 1, named("One " + mark, "Theirs"), one.basis(), "First", null);

        var result = files.save(preview, "Owners", _ -> true);

        assertThat(result.changed()).isEqualTo(1);
        assertThat(result.refused())
                .singleElement()
                .extracting(Refusal::title, refusal -> refusal.place().line())
                .containsExactly("One " + mark, 2);
        assertThat(owner(register, one.id())).isEqualTo("Theirs");
        assertThat(owner(register, two.id())).isEqualTo("Mine");
    }

    @OnBothDatabases
    void oneRefusedRowOfAChunkIsNamedAndTheOthersGoInWithWhatHangsOnThem(Database database) throws IOException {
        var register = on(database, Register.class);
        var files = on(database, RegisterFiles.class);
        var vendors = new StringBuilder("name\n");
        var products = new StringBuilder("entry.ownerName,name\n");
        for (var i = 0; i < 7; i++) {
            vendors.append("Vendor %d %s\n".formatted(i, mark));
            products.append("Vendor %d %s,Assistant\n".formatted(i, mark));
        }
        var preview = files.read(
                "new.zip",
                zip(List.of(List.of("vendors.csv", vendors.toString()), List.of("products.csv", products.toString()))));
        add(register, "Vendor 3 " + mark);

        var result = files.save(preview, "From the old spreadsheet", _ -> true);

        assertThat(result.added()).isEqualTo(12);
        assertThat(result.refused())
                .extracting(refusal -> refusal.place().words(), Refusal::sentence)
                .containsExactly(
                        tuple(
                                "vendors, line 5",
                                "Vendor 3 %s is in the register already. Choose another name or open it."
                                        .formatted(mark)),
                        tuple("products, line 5", "What this hangs on did not go in, so neither did this."));
        assertThat(register.now().of(vendor(register.now(), "Vendor 4 " + mark).id()))
                .extracting(Entry::title)
                .containsExactly("Assistant");
        assertThat(register.now().of(vendor(register.now(), "Vendor 3 " + mark).id()))
                .isEmpty();
        assertThat(on(database, ChangeLog.class).verify().holds()).isTrue();
    }

    @OnBothDatabases
    void anImportThatIsStoppedKeepsWhatIsDoneAndTheChangeLogCountsIt(Database database) throws IOException {
        var files = on(database, RegisterFiles.class);
        var text = new StringBuilder("name\n");
        for (var i = 0; i < 250; i++) {
            text.append("Vendor %d %s\n".formatted(i, mark));
        }
        var preview = files.read("vendors.csv", csv(text.toString()));

        assertThatThrownBy(() -> files.save(preview, "From the old spreadsheet", done -> done < 200))
                .isInstanceOf(RuntimeException.class);

        assertThat(on(database, Register.class).now().vendors())
                .filteredOn(one -> one.title().endsWith(mark))
                .hasSize(200);
        assertThat(on(database, ChangeLog.class).list(0, 1).getFirst().text())
                .isEqualTo("200 added, 0 changed, 0 unchanged, 0 refused. The rest was left out.");
    }

    @OnBothDatabases
    void anImportGoesOnByItselfAsWhoeverStartedIt(Database database) throws IOException {
        var imports = on(database, RegisterImports.class);
        var preview = on(database, RegisterFiles.class).read("vendors.csv", csv("name\nNew %s\n".formatted(mark)));
        assertThatThrownBy(() -> imports.start(preview, " ")).isInstanceOf(EntryRefused.class);

        imports.start(preview, "From the old spreadsheet");
        Awaitility.await()
                .pollInSameThread()
                .until(() -> !imports.last().orElseThrow().isRunning());

        var last = imports.last().orElseThrow();
        assertThat(last.result()).isEqualTo(new ImportResult(1, 0, 0, List.of()));
        assertThat(List.of(last.by(), last.fileName())).containsExactly("Sample Legal", "vendors.csv");
        assertThat(vendor(on(database, Register.class).now(), "New " + mark).changedBy())
                .isEqualTo("Sample Legal");
        As.role(Role.AUDITOR);
        assertThatThrownBy(() -> imports.start(preview, "Again")).isInstanceOf(AccessRefused.class);
    }

    @OnBothDatabases
    void severalEntriesChangeForOneReasonAllOrNone(Database database) {
        var register = on(database, Register.class);
        var one = add(register, "One " + mark);
        var two = add(register, "Two " + mark);
        var good = new Change(one.id(), 1, named("One " + mark, "Legal"), one.basis());

        assertThatThrownBy(() -> register.changeAll(
                        List.of(good, new Change(two.id(), 7, named("Two " + mark, "Legal"), two.basis())), "Owners"))
                .isInstanceOf(EntryChangedMeanwhile.class);
        assertThat(owner(register, one.id())).isEmpty();

        register.changeAll(
                List.of(good, new Change(two.id(), 1, named("Two " + mark, "Legal"), two.basis())), "Owners");
        assertThat(owner(register, one.id())).isEqualTo("Legal");
        assertThat(owner(register, two.id())).isEqualTo("Legal");
    }

    @OnBothDatabases
    void everyExportIsAnEntryOfTheChangeLog(Database database) throws IOException {
        As.role(Role.AUDITOR);
        var out = new ByteArrayOutputStream();

        on(database, RegisterFiles.class).write(Format.JSON, Optional.empty(), out);

        assertThat(out.toString(UTF_8)).startsWith("{\"asOf\":").endsWith("]}");
        assertThat(on(database, ChangeLog.class).list(0, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("Sample Auditor");
            assertThat(entry.action()).isEqualTo("register exported");
            assertThat(entry.object()).isEqualTo("as JSON");
        });
    }

    @OnBothDatabases
    void anExportOfTheStoredRegisterComesBackUnchanged(Database database) throws IOException {
        var files = on(database, RegisterFiles.class);
        files.save(files.read("new.zip", archive()), "From the old spreadsheet", _ -> true);
        var out = new ByteArrayOutputStream();
        files.write(Format.XLSX, Optional.empty(), out);

        var preview = files.read("back.xlsx", file("back.xlsx", out.toByteArray()));

        assertThat(preview.changed()).isEmpty();
        assertThat(preview.added()).isEmpty();
        assertThat(preview.refused()).isEmpty();
        assertThat(preview.unchanged()).isPositive();
    }

    @OnBothDatabases
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead(Database database) throws IOException {
        var large = folder.resolve("large.xlsx");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(RegisterFiles.LARGEST + 1);
        }

        assertThatThrownBy(() -> on(database, RegisterFiles.class).read("large.xlsx", large))
                .isInstanceOf(FileRefused.class)
                .hasMessage("This file is larger than 20 MiB. Nothing was read of it. Split it and import the parts.");
    }

    @OnBothDatabases
    void withoutAReasonNothingGoesIn(Database database) throws IOException {
        var files = on(database, RegisterFiles.class);
        var preview = files.read("vendors.csv", csv("name\nNew %s\n".formatted(mark)));

        assertThatThrownBy(() -> files.save(preview, " ", _ -> true)).isInstanceOf(EntryRefused.class);
        assertThat(on(database, Register.class).now().vendors())
                .noneMatch(one -> one.title().equals("New " + mark));
    }

    @OnBothDatabases
    void whoOnlyReadsExportsAndDoesNotImport(Database database) throws IOException {
        var files = on(database, RegisterFiles.class);
        var csv = csv("name\nNew\n");
        As.role(Role.AUDITOR);

        assertThatThrownBy(() -> files.read("vendors.csv", csv)).isInstanceOf(AccessRefused.class);
        As.role(Role.ADMIN);
        assertThatThrownBy(() -> files.write(Format.CSV, Optional.empty(), new ByteArrayOutputStream()))
                .isInstanceOf(AccessRefused.class);
    }

    @OnBothDatabases
    void aKeptViewIsThereForItsPersonAloneUntilItIsRemoved(Database database) {
        var views = on(database, SavedViews.class);
        views.save(" Mine ", "status=APPROVED");
        views.save("Mine", "sort=dpa");

        assertThat(views.list()).containsExactly(new SavedView("Mine", "sort=dpa"));
        As.role(Role.AUDITOR, Role.CISO);
        assertThat(views.list()).isEmpty();
        As.role(Role.LEGAL);
        views.remove("Mine");
        assertThat(views.list()).isEmpty();
        assertThatThrownBy(() -> views.save(" ", "sort=dpa")).isInstanceOf(EntryRefused.class);
    }

    private static <T> T on(Database database, Class<T> service) {
        return WholeApplication.on(database).getBean(service);
    }

    private static Entry<?> add(Register register, String name) {
        return register.add(new Draft(null, Vendor.named(name), Basis.ours("", null, null)), "First");
    }

    private static Vendor named(String name, String owner) {
        var vendor = Vendor.named(name);
        return new Vendor(name, "", List.of(), "", "", List.of(), owner, vendor.criticality(), null, "");
    }

    private static String owner(Register register, UUID vendor) {
        return register.now().find(vendor, Vendor.class).orElseThrow().content().owner();
    }

    private static Entry<Vendor> vendor(Snapshot register, String name) {
        return register.vendors().stream()
                .filter(one -> one.title().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path archive() throws IOException {
        var tables = new ArrayList<List<String>>();
        tables.add(List.of("agreements.csv", """
                entry.ownerName,type,state,inForceFrom,basis.source
                Mistral %1$s / Le Chat %1$s,DPA,Signed,2026-01-01 Europe/Paris,"Order form, page 3"
                """));
        tables.add(List.of("products.csv", "entry.ownerName,name\nMistral %1$s,Le Chat %1$s\n"));
        tables.add(List.of("vendors.csv", "\uFEFFname;hqCountry\r\nMistral %1$s;FR\r\n"));
        return zip(tables);
    }

    private Path zip(List<List<String>> tables) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var table : tables) {
                zip.putNextEntry(new ZipEntry(table.getFirst()));
                zip.write(table.getLast().formatted(mark).getBytes(UTF_8));
            }
        }
        return file("new.zip", bytes.toByteArray());
    }

    private Path csv(String text) throws IOException {
        return file(UUID.randomUUID() + ".csv", text.getBytes(UTF_8));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
