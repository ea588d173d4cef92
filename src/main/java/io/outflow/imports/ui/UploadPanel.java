package io.outflow.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.outflow.access.Action;
import io.outflow.access.CurrentPerson;
import io.outflow.access.Permission;
import io.outflow.imports.Imports;
import java.io.IOException;
import java.util.List;

/** Where files are dropped. A drop becomes one run once all of its files have arrived. */
final class UploadPanel extends Composite<Div> {
    private final Imports imports;
    private final CurrentPerson person;
    private final Upload upload;
    private final Span label = new Span();
    private final UnorderedList refusals = new UnorderedList();
    private final Div outcome = new Div();
    private Drop drop;

    UploadPanel(Imports imports, CurrentPerson person) {
        this.imports = imports;
        this.person = person;
        drop = newDrop();
        upload = new Upload((UploadHandler) this::receive);
        upload.setMaxFileSize((int) Drop.LARGEST);
        upload.setUploadButton(new Button("Choose files"));
        upload.setDropLabel(label);
        upload.addAllFinishedListener(e -> start());
        upload.addFileRejectedListener(e -> {
            drop.refuse(e.getFileName(), Drop.tooLarge(Drop.LARGEST));
            showRefusals();
        });
        label.addClassName("drop-label");
        refusals.addClassName("refusals");
        outcome.getElement().setAttribute("role", "status");
        outcome.addClassName("upload-outcome");
        getContent().addClassName("upload-panel");
        getContent().add(upload, outcome, refusals);
    }

    /** The words on the panel. */
    void setLabel(String words) {
        label.setText(words);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        drop = newDrop();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        drop.close();
    }

    private Drop newDrop() {
        return new Drop(imports::newSpoolFile, Drop.LARGEST);
    }

    /** On a request's thread, without the session's lock: files arrive side by side. */
    private void receive(UploadEvent event) throws IOException {
        person.require(Action.IMPORT, Permission.DO);
        try (var bytes = event.getInputStream()) {
            drop.receive(event.getFileName(), bytes).ifPresent(refusal -> event.reject(refusal.sentence()));
        }
    }

    private void start() {
        var files = drop.take();
        upload.clearFileList();
        var refused = showRefusals();
        if (files.isEmpty()) {
            return;
        }
        var runId = imports.start("UPLOAD", files);
        if (refused) {
            outcome.removeAll();
            outcome.add(
                    new Span(RunWords.files(files.size()) + " came in. Progress: "),
                    new RouterLink("import run " + runId, ImportRunView.class, ImportRunView.of(runId)));
        } else {
            getUI().ifPresent(ui -> ui.navigate(ImportRunView.class, ImportRunView.of(runId)));
        }
    }

    private boolean showRefusals() {
        List<Drop.Refused> refused = drop.takeRefused();
        if (refused.isEmpty()) {
            return refusals.getComponentCount() > 0;
        }
        refused.forEach(refusal -> {
            var name = new Span(refusal.name());
            name.addClassName("mono");
            refusals.add(new ListItem(name, new Span(" was not taken. " + refusal.sentence())));
        });
        return true;
    }
}
