package io.outflow.vendors.content;

/** What we chose. */
public enum TrainingChoice implements Choice {
    NOT_DECIDED("Not decided"),
    OPTED_OUT("Opted out"),
    OPTED_IN("Opted in"),
    NOT_APPLICABLE("Not applicable");

    private final String label;

    TrainingChoice(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
