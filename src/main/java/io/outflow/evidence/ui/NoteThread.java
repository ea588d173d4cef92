package io.outflow.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.base.Formats;
import io.outflow.base.ui.Glyph;
import io.outflow.base.ui.Mark;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.Toast;
import io.outflow.evidence.EvidenceNotes;
import io.outflow.evidence.EvidenceNotes.Note;
import io.outflow.evidence.EvidenceNotes.Question;
import java.util.function.Function;

/** Questions about a package and answers to them, oldest first. */
final class NoteThread extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient EvidenceNotes told;
    private final long number;
    private final Div questions = new Div();

    NoteThread(EvidenceNotes told, long number) {
        this.told = told;
        this.number = number;
        getContent().addClassNames("sec", "stack");
        getContent()
                .add(
                        new SectionHead("Questions and answers", "seen by all who may open this package"),
                        questions,
                        field("Ask a question", "Ask", "evidence-note", text -> told.ask(number, text)));
        show();
    }

    private void show() {
        questions.removeAll();
        told.list(number).forEach(one -> questions.add(question(one)));
    }

    private Component question(Question one) {
        var row = new Div(note(one.asked()), state(one));
        row.addClassName("question");
        one.said().forEach(note -> {
            var answer = note(note);
            answer.addClassName("answer");
            row.add(answer);
        });
        var open = new Button("Answer");
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.setAriaLabel("Answer the question of " + one.asked().author());
        open.setTestId("evidence-answer-open");
        var place = new Div(open);
        place.addClassName("answer");
        open.addClickListener(click -> {
            place.removeAll();
            var field = field(
                    "Your answer",
                    "Send the answer",
                    "evidence-answer",
                    text -> told.answer(number, one.asked().id(), text));
            place.add(field);
        });
        row.add(place);
        return row;
    }

    private static Component state(Question one) {
        return one.open()
                ? new Mark(Glyph.WATCH, "open").asWatch()
                : new Mark(
                        Glyph.CONFIRMED,
                        one.answer()
                                .map(note -> "answered by %s, %s".formatted(note.author(), Formats.minute(note.at())))
                                .orElse("answered"));
    }

    private static Div note(Note note) {
        var who = Tables.small("%s, %s".formatted(note.author(), Formats.minute(note.at())));
        var said = new Paragraph(note.text());
        said.addClassName("said");
        return new Div(who, said);
    }

    /** @param say gives a sentence on who was told */
    private Component field(String label, String action, String id, Function<String, String> say) {
        var text = new TextArea(label);
        text.setMaxLength(EvidenceNotes.LONGEST);
        text.setWidthFull();
        text.setTestId(id);
        var send = new Button(action, click -> {
            try {
                var sentence = say.apply(text.getValue());
                text.clear();
                text.setInvalid(false);
                show();
                Toast.done(sentence);
            } catch (IllegalArgumentException e) {
                text.setErrorMessage(e.getMessage());
                text.setInvalid(true);
            }
        });
        send.setTestId(id + "-send");
        var stack = new Div(text, send);
        stack.addClassName("stack");
        return stack;
    }
}
