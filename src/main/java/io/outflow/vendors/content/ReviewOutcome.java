package io.outflow.vendors.content;

/** How a review ended. */
public enum ReviewOutcome implements Choice {
    OPEN("Open"),
    PASSED("Passed"),
    PASSED_WITH_CONDITIONS("Passed with conditions"),
    FAILED("Failed");

    private final String label;

    ReviewOutcome(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
