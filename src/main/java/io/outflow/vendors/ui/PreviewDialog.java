package io.outflow.vendors.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.IFrame;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Entry;
import io.outflow.vendors.Snapshot;
import io.outflow.vendors.content.Attachment;

/** Shows a PDF in a sandbox of its own. */
class PreviewDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    PreviewDialog(Documents documents, Snapshot snapshot, Entry<Attachment> entry) {
        setHeaderTitle(entry.title());
        setWidth("min(960px, 96vw)");
        setHeight("92vh");
        var frame = new IFrame();
        frame.setSrc(DocumentDownload.inPlace(documents, snapshot, entry.id()));
        frame.setSizeFull();
        frame.setTitle("Preview of " + entry.title());
        frame.addClassName("preview");
        add(frame);
        getFooter().add(new Button("Close", click -> close()));
    }
}
