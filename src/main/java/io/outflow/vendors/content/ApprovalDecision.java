package io.outflow.vendors.content;

/** What was decided about a use. */
public enum ApprovalDecision implements Choice {
    /** Asked for and not decided; it allows nothing. */
    PROPOSED("Proposed"),
    ALLOWED("Allowed"),
    CONDITIONS("Allowed with conditions"),
    NOT_ALLOWED("Not allowed");

    private final String label;

    ApprovalDecision(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether it lets calls pass. */
    public boolean allows() {
        return this == ALLOWED || this == CONDITIONS;
    }
}
