package io.outflow.vendors.content;

import java.util.List;

/**
 * What somebody wrote beside an entry.
 *
 * @param mentions the names of the people it calls on
 */
public record Comment(
        @Label(value = "Comment", lines = true) String text,
        @Label("Mentions") List<String> mentions) implements Content {

    public Comment {
        text = Texts.of(text);
        mentions = Texts.of(mentions);
    }

    @Override
    public String heading() {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(Problem.missing("text", text, "Write something first."));
    }
}
