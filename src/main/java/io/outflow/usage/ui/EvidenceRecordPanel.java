package io.outflow.usage.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.outflow.base.Formats;
import io.outflow.trail.Evidence;
import io.outflow.usage.Usage.EvidenceRecord;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One record that tells of a call: its kind, its place in which file of which import, and its JSON without bodies. */
class EvidenceRecordPanel extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();

    EvidenceRecordPanel(EvidenceRecord record) {
        var kind = record.kind() == Evidence.CLOUDTRAIL ? "CloudTrail record" : "Invocation log line";
        var file = new Anchor("imports/" + record.runId(), record.fileName());
        file.addClassName("mono");
        file.setTitle("Open the import that read this file");
        var place = new Div(
                new Span("Record %s of ".formatted(Formats.count(record.recordNo()))),
                file,
                new Span(", import " + record.runId()));
        place.addClassNames("s", "q", "place");
        var json = new Pre(pretty(record.original()));
        json.addClassName("rec");
        json.getElement().setAttribute("tabindex", "0");
        json.getElement().setAttribute("role", "region");
        json.getElement().setAttribute("aria-label", kind + " as JSON");
        getContent().addClassName("record");
        getContent().add(new H3(kind), place, json);
    }

    /** Records are kept as they came; one that is no JSON is shown as it is. */
    static String pretty(byte[] original) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(original));
        } catch (JacksonException notJson) {
            return new String(original, StandardCharsets.UTF_8);
        }
    }
}
