package io.outflow.vendors.content;

/** What is kept. */
public enum DataKind implements Choice {
    PROMPTS_AND_OUTPUTS("Prompts and outputs"),
    FLAGGED_CONTENT("Flagged content"),
    FEEDBACK("Feedback"),
    TRAINING_OPTED_IN("Content opted in to training"),
    METADATA_AND_LOGS("Metadata and logs"),
    CACHES("Caches"),
    DELETED_CONTENT("Deleted content"),
    AFTER_CONTRACT("Content after the contract ends"),
    OTHER("Other");

    private final String label;

    DataKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
