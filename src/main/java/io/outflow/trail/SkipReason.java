package io.outflow.trail;

/** Why a record that was read well is not kept. */
public enum SkipReason {
    OTHER_SERVICE("another AWS service, not a model call"),
    READ_ONLY("reads or lists settings, not a model call"),
    OTHER_OPERATION("an operation that neither calls a model nor changes how models may be used"),
    NOT_INFERENCE("a Bedrock data operation that runs no model"),
    COUNT_TOKENS("counts tokens: content was sent, no answer was made"),
    INSIGHT("a CloudTrail Insights record"),
    NETWORK_ACTIVITY("a network activity record: the same call seen from the VPC endpoint"),
    AGGREGATED("an aggregated event: a summary, not a record"),
    DIGEST("a digest file: it proves log files and holds no records"),
    PROOF_DATA("metadata of a digest file, or public keys: they serve to verify and hold no records"),
    LOG_OPERATION("an invocation-log line of an operation that calls no model"),
    CONTENT_BODY("a stored prompt or answer body: never read"),
    PERMISSION_CHECK("a permission-check marker");

    private final String sentence;

    SkipReason(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
