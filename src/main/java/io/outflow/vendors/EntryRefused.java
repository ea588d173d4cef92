package io.outflow.vendors;

import io.outflow.vendors.content.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A change of the register that the rules do not allow; nothing was changed. */
public class EntryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public EntryRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public EntryRefused(String field, String sentence) {
        this(List.of(new Problem(field, sentence)));
    }

    public List<Problem> problems() {
        return problems;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
