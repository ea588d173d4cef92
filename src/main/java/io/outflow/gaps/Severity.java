package io.outflow.gaps;

/** How much a gap matters, most first. */
public enum Severity {
    HIGH("high"),
    WATCH("watch"),
    NOTE("note");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
