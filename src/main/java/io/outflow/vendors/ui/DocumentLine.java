package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Toast;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Attachment;

/** One version of a document: what it is, whose, its hash, and the ways to read it. */
class DocumentLine extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private static final int SHORT_HASH = 12;

    DocumentLine(Documents documents, Snapshot snapshot, Entry<Attachment> entry, int version) {
        var file = entry.content();
        var title = new Span(entry.title());
        title.addClassName("document-title");
        var name = new Span(file.fileName());
        name.addClassNames("mono", "s");
        var facts = new Span("Version %d, %s, %s, by %s on %s"
                .formatted(
                        version,
                        file.mediaType(),
                        Formats.bytes(file.size()),
                        entry.changedBy(),
                        Formats.minute(entry.changedAt())));
        facts.addClassNames("q", "s");
        var hash = new Span("SHA-256 " + file.sha256().substring(0, SHORT_HASH));
        hash.addClassNames("mono", "s", "q");
        hash.getElement().setAttribute("title", file.sha256());

        var download = new Anchor(DocumentDownload.asFile(documents, snapshot, entry.id()), "Download");
        download.setAriaLabel("Download %s, version %d".formatted(entry.title(), version));
        download.setTestId("document-download");
        var actions = new Div(download, copy(file));
        if (file.mediaType().equals("application/pdf")) {
            var preview = new LinkButton("Preview", () -> new PreviewDialog(documents, snapshot, entry).open());
            preview.setTestId("document-preview");
            actions.addComponentAsFirst(preview);
        }
        actions.addClassName("document-actions");
        getContent().addClassName("document-line");
        getContent().add(new Div(Glyph.DOCUMENT.icon(), title, name), new Div(facts, hash), actions);
    }

    private static LinkButton copy(Attachment file) {
        var copy = new LinkButton("Copy SHA-256", () -> Toast.done("The SHA-256 is copied."));
        copy.addClickListener(click ->
                copy.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", file.sha256()));
        return copy;
    }
}
