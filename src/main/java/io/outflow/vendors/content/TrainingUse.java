package io.outflow.vendors.content;

/** What a vendor does with our content by default. */
public enum TrainingUse implements Choice {
    UNKNOWN("Unknown"),
    NOT_USED("Not used for training"),
    USED("Used for training"),
    USER_CHOICE("Each user chooses"),
    DEPENDS("Depends on product or setting");

    private final String label;

    TrainingUse(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
