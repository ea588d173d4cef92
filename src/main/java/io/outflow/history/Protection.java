package io.outflow.history;

/** What keeps the database from changing or removing an entry of the change log or a revision. */
public enum Protection {
    TRIGGER("Protected by trigger only"),
    TRIGGER_AND_RIGHTS("Protected by trigger and by the rights of the database role");

    private final String label;

    Protection(String label) {
        this.label = label;
    }

    /** The words for the page. */
    public String label() {
        return label;
    }
}
