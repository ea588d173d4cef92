package io.outflow.vendors.content;

/** How much depends on a vendor. */
public enum Criticality implements Choice {
    UNKNOWN("Unknown"),
    LOW("Low"),
    MEDIUM("Medium"),
    HIGH("High"),
    CRITICAL("Critical");

    private final String label;

    Criticality(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
