package io.outflow.access;

/** What can be done in Outflow, one constant per row of the {@link Policy}. */
public enum Action {
    ADMINISTER("Changing people, sources and settings"),
    IMPORT("Importing logs"),
    READ_USAGE("Reading usage"),
    SEE_NAMES("Seeing names of people"),
    DECIDE("Changing rules, classes and approvals"),
    REGISTER("Working on the register"),
    HANDLE_GAPS("Handling gaps"),
    EVIDENCE("Exporting evidence"),
    VERIFY_EVIDENCE("Verifying evidence"),
    INVITE("Inviting auditors from outside"),
    CHANGE_LOG("Reading the change log"),
    OWN_ACCOUNT("Using one's own account");

    private final String label;

    Action(String label) {
        this.label = label;
    }

    /** Says what is done, as the start of a sentence. */
    public String label() {
        return label;
    }
}
