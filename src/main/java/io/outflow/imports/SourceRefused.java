package io.outflow.imports;

import java.util.List;

/** Settings of a source that cannot be taken, with the reason for each field. */
public final class SourceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SourceSettings.Problem> problems;

    public SourceRefused(List<SourceSettings.Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<SourceSettings.Problem> problems() {
        return problems;
    }
}
