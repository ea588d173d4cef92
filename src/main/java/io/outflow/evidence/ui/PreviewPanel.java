package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.evidence.Preview;
import java.util.List;

/** What a package will hold, and what it will not. */
final class PreviewPanel {

    private PreviewPanel() {}

    static Component of(Preview preview) {
        var table = new Tables("Files of the package", List.of(), 2);
        preview.files()
                .forEach(file -> table.row(
                        Tables.mono(file.name().replaceFirst("^data/", "")),
                        file.rows() < 0
                                ? file.holds()
                                : (file.name().contains("usage-daily") ? "up to " : "")
                                        + (file.name().endsWith("documents/")
                                                ? Formats.count(file.rows(), "file", "files")
                                                : Formats.count(file.rows(), "row", "rows")),
                        Formats.bytes(file.bytes())));
        return new Div(
                new SectionHead(
                        "Preview",
                        "%d files, about %s".formatted(preview.files().size(), Formats.bytes(preview.bytes()))),
                table,
                new H3("What will be missing, and why"),
                Tables.missing(preview.missing()));
    }
}
