package io.outflow.usage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.classification.Detector;
import io.outflow.usage.Usage.CallDetails;
import java.util.Arrays;
import java.util.List;

/** What detectors found in the text of a call. Where nobody looked it says so, because that is not the same as nothing. */
class FoundInText extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    FoundInText(CallDetails details, ClassPalette palette) {
        var found = details.detections();
        var content = getContent();
        content.addClassName("sec");
        content.add(
                new SectionHead("Found in its text", "the text itself is never kept"),
                new Paragraph(
                        switch (details.seen()) {
                            case NOTHING ->
                                "No text was looked at. A CloudTrail record holds none, and of an invocation log it may be"
                                        + " kept in files of its own. Nothing can be said of what the call carried.";
                            case PART ->
                                "A part of the text was looked at. The rest is an image, a document, or kept in a file of"
                                        + " its own." + (found.isEmpty() ? " Nothing was found in that part." : "");
                            case WHOLE ->
                                "All prompt and answer text of the log was looked at."
                                        + (found.isEmpty() ? " Nothing was found." : "");
                        }));
        if (found.isEmpty()) {
            return;
        }
        var table = new NativeTable();
        table.addClassNames("tight", "found");
        var headings = table.getHead().addRow();
        List.of("Detector", "Class", "Distinct values")
                .forEach(title -> headings.addHeaderCell().setText(title));
        for (var one : found) {
            var row = table.getBody().addRow();
            row.addDataCell().setText(label(one.detector()));
            row.addDataCell().add(palette.chip(one.dataClass()));
            row.addDataCell().setText(Formats.count(one.count()));
        }
        content.add(table);
    }

    /** A detector of another version keeps its code as name. */
    private static String label(String code) {
        return Arrays.stream(Detector.values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .map(Detector::label)
                .orElse(code);
    }
}
