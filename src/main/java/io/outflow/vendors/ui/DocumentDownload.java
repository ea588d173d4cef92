package io.outflow.vendors.ui;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Snapshot;
import java.io.IOException;
import java.util.UUID;

/**
 * Hands out a document, asked anew at each request whether the person may read it. Nothing is shown in place but a PDF, and
 * that in a frame of its own: without scripts, forms or an origin.
 */
final class DocumentDownload implements DownloadHandler {

    private static final long serialVersionUID = 1L;

    /** A sandbox as a header: browsers do not show a PDF in a frame that has it as an attribute. */
    static final String SHOWN = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    static final String TAKEN = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final transient Documents documents;
    private final transient Snapshot snapshot;
    private final UUID id;
    private final boolean shown;

    private DocumentDownload(Documents documents, Snapshot snapshot, UUID id, boolean shown) {
        this.documents = documents;
        this.snapshot = snapshot;
        this.id = id;
        this.shown = shown;
    }

    static DocumentDownload asFile(Documents documents, Snapshot snapshot, UUID id) {
        return new DocumentDownload(documents, snapshot, id, false);
    }

    /** To be shown in a frame; answers with nothing when it is not what may be shown. */
    static DocumentDownload inPlace(Documents documents, Snapshot snapshot, UUID id) {
        return new DocumentDownload(documents, snapshot, id, true);
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        var found = documents.open(snapshot, id);
        var response = event.getResponse();
        if (found.isEmpty() || shown && !found.get().canBeShown()) {
            response.setStatus(HttpStatusCode.NOT_FOUND.getCode());
            return;
        }
        var document = found.get();
        var name = document.entry().content().fileName();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Content-Security-Policy", shown ? SHOWN : TAKEN);
        response.setHeader("X-Frame-Options", shown ? "SAMEORIGIN" : "DENY");
        if (shown) {
            event.inline(name);
        } else {
            event.setFileName(name);
        }
        event.setContentType(document.mediaType());
        event.setContentLength(document.size());
        try (var bytes = document.open()) {
            bytes.transferTo(event.getOutputStream());
        }
    }
}
