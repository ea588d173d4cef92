package io.outflow.vendors.content;

import java.util.List;

/** A status that somebody suggests for a product and Legal decides. */
public record Proposal(
        @Label("Status") ProductStatus status,
        @Label(value = "Why", lines = true) String why,
        @Label("Decision") ProposalState state)
        implements Content {

    public Proposal {
        status = Texts.or(status, ProductStatus.PROPOSED);
        why = Texts.of(why);
        state = Texts.or(state, ProposalState.OPEN);
    }

    @Override
    public String heading() {
        return "Proposed: " + status.label();
    }

    @Override
    public List<Problem> problems() {
        return Problem.all(Problem.missing("why", why, "Say why, for whoever decides."));
    }
}
