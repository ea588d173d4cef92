package io.outflow.vendors.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.outflow.base.Formats;
import io.outflow.base.ui.SectionHead;
import io.outflow.base.ui.Unsaved;
import io.outflow.vendors.Entry;
import io.outflow.vendors.content.Comment;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;

/** What people wrote beside an entry, oldest first, with room to write. */
final class CommentSection extends Composite<Section> {

    private static final long serialVersionUID = 1L;

    private static final Pattern WORDS = Pattern.compile("(?<=\\s)|(?=\\s)");

    /** @param draft what somebody wrote and did not send yet; it stays when the page is shown anew */
    CommentSection(UUID owner, PageState state, Editing editing, Draft draft) {
        var comments = state.register().of(owner, Comment.class).stream()
                .sorted(Comparator.comparing(Entry<Comment>::changedAt))
                .toList();
        var section = getContent();
        section.addClassNames("sec", "comments");
        section.setId("comments");
        section.setAriaLabel("Comments");
        section.add(new SectionHead("Comments", comments.isEmpty() ? "None yet" : ""));
        comments.forEach(comment -> section.add(shown(comment)));
        if (state.mayPropose()) {
            section.add(writing(owner, editing, draft));
        }
    }

    private static Div shown(Entry<Comment> comment) {
        var who = new Div("%s, %s".formatted(comment.changedBy(), Formats.minute(comment.changedAt())));
        who.addClassName("src");
        var text = new Paragraph();
        for (var word : WORDS.split(comment.content().text())) {
            var part = new Span(word);
            if (word.startsWith("@")
                    && comment.content().mentions().stream().anyMatch(name -> word.startsWith("@" + name))) {
                part.addClassName("mention");
            }
            text.add(part);
        }
        var row = new Div(who, text);
        row.addClassName("comment");
        row.setId(FactLine.anchor(comment));
        return row;
    }

    private static Div writing(UUID owner, Editing editing, Draft draft) {
        var text = new TextArea("Comment");
        text.setHelperText("@name calls on somebody");
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.setValue(draft.text);
        text.addValueChangeListener(e -> {
            text.setInvalid(false);
            draft.keep(text.getValue());
        });
        text.setTestId("comment-text");
        var send = new Button("Comment", e -> {
            var typed = text.getValue();
            draft.keep("");
            editing.comment(owner, typed).ifPresent(sentence -> {
                draft.keep(typed);
                text.setErrorMessage(sentence);
                text.setInvalid(true);
            });
        });
        send.setTestId("comment-send");
        var writing = new Div(text, send);
        writing.addClassName("comment-writing");
        return writing;
    }

    /** A comment being written. */
    static final class Draft implements java.io.Serializable {

        private static final long serialVersionUID = 1L;

        private final Unsaved unsaved = new Unsaved();
        private String text = "";

        void keep(String typed) {
            text = typed;
            unsaved.set(!typed.isBlank());
        }

        Unsaved unsaved() {
            return unsaved;
        }
    }
}
