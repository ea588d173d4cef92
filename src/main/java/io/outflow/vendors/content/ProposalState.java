package io.outflow.vendors.content;

/** What became of a proposal. */
public enum ProposalState implements Choice {
    OPEN("Open"),
    ACCEPTED("Accepted"),
    DECLINED("Declined");

    private final String label;

    ProposalState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
