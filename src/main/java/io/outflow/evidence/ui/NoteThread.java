package io.outflow.evidence.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.evidence.EvidenceNotes;

/** Questions about a package and answers to them, oldest first. */
final class NoteThread extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient EvidenceNotes told;
    private final long number;
    private final Div notes = new Div();

    NoteThread(EvidenceNotes told, long number) {
        this.told = told;
        this.number = number;
        var text = new TextArea("Ask a question, or answer one");
        text.setMaxLength(EvidenceNotes.LONGEST);
        text.setWidthFull();
        text.setTestId("evidence-note");
        var send = new Button("Send", click -> {
            try {
                told.add(number, text.getValue());
                text.clear();
                text.setInvalid(false);
                show();
            } catch (IllegalArgumentException e) {
                text.setErrorMessage(e.getMessage());
                text.setInvalid(true);
            }
        });
        send.setTestId("evidence-note-send");
        getContent().addClassNames("sec", "stack");
        getContent()
                .add(
                        new SectionHead("Questions and answers", "seen by all who may open this package"),
                        notes,
                        text,
                        send);
        show();
    }

    private void show() {
        notes.removeAll();
        for (var note : told.list(number)) {
            var who = new Span("%s, %s".formatted(note.author(), Formats.minute(note.at())));
            who.addClassNames("q", "xs", "block");
            var said = new Paragraph(note.text());
            said.addClassName("said");
            notes.add(new Div(who, said));
        }
    }
}
