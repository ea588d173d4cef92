package io.outflow.vendors.content;

/** What sort of day it is, to filter by and to tell two days of one entry apart. */
public enum DeadlineKind implements Choice {
    AGREEMENT_END("Agreement ends"),
    NOTICE("Last day for notice"),
    CERTIFICATE("Certificate expires"),
    REVIEW("Review"),
    OPT_OUT("Evidence of opt-out"),
    RETENTION_EXCEPTION("Retention exception ends"),
    OBJECTION("Last day to object"),
    CHECK("Fact to be checked"),
    APPROVAL_END("Approval ends");

    private final String label;

    DeadlineKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
