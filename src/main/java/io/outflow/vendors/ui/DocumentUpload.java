package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.outflow.vendors.Documents;
import io.outflow.vendors.EntryRefused;
import io.outflow.vendors.content.Attachment;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Where documents are dropped. What was refused stands beneath with its reason until the next drop. */
class DocumentUpload extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    static final String TOO_LARGE =
            "%s is larger than 100 MiB. It was not stored. Split it, or link to where it is kept.";

    private final transient Documents documents;
    private final transient Consumer<Attachment> stored;
    private final transient Queue<Attachment> arrived = new ConcurrentLinkedQueue<>();
    private final transient Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Upload upload = new Upload((UploadHandler) this::receive);
    private final UnorderedList refusals = new UnorderedList();

    /** @param stored takes each file once it lies on disk */
    DocumentUpload(Documents documents, String label, Consumer<Attachment> stored) {
        this.documents = documents;
        this.stored = stored;
        upload.setMaxFileSize(Math.toIntExact(Documents.LARGEST));
        upload.setUploadButton(new Button("Choose files"));
        upload.setDropLabel(new Span(label));
        upload.addFileRejectedListener(event -> {
            refused.add(TOO_LARGE.formatted(event.getFileName()));
            finish();
        });
        upload.addAllFinishedListener(event -> finish());
        refusals.addClassName("refusals");
        var told = new Div(refusals);
        told.getElement().setAttribute("role", "status");
        getContent().add(upload, told);
    }

    /** On a request's thread, without the session's lock. */
    private void receive(UploadEvent event) throws IOException {
        if (event.getFileSize() > Documents.LARGEST) {
            refuse(event, TOO_LARGE.formatted(event.getFileName()));
            return;
        }
        try (var bytes = event.getInputStream()) {
            arrived.add(documents.store(bytes, event.getFileName()));
        } catch (EntryRefused e) {
            refuse(event, e.sentence());
        }
    }

    private void refuse(UploadEvent event, String sentence) {
        refused.add(sentence);
        event.reject(sentence);
    }

    private void finish() {
        upload.clearFileList();
        refusals.removeAll();
        for (var sentence = refused.poll(); sentence != null; sentence = refused.poll()) {
            refusals.add(new ListItem(sentence));
        }
        for (var file = arrived.poll(); file != null; file = arrived.poll()) {
            stored.accept(file);
        }
    }
}
