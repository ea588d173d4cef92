package io.outflow.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outflow.As;
import io.outflow.access.AccessRefused;
import io.outflow.access.Acting;
import io.outflow.access.Role;
import io.outflow.base.OutflowHome;
import io.outflow.history.AsOf;
import io.outflow.testing.Database;
import io.outflow.testing.OnBothDatabases;
import io.outflow.testing.WholeApplication;
import io.outflow.vendors.content.Attachment;
import io.outflow.vendors.content.Vendor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** UC-41: documents on objects of the register. */
class UC41DocumentsTest {

    private Register register;
    private Documents documents;
    private UUID vendor;

    @BeforeEach
    void legal() {
        As.role(Role.LEGAL);
    }

    @AfterEach
    void nobody() {
        As.nobody();
    }

    @OnBothDatabases
    void anAttachedDocumentIsReadAsItWasSent(Database database) throws IOException {
        open(database);

        var added = documents.add(
                vendor, store("%PDF-1.7 signed", "C:\\Users\\dana\\dpa.pdf").titled("DPA"), "Signed");

        var document = documents.open(register.now(), added.id()).orElseThrow();
        assertThat(document.entry().title()).isEqualTo("DPA");
        assertThat(document.entry().content().fileName()).isEqualTo("dpa.pdf");
        assertThat(document.canBeShown()).isTrue();
        assertThat(new String(document.open().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("%PDF-1.7 signed");
    }

    @OnBothDatabases
    void whatTheRegisterSaysOfATypeIsNotBelievedWhenItIsShown(Database database) throws IOException {
        open(database);
        var page = store("<!DOCTYPE html><html><script>alert(1)</script></html>", "dpa.pdf");
        var lie = new Attachment("", "dpa.pdf", page.sha256(), "application/pdf", page.size(), null);

        var added = register.add(new Draft(vendor, lie, Basis.ours("", null, null)), "By the API");

        var document = documents.open(register.now(), added.id()).orElseThrow();
        assertThat(document.mediaType()).isEqualTo("text/html");
        assertThat(document.canBeShown()).isFalse();
    }

    @OnBothDatabases
    void theSweepRemovesOldFilesThatNoDocumentEverNamedAndNoOthers(Database database) throws IOException {
        open(database);
        var files =
                WholeApplication.on(database).getBean(OutflowHome.class).path().resolve("documents");
        var orphan = "00" + "a".repeat(62);
        var young = "00" + "b".repeat(62);
        var named = store("%PDF-1.7 " + UUID.randomUUID(), "dpa.pdf");
        var removed = documents.add(vendor, named, "Signed");
        register.remove(removed.id(), 1, "Wrong contract");
        var place = files.resolve(named.sha256().substring(0, 2))
                .resolve(named.sha256().substring(2));
        Files.createDirectories(files.resolve("00"));
        for (var file : List.of(orphan, young)) {
            Files.writeString(files.resolve("00").resolve(file.substring(2)), "left by a crash");
        }
        for (var file : List.of(files.resolve("00").resolve(orphan.substring(2)), place)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }

        assertThat(Acting.asOutflow(() -> sweep())).isPositive();

        assertThat(files.resolve("00").resolve(orphan.substring(2))).doesNotExist();
        assertThat(files.resolve("00").resolve(young.substring(2))).exists();
        assertThat(place).exists();
        assertThat(documents.open(register.asOf(AsOf.asItRead(removed.changedAt())), removed.id()))
                .isPresent();
        Files.delete(files.resolve("00").resolve(young.substring(2)));
    }

    private int sweep() {
        try {
            return documents.sweep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @OnBothDatabases
    void versionsFormAChainAndNotATree(Database database) throws IOException {
        open(database);
        var first = documents.add(vendor, store("%PDF-1.7 first", "dpa.pdf"), "Signed");
        documents.add(vendor, store("%PDF-1.7 second", "dpa.pdf").replacing(first.id()), "Amended");

        assertThatThrownBy(() ->
                        documents.add(vendor, store("%PDF-1.7 third", "dpa.pdf").replacing(first.id()), "Amended"))
                .hasMessageContaining("There is a newer version of it already.");
        assertThatThrownBy(() ->
                        documents.add(vendor, store("%PDF-1.7 other", "x.pdf").replacing(UUID.randomUUID()), "Amended"))
                .hasMessageContaining("not on this object any more");
    }

    @OnBothDatabases
    void aFileThatWasNeverStoredIsNotAttached(Database database) {
        open(database);
        var made = new Attachment("", "dpa.pdf", "0".repeat(64), "application/pdf", 3, null);

        assertThatThrownBy(() -> documents.add(vendor, made, "Signed")).hasMessage("The file has not been stored.");
    }

    @OnBothDatabases
    void aRemovedDocumentIsStillReadInTheRegisterOfThen(Database database) throws IOException {
        open(database);
        var added = documents.add(vendor, store("%PDF-1.7 old", "dpa.pdf"), "Signed");
        var then = register.now();

        register.remove(added.id(), added.version(), "The wrong one");

        assertThat(documents.open(register.now(), added.id())).isEmpty();
        assertThat(documents.open(then, added.id())).isPresent();
    }

    @OnBothDatabases
    void anAuditorReadsAndAttachesNothingAndAnAdministratorDoesNeither(Database database) throws IOException {
        open(database);
        var added = documents.add(vendor, store("%PDF-1.7 read", "dpa.pdf"), "Signed");
        var snapshot = register.now();

        As.role(Role.AUDITOR);
        assertThat(documents.open(snapshot, added.id())).isPresent();
        assertThatThrownBy(() -> store("%PDF-1.7 mine", "dpa.pdf")).isInstanceOf(AccessRefused.class);
        As.role(Role.ADMIN);
        assertThatThrownBy(() -> documents.open(snapshot, added.id())).isInstanceOf(AccessRefused.class);
    }

    private void open(Database database) {
        register = WholeApplication.on(database).getBean(Register.class);
        documents = WholeApplication.on(database).getBean(Documents.class);
        vendor = register.add(
                        new Draft(null, Vendor.named("Anthropic " + UUID.randomUUID()), Basis.ours("", null, null)),
                        "New vendor")
                .id();
    }

    private Attachment store(String text, String name) throws IOException {
        return documents.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
    }
}
