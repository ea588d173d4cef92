package io.outflow.vendors.content;

/** Where an agreement stands at an instant. */
public enum Standing implements Choice {
    NOT_NEEDED("Not needed"),
    NONE("None"),
    PENDING("Not agreed yet"),
    NOT_YET("Not yet in force"),
    IN_FORCE("In force"),
    /** Agreed without a start, so nobody can say since when. */
    UNDATED("Agreed, start unknown"),
    LAPSED("Lapsed"),
    TERMINATED("Terminated");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
