package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Role;
import io.outflow.vendors.Basis;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Draft;
import io.outflow.vendors.Register;
import io.outflow.vendors.content.Attachment;
import io.outflow.vendors.content.Vendor;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UC-41: documents on the page of an object. */
class UC41DocumentSectionViewTest extends ViewTest {

    @Autowired
    Documents documents;

    @Autowired
    Register register;

    @Autowired
    CurrentPerson person;

    private UUID vendor;
    private DocumentSection section;

    @BeforeEach
    void aVendor() {
        signInAs(Role.LEGAL);
        vendor = register.add(
                        new Draft(null, Vendor.named("Anthropic " + UUID.randomUUID()), Basis.ours("", null, null)),
                        "New vendor")
                .id();
        UI.getCurrent().navigate("due");
        open(false);
    }

    @Test
    void anUploadedDocumentIsAttachedWithTitleAndReason() {
        assertThat(Shown.text(section)).contains("No document is attached.");

        upload("dpa.pdf", "%PDF-1.7 signed");
        attach("DPA of 2026", "Signed by both");

        assertThat(Shown.text(section))
                .contains(
                        "1 document", "DPA of 2026", "dpa.pdf", "Version 1, application/pdf, 15 bytes, by Sample Legal")
                .doesNotContain("No document is attached.");
        var entry = register.now().of(vendor, Attachment.class).getFirst();
        assertThat(Shown.text(section))
                .contains("SHA-256 " + entry.content().sha256().substring(0, 12));
    }

    @Test
    void withoutAReasonNothingIsAttachedAndTheTitleStays() {
        upload("dpa.pdf", "%PDF-1.7 signed");

        attach("DPA of 2026", "");

        var reason = find(TextArea.class).withTestId("document-reason").single();
        assertThat(reason.getErrorMessage()).startsWith("Say why in 1 to 2,000 characters.");
        assertThat(find(TextField.class).withTestId("document-title").single().getValue())
                .isEqualTo("DPA of 2026");
        assertThat(register.now().of(vendor)).isEmpty();
    }

    @Test
    void aFileWhoseDialogIsCancelledDoesNotStayOnDisk() {
        var text = "%PDF-1.7 " + UUID.randomUUID();
        upload("dpa.pdf", text);
        test(find(Button.class).withText("Cancel").single()).click();
        var file = store(text);

        documents.giveUp(file);

        assertThatThrownBy(() -> documents.add(vendor, file, "Signed")).hasMessage("The file has not been stored.");
    }

    @Test
    void aRefusedFileIsNamedWithItsReasonAndTheOthersGoIn() {
        upload("setup.pdf", "#!/bin/sh\nrm -rf /\n");

        assertThat(Shown.text(section)).contains("setup.pdf is a program", "It was not stored.");
        upload("dpa.pdf", "%PDF-1.7 signed");
        attach("", "Signed");
        assertThat(register.now().of(vendor)).hasSize(1);
    }

    @Test
    void aNewerVersionStandsAboveTheOlderOne() {
        upload("dpa.pdf", "%PDF-1.7 first");
        attach("DPA", "Signed");

        section.ask(
                store("%PDF-1.7 second"),
                register.now().of(vendor, Attachment.class).stream().findFirst());
        attach("DPA", "Amended");

        assertThat(find(ListItem.class, section).all()).singleElement().satisfies(item -> assertThat(Shown.text(item))
                .containsSubsequence("Version 2", "Version 1"));
    }

    @Test
    void aRemovedDocumentIsGoneFromThePageAndStaysInThePast() {
        upload("dpa.pdf", "%PDF-1.7 gone");
        attach("DPA", "Signed");
        var then = register.now();

        test(find(NativeButton.class).withTestId("document-remove").single()).click();
        test(find(TextArea.class).withLabel("Reason").single()).setValue("The wrong one");
        test(find(Button.class).withTestId("reason-confirm").single()).click();

        assertThat(Shown.text(section)).contains("No document is attached.");
        section.show(then, true);
        assertThat(Shown.text(section)).contains("DPA", "Version 1").doesNotContain("Remove", "Add a newer version");
        assertThat(find(Upload.class, section).all()).isEmpty();
    }

    @Test
    void onlyAPdfCanBeLookedAtInPlace() {
        upload("picture.pdf", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
        attach("", "Seen");
        assertThat(Shown.text(section)).contains("image/svg+xml", "Download").doesNotContain("Preview");

        upload("dpa.pdf", "%PDF-1.7 signed");
        attach("", "Signed");

        assertThat(find(NativeButton.class).withTestId("document-preview").all())
                .hasSize(1);
    }

    @Test
    void whoMayOnlyReadFindsNothingToChange() {
        upload("dpa.pdf", "%PDF-1.7 signed");
        attach("DPA", "Signed");
        signInAs(Role.AUDITOR);

        open(false);

        assertThat(Shown.text(section)).contains("DPA", "Download").doesNotContain("Remove", "Add a newer version");
        assertThat(find(Anchor.class, section).withTestId("document-download").all())
                .hasSize(1);
        assertThat(find(Upload.class, section).all()).isEmpty();
    }

    private void open(boolean past) {
        if (section != null) {
            section.removeFromParent();
        }
        section = new DocumentSection(documents, register, person, vendor, () -> section.show(register.now(), past));
        UI.getCurrent().add(section);
        section.show(register.now(), past);
    }

    private void upload(String name, String text) {
        new UploadTester<>(find(Upload.class, section).single())
                .upload(name, "application/pdf", text.getBytes(StandardCharsets.UTF_8));
    }

    private void attach(String title, String reason) {
        test(find(TextField.class).withTestId("document-title").single()).setValue(title);
        test(find(TextArea.class).withTestId("document-reason").single()).setValue(reason);
        test(find(Button.class).withTestId("document-attach").single()).click();
    }

    private Attachment store(String text) {
        try {
            return documents.store(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "dpa.pdf");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
