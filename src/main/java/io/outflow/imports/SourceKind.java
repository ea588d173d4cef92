package io.outflow.imports;

/** What is fetched from a source, and with which AWS call. */
public enum SourceKind {
    /** Log files of an account's or organisation's trail in S3. */
    TRAIL_BUCKET("CloudTrail log files in S3"),
    /** Model invocation logs of Bedrock in S3. Their prompts and answers are never kept. */
    INVOCATION_LOG_BUCKET("Bedrock invocation logs in S3"),
    /** CloudTrail's event history by LookupEvents, where there is no trail: management events of 90 days, so a floor. */
    LOOKUP_EVENTS("CloudTrail event history (no trail)");

    private final String label;

    SourceKind(String label) {
        this.label = label;
    }

    /** The name on screens. */
    public String label() {
        return label;
    }

    public boolean isBucket() {
        return this != LOOKUP_EVENTS;
    }
}
