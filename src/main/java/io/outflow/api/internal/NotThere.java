package io.outflow.api.internal;

/** What was asked for is not there; the message says what. */
class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotThere(String sentence) {
        super(sentence);
    }
}
