package io.outflow.posture.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.posture.Answer;
import io.outflow.posture.Observation;
import io.outflow.posture.Question;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One answer of AWS as it was kept. */
class AnswerPanel extends Composite<Section> {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    AnswerPanel(Observation observation) {
        getContent().addClassNames("sec", "cov-answer");
        getContent().setId("answer");
        getContent().setAriaLabel("An answer of AWS");
        getContent()
                .add(
                        new SectionHead(
                                observation.question().label(),
                                "%s, %s. Answer %d of AWS"
                                        .formatted(
                                                observation.account(),
                                                observation.region().equals(Question.GLOBAL)
                                                        ? "all Regions"
                                                        : observation.region(),
                                                observation.id())),
                        new Paragraph("AWS answered so first on %s and last on %s. Every look between gave the same."
                                .formatted(
                                        Formats.minute(observation.seenFrom()),
                                        Formats.minute(observation.seenUntil()))));
        switch (observation.answer()) {
            case Answer.Seen(String json) -> {
                var text = new Pre(JSON.writeValueAsString(JSON.readTree(json)));
                text.addClassName("rec");
                text.getElement().setAttribute("tabindex", "0");
                getContent().add(text);
            }
            case Answer.Refused(List<String> actions) ->
                getContent()
                        .add(new Paragraph("It may not be seen. Allow %s, and the next look shows it."
                                .formatted(String.join(", ", actions))));
            case Answer.NotOffered(String reason) -> getContent().add(new Paragraph(reason));
        }
    }
}
