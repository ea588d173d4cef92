package io.outflow.vendors.content;

/** What is recorded of an agreement. Whether it is in force is computed from its dates, never recorded. */
public enum AgreementState implements Choice {
    NOT_NEEDED("Not needed"),
    NONE_OFFERED("None offered"),
    NOT_REQUESTED("Not requested"),
    REQUESTED("Requested"),
    IN_NEGOTIATION("In negotiation"),
    /** Part of terms that were accepted; version and terms are named. */
    BY_REFERENCE("In force by reference"),
    SIGNED("Signed"),
    TERMINATED("Terminated");

    private final String label;

    AgreementState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
