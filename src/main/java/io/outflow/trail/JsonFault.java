package io.outflow.trail;

/** Bytes that are not one well-formed JSON value within the limits. Holds no part of the bytes. */
final class JsonFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final BadRecord.Reason reason;

    JsonFault(BadRecord.Reason reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    BadRecord.Reason reason() {
        return reason;
    }

    String sentence() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
