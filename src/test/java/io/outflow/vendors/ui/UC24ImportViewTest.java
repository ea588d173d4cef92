package io.outflow.vendors.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import io.outflow.Shown;
import io.outflow.ViewTest;
import io.outflow.access.Role;
import io.outflow.vendors.Register;
import io.outflow.vendors.RegisterFiles;
import io.outflow.vendors.RegisterImports;
import io.outflow.vendors.RegisterImports.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UC24ImportViewTest extends ViewTest {

    private final String mark = UUID.randomUUID().toString();

    @Autowired
    Register register;

    @Autowired
    RegisterImports imports;

    @Autowired
    RegisterFiles files;

    @BeforeEach
    void legal() {
        signInAs(Role.LEGAL);
    }

    @Test
    void aFileIsShownFirstAndSavedWithAReason() throws IOException {
        var view = open();
        arrive(view, "vendors.csv", "name,hqCountry\nMistral %s,FR\nCohere %s,Canada\n".formatted(mark, mark));

        assertThat(Shown.text(view))
                .contains("1 entry would be added, 0 changed, 0 stay as they are, 1 is refused. Nothing is saved yet.")
                .contains("vendors, line 2 Mistral " + mark)
                .contains(
                        "vendors, line 3 Cohere %s Give the country as two letters, such as US or DE.".formatted(mark));
        assertThat(register.now().vendors()).noneMatch(one -> one.title().contains(mark));

        test(find(Button.class).withText("Import 1 row").single()).click();
        assertThat(reason().getErrorMessage()).startsWith("Say why");
        test(reason()).setValue("From the old spreadsheet");
        test(find(Button.class).withText("Import 1 row").single()).click();
        done();

        assertThat(Shown.text(view)).contains("1 entry was added, 0 changed, 0 stayed as they were, 1 was refused.");
        assertThat(find(Anchor.class).withText("Take them away as CSV").all()).hasSize(1);
        assertThat(register.now().vendors()).anyMatch(one -> one.title().equals("Mistral " + mark));
        assertThat(Shown.text(open()))
                .contains("vendors.csv by Sample Legal, ")
                .contains("1 entry was added, 0 changed, 0 stayed as they were, 1 was refused.");
    }

    @Test
    void anImportThatGoesOnShowsHowFarItIsAndHowItEndedWhenItFails() {
        var going = mock(RegisterImports.class);
        var begun = new Progress("vendors.csv", "Dana", Instant.parse("2026-11-26T09:12:00Z"), 1_100, 400, null, "");
        when(going.last()).thenReturn(Optional.of(begun));
        var progress = new ImportProgress(going, files);
        UI.getCurrent().add(progress);

        progress.show();
        assertThat(Shown.text(progress))
                .contains("vendors.csv by Dana, 26 Nov 2026, 09:12 UTC")
                .contains("400 of 1,100 rows done. You may leave this page");
        progress.leave();
        assertThat(progress.isVisible()).isTrue();

        when(going.last())
                .thenReturn(Optional.of(new Progress(
                        "vendors.csv",
                        "Dana",
                        begun.startedAt(),
                        1_100,
                        400,
                        null,
                        "The import ended before its end.")));
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(Shown.text(progress))
                .contains("The import ended before its end.")
                .doesNotContain("400 of");
        progress.leave();
        assertThat(progress.isVisible()).isFalse();
    }

    @Test
    void aFileThatCannotBeTakenIsRefusedInWords() throws IOException {
        var view = open();

        arrive(view, "vendors.exe", "MZ");

        assertThat(Shown.text(view))
                .contains("This is neither a workbook (XLSX) nor a CSV file. Nothing was read of it.");
        assertThat(find(Button.class).withText("Import 1 row").all()).isEmpty();
    }

    @Test
    void anUploadLargerThanIsTakenIsCutOffAndRefused() throws IOException {
        var view = open();

        view.receive("vendors.csv", new java.io.InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int count) {
                java.util.Arrays.fill(into, from, from + count, (byte) 'a');
                return count;
            }
        });
        view.showArrived();

        assertThat(Shown.text(view)).contains("This file is larger than 20 MiB.");
    }

    @Test
    void aFileThatChangesNothingSaysSo() throws IOException {
        var view = open();
        arrive(view, "vendors.csv", "name\nOnce %s\n".formatted(mark));
        test(reason()).setValue("First");
        test(find(Button.class).withText("Import 1 row").single()).click();
        done();
        var vendor = register.now().vendors().stream()
                .filter(one -> one.title().equals("Once " + mark))
                .findFirst()
                .orElseThrow();

        arrive(view, "vendors.csv", "entry.id,entry.version,name\n%s,1,Once %s\n".formatted(vendor.id(), mark));

        assertThat(Shown.text(view)).contains("This file changes nothing: all 1 row says what the register says.");
        assertThat(find(TextField.class).withLabel("Reason").all()).isEmpty();
    }

    private static RegisterImportView open(UI ui) {
        return ui.navigate(RegisterImportView.class).orElseThrow();
    }

    private static RegisterImportView open() {
        return open(UI.getCurrent());
    }

    private static void arrive(RegisterImportView view, String name, String text) throws IOException {
        view.receive(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
        view.showArrived();
    }

    /** Waits for the worker, then asks as the page does. */
    private void done() {
        Awaitility.await()
                .pollInSameThread()
                .until(() -> !imports.last().orElseThrow().isRunning());
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    private TextField reason() {
        return find(TextField.class).withLabel("Reason").single();
    }
}
