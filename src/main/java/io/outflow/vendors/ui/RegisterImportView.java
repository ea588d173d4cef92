package io.outflow.vendors.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.access.Requires;
import io.outflow.base.Formats;
import io.outflow.base.ui.Crumb;
import io.outflow.base.ui.HasCrumbs;
import io.outflow.base.ui.PageHead;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.FileRefused;
import io.outflow.vendors.ImportPreview;
import io.outflow.vendors.RegisterFiles;
import io.outflow.vendors.RegisterImports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a changed export back: upload, see what would change, say why, see what became of it. */
@Route("vendors/import")
@PageTitle("Import into the register · Outflow")
@StyleSheet("context://register-list.css")
@Requires(Action.REGISTER)
class RegisterImportView extends Div implements HasCrumbs {

    private static final long serialVersionUID = 1L;

    private final transient RegisterFiles files;
    private final transient CurrentPerson person;
    private final Upload upload;
    private final Paragraph refusal = new Paragraph();
    private final Div step = new Div();
    private final transient RegisterImports imports;
    private final ImportProgress progress;

    /** Arrives on a request's thread and is shown by the page's. */
    private transient volatile @Nullable ImportPreview arrived;

    private transient volatile String refused = "";

    RegisterImportView(RegisterFiles files, RegisterImports imports, CurrentPerson person) {
        this.files = files;
        this.imports = imports;
        this.person = person;
        progress = new ImportProgress(imports, files);
        upload = new Upload((UploadHandler) this::receive);
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button("Choose a file"));
        upload.setDropLabel(new Span("Drop an export here: XLSX, a ZIP archive of CSV files, or one CSV file."));
        upload.addAllFinishedListener(event -> showArrived());
        refusal.addClassName("problem");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        step.addClassName("stack");
        addClassNames("register", "register-import");
        add(
                new PageHead(
                        "Import into the register",
                        "Nothing is saved before you have seen what would change. Rows that are missing from the file change"
                                + " nothing."),
                upload,
                refusal,
                step,
                progress);
        progress.show();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Vendors", VendorListView.ROUTE), new Crumb("Import"));
    }

    /** On a request's thread, without the session's lock. */
    private void receive(UploadEvent event) throws IOException {
        person.require(Action.REGISTER, Permission.DO);
        try (var bytes = event.getInputStream()) {
            receive(event.getFileName(), bytes);
        }
        if (!refused.isEmpty()) {
            event.reject(refused);
        }
    }

    void receive(String name, InputStream bytes) throws IOException {
        var file = Files.createTempFile("outflow-register", ".import");
        arrived = null;
        refused = "";
        try {
            try (var out = Files.newOutputStream(file)) {
                // One byte more than is taken, so that a file that is too large is known as such.
                new LimitedCopy(RegisterFiles.LARGEST + 1).of(bytes, out);
            }
            arrived = files.read(name, file);
        } catch (FileRefused e) {
            refused = e.sentence();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    void showArrived() {
        upload.clearFileList();
        refusal.setText(refused);
        refusal.setVisible(!refused.isEmpty());
        step.removeAll();
        progress.leave();
        var preview = arrived;
        if (preview != null) {
            show(preview);
        }
    }

    private void show(ImportPreview preview) {
        var reason = new TextField("Reason");
        reason.setHelperText("The history keeps it with every row.");
        reason.setTestId("import-reason");
        reason.setWidth("min(460px, 100%)");
        var rows = preview.rows();
        var confirm = new Button("Import " + Formats.count(rows, "row", "rows"), click -> save(preview, reason));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setTestId("import-confirm");
        confirm.setDisableOnClick(true);
        step.add(ImportWords.sentence(preview));
        if (rows > 0) {
            step.add(reason, confirm);
        }
        step.add(ImportTables.of(preview));
        if (!preview.refused().isEmpty()) {
            step.add(new RefusalList(files, preview.refused(), "These rows do not go in"));
        }
    }

    private void save(ImportPreview preview, TextField reason) {
        try {
            imports.start(preview, reason.getValue());
            step.removeAll();
            progress.show();
        } catch (EntryRefused e) {
            FieldProblems.show(e, reason);
            step.getChildren()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .forEach(button -> button.setEnabled(true));
        }
    }
}
