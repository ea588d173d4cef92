package io.outflow.vendors.content;

/** How far an incident is dealt with. */
public enum IncidentState implements Choice {
    OPEN("Open"),
    WATCHING("Watching"),
    CLOSED("Closed"),
    NOT_AFFECTED("Not affected");

    private final String label;

    IncidentState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
