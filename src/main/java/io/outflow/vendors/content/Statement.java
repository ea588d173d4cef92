package io.outflow.vendors.content;

import java.util.List;

/** A fact that has no form of its own, such as an indemnity or a field that one house wants to keep. */
public record Statement(
        @Label("Field") String field,
        @Label(value = "Value", lines = true) String value) implements Content {

    public Statement {
        field = Texts.of(field);
        value = Texts.of(value);
    }

    @Override
    public String heading() {
        return field;
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(Problem.missing("field", field, "Say what the value is of."));
    }
}
