package io.outflow.vendors.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.outflow.vendors.Documents;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Attachment;
import java.util.function.Consumer;

/** Takes one file that replaces another one. */
class NewerVersionDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    NewerVersionDialog(Documents documents, Entry<Attachment> older, Consumer<Attachment> stored) {
        setHeaderTitle("Newer version of " + older.title());
        setWidth("520px");
        add(
                new Paragraph("The version of now stays beneath the new one."),
                new DocumentUpload(documents, "Drop the newer version here", file -> {
                    close();
                    stored.accept(file);
                }));
        getFooter().add(new Button("Cancel", click -> close()));
    }
}
