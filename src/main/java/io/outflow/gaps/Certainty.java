package io.outflow.gaps;

/** How sure it is that a finding is a contradiction. */
public enum Certainty {
    /** Register and logs say different things. */
    CONTRADICTED("contradicted"),
    /** What would settle it is only claimed, by the catalogue or by somebody, and nobody confirmed it. */
    RESTS_ON_CLAIM("rests on a claim"),
    /** The logs do not tell, so it cannot be excluded. */
    CANNOT_TELL("cannot tell");

    private final String label;

    Certainty(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
