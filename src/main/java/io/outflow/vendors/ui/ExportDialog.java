package io.outflow.vendors.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.outflow.base.Formats;
import io.outflow.history.AsOf;
import io.outflow.vendors.RegisterFiles;
import io.outflow.vendors.RegisterFiles.Format;
import java.util.Locale;
import java.util.Optional;

/** Offers the whole register as a file, as the page shows it in time. */
class ExportDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    ExportDialog(RegisterFiles files, Optional<AsOf> asOf) {
        setHeaderTitle("Export the register");
        setWidth("460px");
        var stack = new Div(
                new Paragraph(
                        "Every entry with all its fields, whatever the page is filtered by. %s The change log keeps the export."
                                .formatted(asOf.map(at -> "As of %s.".formatted(Formats.minute(at.valid())))
                                        .orElse("As it stands now."))),
                offer(files, asOf, Format.XLSX, "XLSX", "One sheet a kind. Can be changed and imported again."),
                offer(files, asOf, Format.CSV, "CSV", "One file a kind, in a ZIP archive. Can be imported again."),
                offer(files, asOf, Format.JSON, "JSON", "Exact, for programs. Cannot be imported."));
        stack.addClassName("stack");
        add(stack);
        getFooter().add(new Button("Close", click -> close()));
    }

    private static Div offer(RegisterFiles files, Optional<AsOf> asOf, Format format, String name, String what) {
        var link = new Anchor(
                (DownloadHandler) event -> {
                    event.setFileName(files.fileName(format, asOf));
                    event.setContentType(format.mediaType());
                    files.write(format, asOf, event.getOutputStream());
                },
                name);
        link.setTestId("export-" + format.name().toLowerCase(Locale.ROOT));
        var grey = new Span(what);
        grey.addClassNames("s", "q");
        var row = new Div(link, grey);
        row.addClassName("offer");
        return row;
    }
}
