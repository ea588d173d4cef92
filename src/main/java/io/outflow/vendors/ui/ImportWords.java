package io.outflow.vendors.ui;

import com.vaadin.flow.component.html.Paragraph;
import io.outflow.base.Formats;
import io.outflow.vendors.ImportPreview;
import io.outflow.vendors.ImportResult;

/** What an import would do and did, as a sentence. */
final class ImportWords {

    private ImportWords() {}

    static Paragraph sentence(ImportPreview preview) {
        if (preview.added().isEmpty()
                && preview.changed().isEmpty()
                && preview.refused().isEmpty()) {
            return paragraph("This file changes nothing: all %s what the register says."
                    .formatted(Formats.count(preview.unchanged(), "row says", "rows say")));
        }
        return paragraph("%s would be added, %s changed, %s as they are, %s refused. Nothing is saved yet."
                .formatted(
                        Formats.count(preview.added().size(), "entry", "entries"),
                        Formats.count(preview.changed().size()),
                        Formats.count(preview.unchanged(), "stays", "stay"),
                        Formats.count(preview.refused().size(), "is", "are")));
    }

    static Paragraph sentence(ImportResult result) {
        return paragraph("%s added, %s changed, %s as they were, %s refused."
                .formatted(
                        Formats.count(result.added(), "entry was", "entries were"),
                        Formats.count(result.changed()),
                        Formats.count(result.unchanged(), "stayed", "stayed"),
                        Formats.count(result.refused().size(), "was", "were")));
    }

    private static Paragraph paragraph(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("says");
        paragraph.getElement().setAttribute("role", "status");
        return paragraph;
    }
}
