package io.outflow.trail;

/** A record that is of a known kind, and still cannot be used. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final BadRecord.Reason reason;
    private final String sentence;

    Refusal(BadRecord.Reason reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.sentence = sentence;
    }

    BadRecord.Reason reason() {
        return reason;
    }

    String sentence() {
        return sentence;
    }
}
