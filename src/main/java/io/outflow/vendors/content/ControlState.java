package io.outflow.vendors.content;

/** How far a control is there. */
public enum ControlState implements Choice {
    UNKNOWN("Unknown"),
    NOT_AVAILABLE("Not available"),
    AVAILABLE("Available"),
    CONFIGURED("Configured"),
    VERIFIED("Verified");

    private final String label;

    ControlState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
