package io.outflow.classification;

import java.util.List;
import java.util.stream.Collectors;

/** A rule, a data class or an order that cannot be saved as it is. The message is for people. */
public class RuleRefused extends RuntimeException {
    private final transient List<Rules.Problem> problems;

    public RuleRefused(List<Rules.Problem> problems) {
        super(problems.stream().map(Rules.Problem::sentence).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, field by field. */
    public List<Rules.Problem> problems() {
        return problems;
    }
}
