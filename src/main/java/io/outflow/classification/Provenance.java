package io.outflow.classification;

/** How the data class of a call is known, strongest last at equal rank: DETECTED, DECLARED, TAGGED. */
public enum Provenance {
    DECLARED("declared"),
    TAGGED("tagged"),
    DETECTED("detected"),
    UNKNOWN("unknown");

    private final String label;

    Provenance(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
